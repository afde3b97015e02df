// Copies a text and says so; where a page has no clipboard it is saved as a file instead.
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { copyText } from '../../../copyText.ts'
import { useWords } from '../../../words.ts'
import { saveText } from './saveText.ts'

interface CopyButtonProps {
  readonly label: string
  /** What it copies, where several stand below each other. */
  readonly of?: string
  readonly text: string
  /** Its name as a file. */
  readonly file: string
  readonly isMain: boolean
}

export function CopyButton({ label, of, text, file, isMain }: CopyButtonProps) {
  const { say } = useWords()
  const [taken, setTaken] = useState<{ readonly text: string; readonly how: 'copied' | 'saved' } | null>(null)
  const take = async (): Promise<void> => {
    const isCopied = await copyText(text)
    if (!isCopied) saveText(file, text)
    setTaken({ text, how: isCopied ? 'copied' : 'saved' })
  }
  // Another secret in the same file is not copied yet.
  const how = taken?.text === text ? taken.how : null

  return (
    <button
      type="button"
      className={isMain ? 'btn small-btn main' : 'btn small-btn'}
      data-testid="copy"
      onClick={() => void take()}
    >
      {how === null ? <Copy size={14} aria-hidden="true" /> : <Check size={14} aria-hidden="true" />}
      <span role="status">{how === null ? label : say(`trip.${how}`)}</span>
      {of !== undefined && <span className="sr-only"> {of}</span>}
    </button>
  )
}
