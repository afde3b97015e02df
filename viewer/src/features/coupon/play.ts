// Coupons on the shopper's page: their words and their ticket, in the frame of all plays.
import { isOver } from '@lantern/shared/activities/states.ts'
import type { Coupon } from '@lantern/shared/features/coupon/contract.ts'
import { TicketPercent } from 'lucide-react'
import { playOf, type Shown } from '../../plays/play.tsx'
import './coupon.css'
import { CouponBody } from './CouponBody.tsx'
import { titleOf } from './couponWords.ts'

export const COUPON = playOf<Coupon>({
  Icon: TicketPercent,
  name: 'coupon.name',
  listIn: ({ coupons }) => coupons,
  title: ({ one, words }) => titleOf(one, words),
  note: noteOf,
  folded: (shown) => titleOf(shown.one, shown.words),
  outcome: ({ one, words: { t, count } }) =>
    t('coupon.over', { n: count(one.places - one.left), of: count(one.places) }),
  Body: CouponBody,
  titled: 'body',
  gives: true,
})

function noteOf({ one, entry, words: { t, count } }: Shown<Coupon>): string {
  if (entry !== null) return t('coupon.yours')
  if (one.left === 0 && !isOver(one.state)) return t('coupon.allGone', { n: count(one.places) })
  return t('coupon.leftOf', { n: count(one.left), of: count(one.places) })
}
