// What stands where a page is not to be had: why, and what helps.
import { type FormEvent, type ReactNode, useState } from 'react'
import { useBoundSaid } from './words.ts'

interface PlainProps {
  readonly head: string
  readonly words?: string
  readonly onAgain?: () => void
  /** What the page has to say besides. */
  readonly children?: ReactNode
}

export function Plain({ head, words, onAgain, children }: PlainProps) {
  const { t } = useBoundSaid()
  return (
    <main className="bound-plain" data-testid="bound-plain">
      <h1>{head}</h1>
      {words && <p>{words}</p>}
      {children}
      {onAgain && (
        <button className="bound-side" onClick={onAgain}>
          {t('again')}
        </button>
      )}
    </main>
  )
}

const DIGITS = 8

interface PassDoorProps {
  /** Answers a refusal's code; null: it is open. */
  readonly onOpen: (pass: string) => Promise<string | null>
  readonly children?: ReactNode
}

/** Another phone has the page: staff let this one in. */
export function PassDoor({ onOpen, children }: PassDoorProps) {
  const { t } = useBoundSaid()
  const [pass, setPass] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onOpen(pass).then((refused) => setWrong(refused !== null))
  }
  return (
    <main className="bound-plain" data-testid="bound-pass">
      <h1>{t('otherPhone')}</h1>
      <p>{t('otherPhoneWords')}</p>
      {children}
      <form onSubmit={submit}>
        <input
          aria-label={t('pass')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={DIGITS}
          value={pass}
          onChange={({ target }) => setPass(target.value.replace(/\D/g, ''))}
        />
        <button className="bound-main" disabled={pass.length !== DIGITS}>
          {t('letIn')}
        </button>
      </form>
      {isWrong && <p role="alert">{t('passWrong')}</p>}
    </main>
  )
}
