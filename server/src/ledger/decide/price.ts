// What a hold's lines cost in the working set: what the books offer, brought to one price and one coupon.
import { adjustLines, grantedPrices } from '../../domain/adjusting.ts'
import type { HeldLine } from '../../domain/hold.ts'
import type { WorkingSet, Draft } from '../workingSet.ts'

/** A price that was granted stays, unless a lower one is offered. */
export function priceLines(set: WorkingSet, draft: Draft): HeldLine[] {
  const { prices, coupons } = set.offeredFor(draft)
  const granted = draft.before === null ? [] : grantedPrices(draft.before.lines)
  return adjustLines(draft.lines, { prices: [...granted, ...prices], coupons })
}
