// What a coupon says of itself in words: how much off, from what sum, for what and until when.
import type { Product } from '@lantern/shared/contract/things.ts'
import type { CouponTerms } from '@lantern/shared/rewards/reward.ts'
import type { WordsInUse } from '../../useWords.ts'

/** Those of the shopper's page, and of the overlay. */
export type CouponWords = Pick<WordsInUse, 't' | 'text' | 'money' | 'locale'>

export function offOf({ off, currency }: CouponTerms, { money, locale }: CouponWords): string {
  if ('minor' in off) return money(off.minor, currency)
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(off.percent / 100)
}

export function fromOf({ fromMinor, currency }: CouponTerms, { t, money }: CouponWords): string {
  return fromMinor === 0 ? t('coupon.anyOrder') : t('coupon.from', { from: money(fromMinor, currency) })
}

export function titleOf(terms: CouponTerms, words: CouponWords): string {
  const off = offOf(terms, words)
  if (terms.fromMinor === 0) return words.t('coupon.title', { off })
  return words.t('coupon.titleFrom', { off, from: words.money(terms.fromMinor, terms.currency) })
}

export function goodsOf({ productIds }: CouponTerms, products: readonly Product[], { t, text }: CouponWords): string {
  if (productIds === null) return t('coupon.everything')
  const [first, ...others] = products.filter(({ id }) => productIds.includes(id))
  if (first === undefined) return t('wallet.otherGoods')
  const what = text(first.title)
  return others.length === 0 ? what : t('coupon.more', { what, n: others.length })
}

/** To the minute today, else the day; null: for ever. */
export function untilOf(until: number | null, now: number, { t, locale }: CouponWords): string {
  return until === null ? t('wallet.forever') : t('coupon.until', { when: whenOf(until, now, locale) })
}

const DAY_MS = 86_400_000

export function whenOf(at: number, now: number, locale: string): string {
  const isNear = Math.abs(at - now) < DAY_MS
  const parts = isNear
    ? ({ hour: '2-digit', minute: '2-digit', hourCycle: isEndOfDay(at) && at > now ? 'h24' : 'h23' } as const)
    : ({ day: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat(locale, parts).format(isNear || !isEndOfDay(at) ? at : at - 1)
}

/** The midnight to come is 24:00 of this day: 00:00 would be the one that is past, and its date the next day's. */
function isEndOfDay(at: number): boolean {
  const local = new Date(at)
  return local.getHours() === 0 && local.getMinutes() === 0
}

/** Also for those that are given later: until a moment, or so long after. */
export function goodUntil(good: { readonly forMs: number } | { readonly until: number }, now: number): number {
  return 'until' in good ? good.until : now + good.forMs
}
