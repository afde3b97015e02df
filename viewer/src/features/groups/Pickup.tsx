// A pick-up point with the buyer's code, as a picture to scan and as six digits to read out.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { OwnPickup } from '@lantern/shared/contract/leaderPage.ts'
import { useWords } from '../../useWords.ts'

export function Pickup({ pickup, showId }: { readonly pickup: OwnPickup; readonly showId: ShowId }) {
  const { t } = useWords()
  const { point, group, digits, arrivedAt, orders, handed } = pickup
  const isDone = handed === orders
  const standing = isDone ? 'pickup.done' : arrivedAt === null ? 'pickup.notThere' : 'pickup.there'
  return (
    <div className="pickup-card" data-testid="pickup-card" data-state={standing}>
      {!isDone && (
        <div
          className="pickup-qr"
          role="img"
          aria-label={t('pickup.code', { digits })}
          style={{ backgroundImage: `url(/api/pickups/${showId}/qr.svg)` }}
        />
      )}
      <div>
        <b>{point?.name ?? group}</b>
        {point && <p>{[point.address, point.hours, point.note].filter(Boolean).join(' · ')}</p>}
        <p className="pickup-standing" role="status">
          {t(standing)}
        </p>
        {!isDone && <strong data-testid="pickup-digits">{`${digits.slice(0, 3)} ${digits.slice(3)}`}</strong>}
        {!isDone && <small>{t('pickup.show')}</small>}
      </div>
    </div>
  )
}
