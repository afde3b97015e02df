// What stands where the page is not to be had: why, and what helps.
import { type FormEvent, useState } from 'react'
import { useSaid } from './words.ts'

interface PlainProps {
  readonly head: string
  readonly words?: string
  readonly onAgain?: () => void
}

export function Plain({ head, words, onAgain }: PlainProps) {
  const { t } = useSaid()
  return (
    <main className="leader-plain" data-testid="leader-plain">
      <h1>{head}</h1>
      {words && <p>{words}</p>}
      {onAgain && (
        <button className="lead-side" onClick={onAgain}>
          {t('again')}
        </button>
      )}
    </main>
  )
}

const DIGITS = 8

/** Another phone has the page: staff let this one in. */
export function PassDoor({ onOpen }: { readonly onOpen: (pass: string) => Promise<string | null> }) {
  const { t } = useSaid()
  const [pass, setPass] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onOpen(pass).then((refused) => setWrong(refused !== null))
  }
  return (
    <main className="leader-plain" data-testid="leader-pass">
      <h1>{t('otherPhone')}</h1>
      <p>{t('otherPhoneWords')}</p>
      <form onSubmit={submit}>
        <input
          aria-label={t('pass')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={DIGITS}
          value={pass}
          onChange={({ target }) => setPass(target.value.replace(/\D/g, ''))}
        />
        <button className="lead-main" disabled={pass.length !== DIGITS}>
          {t('letIn')}
        </button>
      </form>
      {isWrong && <p role="alert">{t('passWrong')}</p>}
    </main>
  )
}
