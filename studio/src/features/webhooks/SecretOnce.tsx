// A new secret, shown this one time.
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { copyText } from '../../copyText.ts'
import { useWords } from '../../words.ts'

export function SecretOnce({ secret }: { readonly secret: string }) {
  const { say } = useWords()
  const [copied, setCopied] = useState(false)

  return (
    <div className="hook-secret" role="status">
      <p>{say('hooks.secretOnce')}</p>
      <code data-testid="hook-secret">{secret}</code>
      <button className="btn" onClick={() => void copyText(secret).then(setCopied)}>
        {copied ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
        {copied ? say('hooks.copied') : say('hooks.copy')}
      </button>
    </div>
  )
}
