// What bodies of plays are built of: the row with the thumb's column, its white button, and the line at the foot.
import { type ReactNode, use } from 'react'
import { KindContext } from './kind.ts'

interface Within {
  readonly children: ReactNode
}

/** What it is on the left, and in the thumb's column, as wide as that of the pinned card, what one can do. */
export function PlayRow({ children }: Within) {
  return <div className="play-row">{children}</div>
}

interface ActButtonProps {
  readonly label: string
  readonly small?: string
  /** `wait`: something is missing; `in`: done. */
  readonly state?: 'go' | 'wait' | 'in'
  readonly busy?: boolean
  readonly onTap?: () => void
  readonly testId: string
}

/** The focus stays on it, whatever becomes of it. */
export function ActButton({ label, small, state = 'go', busy = false, onTap, testId }: ActButtonProps) {
  const isOff = state !== 'go' || busy
  return (
    <button
      type="button"
      className="play-act"
      data-state={state}
      aria-disabled={isOff}
      aria-busy={busy}
      data-testid={testId}
      onClick={isOff ? undefined : onTap}
    >
      {label}
      {small !== undefined && <small>{small}</small>}
    </button>
  )
}

interface PlayFineProps extends Within {
  /** It says why the last tap did not count. */
  readonly refused?: boolean
}

export function PlayFine({ refused = false, children }: PlayFineProps) {
  return (
    <p className="play-fine" data-testid={`${use(KindContext)}-fine`} data-refused={refused}>
      {children}
    </p>
  )
}
