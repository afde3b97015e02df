// What a hold's lines cost on the bench: what the books offer, brought to one price and one coupon.
import { adjustLines, grantedPrices } from '../../domain/adjusting.ts'
import type { HeldLine } from '../../domain/hold.ts'
import type { Bench, Draft } from '../workingSet.ts'

/** A price that was granted stays, unless a lower one is offered. */
export function priceLines(bench: Bench, draft: Draft): HeldLine[] {
  const { prices, coupons } = bench.offeredFor(draft)
  const granted = draft.before === null ? [] : grantedPrices(draft.before.lines)
  return adjustLines(draft.lines, { prices: [...granted, ...prices], coupons })
}
