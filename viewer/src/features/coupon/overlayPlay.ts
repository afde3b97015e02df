// Coupons in the overlay: a ticket that is read across a room, in the frame of all plays.
import type { Coupon } from '@lantern/shared/features/coupon/contract.ts'
import { TicketPercent } from 'lucide-react'
import { overlayPlayOf } from '../../plays/overlayPlay.tsx'
import { titleOf } from './couponWords.ts'
import { OverlayTicket } from './OverlayTicket.tsx'

export const COUPON = overlayPlayOf<Coupon>({
  Icon: TicketPercent,
  name: 'coupon.name',
  listIn: ({ coupons }) => coupons,
  title: ({ one, words }) => titleOf(one, words),
  note: ({ one, words: { t, count } }) =>
    one.left === 0
      ? t('coupon.allGone', { n: count(one.places) })
      : t('coupon.leftOf', { n: count(one.left), of: count(one.places) }),
  Body: OverlayTicket,
})
