// Puts the shop that is looked at in the place of the one in use: unlocked by its round trip, asked once with what happens.
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../words.ts'

interface UseShopProps {
  readonly testId: string
  readonly shop: string
  /** Steps that still ask for something. */
  readonly left: number
  readonly isReady: boolean
  readonly isMain: boolean
  readonly isBusy: boolean
  /** What happens then. */
  readonly question: string
  readonly onUse: () => void
}

export function UseShop({ testId, shop, left, isReady, isMain, isBusy, question, onUse }: UseShopProps) {
  const { say } = useWords()
  const [isAsked, setAsked] = useState(false)
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsked) stay.current?.focus()
  }, [isAsked])
  const label = !isReady && left > 0 ? say('connect.useAfter', { shop, count: left }) : say('connect.use', { shop })

  return (
    <div className="popover use-shop" onKeyDown={(event) => event.key === 'Escape' && setAsked(false)}>
      <button
        className={isMain ? 'btn main' : 'btn'}
        data-testid={testId}
        disabled={!isReady || isBusy}
        aria-expanded={isAsked}
        onClick={() => setAsked(!isAsked)}
      >
        {label}
      </button>
      {isAsked && isReady && (
        <div className="popover-panel use-shop-ask" role="alertdialog" aria-label={question}>
          <p>{question}</p>
          <div>
            <button ref={stay} className="btn" onClick={() => setAsked(false)}>
              {say('common.goBack')}
            </button>
            <button
              className="btn"
              data-testid="use-shop-yes"
              disabled={isBusy}
              onClick={() => {
                setAsked(false)
                onUse()
              }}
            >
              {say('connect.use', { shop })}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}
