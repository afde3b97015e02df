// What coupons say of themselves on the desk.
import { COMMANDS, type Coupon } from '@lantern/shared/features/coupon/contract.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { TicketPercent } from 'lucide-react'
import { laterOf, makerOf } from '../../plays/maker.ts'
import { playOf, type Shown } from '../../plays/play.tsx'
import './coupon.css'
import { CouponForm } from './CouponForm.tsx'

const grantedOf = ({ places, left }: Coupon) => places - left

export const COUPON = playOf<Coupon>({
  kind: 'coupon',
  Icon: TicketPercent,
  listIn: ({ coupons }) => coupons,
  title: titleOf,
  sum: sumOf,
  over: ({ one, say }) => say('coupon.over', { given: grantedOf(one), count: one.places }),
  closeQuestion: ({ one, say }) => say('coupon.closeQuestion', { count: grantedOf(one) }),
  cancelQuestion: ({ one, say }) => say('coupon.cancelQuestion', { count: grantedOf(one) }),
  Form: CouponForm,
  make: makerOf('coupon:make', COMMANDS['coupon:make'].input, ({ good, ...asked }, passed) => ({
    ...asked,
    good: 'until' in good ? { until: laterOf(good.until, passed) } : good,
  })),
})

function titleOf({ one, say, locale }: Shown<Coupon>): string {
  const { off: taken, fromMinor, currency, title } = one
  const off =
    'minor' in taken
      ? formatMoney(taken.minor, currency, locale)
      : new Intl.NumberFormat(locale, { style: 'percent' }).format(taken.percent / 100)
  const from = formatMoney(fromMinor, currency, locale)
  return `${fromMinor === 0 ? say('coupon.titleOff', { off }) : say('coupon.titleFrom', { off, from })} · ${title}`
}

function sumOf({ one, say, locale }: Shown<Coupon>): string {
  const how = say(one.given === 'paid' ? 'coupon.byPayment' : 'coupon.byClaim')
  if (one.state === 'draft') {
    const many = say('coupon.toGive', { count: one.places })
    return [many, how, goodOf(one, say, locale)].join(' · ')
  }
  const { places: count, used, reserved, currency } = one
  const sum = say('coupon.sum', { given: grantedOf(one), count, used: used ?? 0 })
  if (reserved === null || reserved.count === 0) return sum
  const money = formatMoney(reserved.minor, currency, locale)
  return `${sum} · ${say('coupon.reserved', { count: reserved.count, money })}`
}

const DAY_MS = 86_400_000

function goodOf({ good }: Coupon, say: Shown<Coupon>['say'], locale: string): string {
  if ('until' in good) return say('coupon.goodUntil', { when: formatMoment(good.until, locale) })
  return say('coupon.goodDays', { count: Math.round(good.forMs / DAY_MS) })
}
