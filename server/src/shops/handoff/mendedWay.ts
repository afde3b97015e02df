// A cart that comes to something else than its hold is made once more, with so much more or less taken off.
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { HandedHold, Way } from '../checkout.ts'
import { discountOf, dueOf } from './handed.ts'

/** The way with `offMinor` taken off the shop's prices; 0: nothing is. */
export type WayWith<Code extends 'HOLD_OVER' | 'SHOP_UNREACHABLE' | 'SHOP_REFUSED'> = (
  offMinor: number,
) => Promise<Outcome<Way, Code>>

/**
 * The shop's prices have changed since they were imported, something is taken off that nobody told, or a part of the goods
 * takes no discount: what has to be taken off follows from what the first cart comes to. A hold below which the shop's own
 * price has fallen cannot be mended.
 */
export async function mendedWay<Code extends 'HOLD_OVER' | 'SHOP_UNREACHABLE' | 'SHOP_REFUSED'>(
  hold: HandedHold,
  wayWith: WayWith<Code>,
): Promise<Outcome<Way, Code>> {
  const offMinor = discountOf(hold)
  const first = await wayWith(offMinor)
  if (!first.ok || first.value.quotedMinor === null) return first
  const missing = first.value.quotedMinor - dueOf(hold)
  return missing === 0 || offMinor + missing < 0 ? first : wayWith(offMinor + missing)
}
