// The coupon in front over the picture of OBS: how much, from what sum, for what, and how one gets it.
import { isOver } from '@lantern/shared/activities/states.ts'
import type { Coupon } from '@lantern/shared/features/coupon/contract.ts'
import type { OverlayShown } from '../../plays/overlayPlay.tsx'
import { fromOf, goodsOf, offOf } from './couponWords.ts'
import './overlay.css'

export function OverlayTicket({ one, room, words }: OverlayShown<Coupon>) {
  const { t } = words
  return (
    <>
      <div className="overlay-ticket" data-testid="overlay-ticket">
        <b>
          {offOf(one, words)}
          <small>{t('coupon.off')}</small>
        </b>
        <span>
          <strong>{fromOf(one, words)}</strong>
          {goodsOf(one, room.products, words)}
        </span>
      </div>
      {!isOver(one.state) && <p>{t(one.given === 'paid' ? 'coupon.whenPaid' : 'coupon.onPhone')}</p>}
    </>
  )
}
