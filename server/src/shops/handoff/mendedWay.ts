// A cart that comes to something else than its hold is made once more, with so much more or less taken off.
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { HandedHold, Way } from '../checkout.ts'
import { discountOf, dueOf } from './handed.ts'

/** The way with `offMinor` taken off the shop's prices; 0: nothing is. */
export type WayWith<Code extends 'HOLD_OVER' | 'SHOP_UNREACHABLE' | 'SHOP_REFUSED'> = (
  offMinor: number,
) => Promise<Outcome<Way, Code>>

interface Tried {
  readonly offMinor: number
  readonly quotedMinor: number
}

/**
 * Where the shop takes a share of what is left off by itself, a unit more taken off makes less than a unit of difference: how
 * much is what two carts say together. Null: it makes none, or the shop is cheaper than the hold.
 */
function betterThan(first: Tried, second: Tried, dueMinor: number): number | null {
  const share = (first.quotedMinor - second.quotedMinor) / (second.offMinor - first.offMinor)
  if (share <= 0) return null
  const offMinor = Math.round(second.offMinor + (second.quotedMinor - dueMinor) / share)
  return offMinor < 0 || offMinor === second.offMinor ? null : offMinor
}

/**
 * The shop's prices have changed since they were imported, something is taken off that nobody told, or a part of the goods
 * takes no discount: what has to be taken off follows from what the first cart comes to, or else the first two. A hold below
 * which the shop's own price has fallen cannot be mended.
 */
export async function mendedWay<Code extends 'HOLD_OVER' | 'SHOP_UNREACHABLE' | 'SHOP_REFUSED'>(
  hold: HandedHold,
  wayWith: WayWith<Code>,
): Promise<Outcome<Way, Code>> {
  const [dueMinor, offMinor] = [dueOf(hold), discountOf(hold)]
  const first = await wayWith(offMinor)
  if (!first.ok || first.value.quotedMinor === null) return first
  const tried = { offMinor, quotedMinor: first.value.quotedMinor }
  const next = offMinor + tried.quotedMinor - dueMinor
  if (next === offMinor) return first
  // It is told what the shop asks by itself, and not that less something that was meant for a dearer one.
  if (next < 0) return offMinor === 0 ? first : wayWith(0)
  const second = await wayWith(next)
  if (!second.ok || second.value.quotedMinor === null || second.value.quotedMinor === dueMinor) return second
  const better = betterThan(tried, { offMinor: next, quotedMinor: second.value.quotedMinor }, dueMinor)
  return better === null ? second : wayWith(better)
}
