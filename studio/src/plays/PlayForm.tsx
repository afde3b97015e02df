// The frame of a play's form: its fields, and whether it is opened at once or kept for later.
import type { ReactNode } from 'react'
import { useDesk } from '../desk/DeskContext.ts'
import { useRefusalWords } from '../refusalWords.ts'
import { useWords } from '../words.ts'
import { useShopAnswers } from './useShopAnswers.ts'

interface PlayFormProps {
  readonly kind: string
  readonly label: string
  readonly isComplete: boolean
  readonly onMake: (start: 'draft' | 'open') => void
  /** It may open before the show. */
  readonly whenever?: boolean
  /** It opens by itself, and is kept until then. */
  readonly waits?: boolean
  /** It takes something off at the shop: why one that cannot be told so cannot have it. */
  readonly notCarried?: 'PRICE_NOT_CARRIED' | 'COUPON_NOT_CARRIED'
  readonly children: ReactNode
}

export function PlayForm({ kind, label, onMake, whenever = false, waits = false, children, ...asked }: PlayFormProps) {
  const { say } = useWords()
  const refusalText = useRefusalWords()
  const { phase } = useDesk().room.show
  const mayOpen = whenever || phase === 'live'
  const refusal = useNotCarried(asked.notCarried)
  const isComplete = asked.isComplete && refusal === null

  return (
    <form
      className="play-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete) onMake(waits || !mayOpen ? 'draft' : 'open')
      }}
    >
      {refusal !== null && (
        <p className="play-refused" role="alert" data-testid={`${kind}-refused`}>
          {refusalText(refusal)}
        </p>
      )}
      {children}
      <GoButtons kind={kind} mayOpen={mayOpen} waits={waits} isComplete={isComplete} onDraft={() => onMake('draft')} />
      {!mayOpen && <small className="quiet">{say('play.whenLive')}</small>}
    </form>
  )
}

interface GoButtonsProps {
  readonly kind: string
  readonly mayOpen: boolean
  readonly waits: boolean
  readonly isComplete: boolean
  readonly onDraft: () => void
}

/** Enter does what the first of them does. */
function GoButtons({ kind, mayOpen, waits, isComplete, onDraft }: GoButtonsProps) {
  const { say } = useWords()
  return (
    <div className="play-go">
      {!waits && (
        <button className="btn main" data-testid={`${kind}-open`} disabled={!mayOpen || !isComplete}>
          {say('play.open')}
        </button>
      )}
      <button
        type={waits ? 'submit' : 'button'}
        className={waits ? 'btn main' : 'btn'}
        data-testid={`${kind}-draft`}
        disabled={!isComplete}
        onClick={waits ? undefined : onDraft}
      >
        {say(waits ? 'play.waits' : 'play.keep')}
      </button>
    </div>
  )
}

/** Null: nothing is in the way, or nobody knows yet. */
function useNotCarried(code: PlayFormProps['notCarried']) {
  const answers = useShopAnswers({ enabled: code !== undefined })
  return code !== undefined && answers?.price === 'none' ? code : null
}
