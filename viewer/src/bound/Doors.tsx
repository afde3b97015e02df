// What stands where a page is not to be had: why, and what helps.
import { figuresOf } from '@lantern/shared/ui/typed.ts'
import { type FormEvent, type ReactNode, useState } from 'react'
import { NO_LINE, type Undone } from './ask.ts'
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
  readonly onOpen: (pass: string) => Promise<Undone>
  readonly children?: ReactNode
}

/** Another phone has the page: staff let this one in. */
export function PassDoor({ onOpen, children }: PassDoorProps) {
  const { t } = useBoundSaid()
  const [typed, setTyped] = useState('')
  const [undone, setUndone] = useState<Undone>(null)
  // Pasted with a gap, or from a Chinese keyboard, they are the same digits.
  const pass = figuresOf(typed).replace(/\D/g, '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onOpen(pass).then(setUndone)
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
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button className="bound-main" disabled={pass.length !== DIGITS}>
          {t('letIn')}
        </button>
      </form>
      {undone !== null && <p role="alert">{t(undone === NO_LINE ? 'noLine' : 'passWrong')}</p>}
    </main>
  )
}
