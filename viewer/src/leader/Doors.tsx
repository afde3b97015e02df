// What stands where the page is not to be had: why, and what helps.
import { type FormEvent, useState } from 'react'
import { type Waiting, unsentOf } from './parcels.ts'
import { useSaid } from './words.ts'

interface PlainProps {
  readonly head: string
  readonly words?: string
  /** Still to be sent, from a page that opens no more. */
  readonly waiting?: readonly Waiting[]
  readonly onAgain?: () => void
}

export function Plain({ head, words, waiting = [], onAgain }: PlainProps) {
  const { t } = useSaid()
  return (
    <main className="leader-plain" data-testid="leader-plain">
      <h1>{head}</h1>
      {words && <p>{words}</p>}
      <Unsent waiting={waiting} />
      {onAgain && (
        <button className="lead-side" onClick={onAgain}>
          {t('again')}
        </button>
      )}
    </main>
  )
}

function Unsent({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const { count } = useSaid()
  const unsent = unsentOf(waiting).length
  if (unsent === 0) return null
  return (
    <p className="lead-note" data-testid="unsent">
      {count('unsent', unsent)}
    </p>
  )
}

const DIGITS = 8

interface PassDoorProps {
  readonly waiting: readonly Waiting[]
  readonly onOpen: (pass: string) => Promise<string | null>
}

/** Another phone has the page: staff let this one in. */
export function PassDoor({ waiting, onOpen }: PassDoorProps) {
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
      <Unsent waiting={waiting} />
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
