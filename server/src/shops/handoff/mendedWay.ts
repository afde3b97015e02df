// A cart that comes to something else than its hold is made once more, with so much more or less taken off.
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { HandedHold, ShopRefusal, Way } from '../checkout.ts'
import { discountOf, dueOf } from './handed.ts'

type Refusal = 'HOLD_OVER' | ShopRefusal

/** The way with `offMinor` taken off the shop's prices; 0: nothing is. */
export type WayWith<Code extends Refusal> = (offMinor: number) => Promise<Outcome<Way, Code>>

interface Tried {
  readonly offMinor: number
  readonly quotedMinor: number
}

const quotedOf = (way: Outcome<Way, Refusal>) => (way.ok ? way.value.quotedMinor : null)

interface Missed<Code extends Refusal> {
  readonly dueMinor: number
  readonly wayWith: WayWith<Code>
  readonly first: Tried
  readonly second: Tried
  /** What the second try made. */
  readonly way: Outcome<Way, Code>
}

/** What a shop rounds hides a unit, now and then: then it is tried once more, by what is missing. */
const MORE_TRIES = 2

/**
 * Where the shop takes a share of what is left off by itself, a unit more taken off makes less than a unit of difference: how
 * much is what two carts say together. None: it makes none, or the shop is cheaper than the hold.
 */
async function wayByShare<Code extends Refusal>(missed: Missed<Code>): Promise<Outcome<Way, Code>> {
  const { dueMinor, wayWith, first, second } = missed
  const share = (first.quotedMinor - second.quotedMinor) / (second.offMinor - first.offMinor)
  let [last, way] = [second, missed.way]
  for (let tries = 0; share > 0 && tries < MORE_TRIES; tries += 1) {
    const missing = last.quotedMinor - dueMinor
    const offMinor = last.offMinor + (tries === 0 ? Math.round(missing / share) : missing)
    if (offMinor < 0 || offMinor === last.offMinor) return way
    way = await wayWith(offMinor)
    const quotedMinor = quotedOf(way)
    if (quotedMinor === null || quotedMinor === dueMinor) return way
    last = { offMinor, quotedMinor }
  }
  return way
}

/**
 * The shop's prices have changed since they were imported, something is taken off that nobody told, or a part of the goods
 * takes no discount: what has to be taken off follows from what the first cart comes to, or else the first two. A hold below
 * which the shop's own price has fallen cannot be mended.
 */
export async function mendedWay<Code extends Refusal>(
  hold: HandedHold,
  wayWith: WayWith<Code>,
): Promise<Outcome<Way, Code>> {
  const [dueMinor, offMinor] = [dueOf(hold), discountOf(hold)]
  const way = await wayWith(offMinor)
  const firstMinor = quotedOf(way)
  if (firstMinor === null || firstMinor === dueMinor) return way
  const next = offMinor + firstMinor - dueMinor
  // It is told what the shop asks by itself, and not that less something that was meant for a dearer one.
  if (next < 0) return offMinor === 0 ? way : wayWith(0)
  const mended = await wayWith(next)
  const secondMinor = quotedOf(mended)
  if (secondMinor === null || secondMinor === dueMinor) return mended
  const first = { offMinor, quotedMinor: firstMinor }
  return wayByShare({ dueMinor, wayWith, first, second: { offMinor: next, quotedMinor: secondMinor }, way: mended })
}
