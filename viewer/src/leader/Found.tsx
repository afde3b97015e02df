// The parcel of the buyer whose code was shown: who, what, paid; and the tap that hands it over.
import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ShowProps } from './showProps.ts'
import type { Parcel } from './parcels.ts'
import { Need } from './Prepare.tsx'
import { useSaid } from './words.ts'

interface FoundProps extends ShowProps {
  readonly shown: { readonly code: string; readonly found: readonly Parcel[] }
  readonly onDone: () => void
}

export function Found({ shown: { code, found }, onDone, ...props }: FoundProps) {
  const { t } = useSaid()
  const sheet = useRef<HTMLElement>(null)
  useEffect(() => {
    sheet.current?.focus()
  }, [])
  return (
    <>
      <div className="lead-dim" onClick={onDone} />
      <section
        className="lead-sheet"
        role="dialog"
        aria-modal="true"
        aria-label={t('handOver')}
        data-testid="found"
        tabIndex={-1}
        ref={sheet}
        onKeyDown={({ key }) => key === 'Escape' && onDone()}
      >
        {found.map((parcel) => (
          <OfBuyer key={parcel.key} {...props} parcel={parcel} code={code} onDone={onDone} />
        ))}
        <button className="bound-side" onClick={onDone}>
          {t('notNow')}
        </button>
      </section>
    </>
  )
}

interface OfBuyerProps extends ShowProps {
  readonly parcel: Parcel
  readonly code: string
  readonly onDone: () => void
}

function OfBuyer({ parcel, code, leader, state, show, onDone }: OfBuyerProps) {
  const { t, count, money, time } = useSaid()
  const name = parcel.name || t('someone')
  const digits = `${parcel.digits.slice(0, 3)} ${parcel.digits.slice(3)}`
  return (
    <>
      <div className="lead-who">
        <i className="bound-face" aria-hidden="true">
          {[...name][0]?.toLocaleUpperCase()}
        </i>
        <h2>{name}</h2>
        <span className="lead-pill">
          <Check size={16} strokeWidth={3} aria-hidden="true" />
          {t('paid')} {money(parcel.totalMinor, show.currency)}
        </span>
      </div>
      <ul className="lead-items">
        {parcel.lines.map((line) => (
          <Need key={line.offerId} goods={line} state={state} />
        ))}
      </ul>
      {parcel.at === null ? (
        <>
          <p className="bound-sub">{count('pieces', parcel.pieces, { code: digits })}</p>
          <button
            className="bound-main"
            data-testid="hand-over-now"
            onClick={() => void leader.handOver(show, parcel, code).then(onDone)}
          >
            <Check size={20} aria-hidden="true" />
            {count('handPieces', parcel.pieces)}
          </button>
        </>
      ) : (
        <p className="bound-note" role="alert" data-testid="already">
          {t('alreadyHanded', { at: time(parcel.at) })}
        </p>
      )}
    </>
  )
}
