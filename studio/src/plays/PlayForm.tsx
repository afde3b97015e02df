// The frame of a play's form: its fields, and whether it is opened at once or kept for later.
import type { ReactNode } from 'react'
import { useDesk } from '../desk/DeskContext.ts'
import { useWords } from '../words.ts'

interface PlayFormProps {
  readonly kind: string
  readonly label: string
  readonly isComplete: boolean
  readonly onMake: (start: 'draft' | 'open') => void
  /** It may open before the show. */
  readonly whenever?: boolean
  /** Kept, it opens by itself. */
  readonly waits?: boolean
  readonly children: ReactNode
}

export function PlayForm({
  kind,
  label,
  isComplete,
  onMake,
  whenever = false,
  waits = false,
  children,
}: PlayFormProps) {
  const { say } = useWords()
  const { phase } = useDesk().room.show
  const mayOpen = whenever || phase === 'live'

  return (
    <form
      className="play-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete) onMake(mayOpen ? 'open' : 'draft')
      }}
    >
      {children}
      <div className="play-go">
        <button className="btn main" data-testid={`${kind}-open`} disabled={!mayOpen || !isComplete}>
          {say('play.open')}
        </button>
        <button
          type="button"
          className="btn"
          data-testid={`${kind}-draft`}
          disabled={!isComplete}
          onClick={() => onMake('draft')}
        >
          {say(waits ? 'play.waits' : 'play.keep')}
        </button>
      </div>
      {!mayOpen && <small className="quiet">{say('play.whenLive')}</small>}
    </form>
  )
}
