// Several holds of one viewer and show on their way to the checkout together.
import { createHash } from 'node:crypto'
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { sharesOf } from '../../domain/shares.ts'
import type { HandedHold } from '../checkout.ts'
import { dueOf } from './handed.ts'

/** One hold, and what of the money is its own. */
export interface HoldMoney {
  readonly holdId: HoldId
  readonly amountMinor: number
}

/** The holds that are in it; a single one is its own. */
export function holdsOf(basket: HandedHold): readonly HandedHold[] {
  return basket.together ?? [basket]
}

/** The same for the same holds, in whatever order they were put together. */
export function basketIdOf(basket: HandedHold): HoldId {
  if (basket.together === undefined) return basket.id
  const ids = basket.together.map(({ id }) => id).toSorted()
  return HoldId.parse(`basket-${createHash('sha256').update(ids.join(' ')).digest('base64url').slice(0, 32)}`)
}

/** Whose each item is, by its place. */
export function ownersOf(basket: HandedHold): (index: number) => HoldId {
  const owners = holdsOf(basket).flatMap(({ id, items }) => items.map(() => id))
  return (index) => owners[index] ?? basket.id
}

/** What each of them comes to. */
export function duesOf(basket: HandedHold): readonly HoldMoney[] {
  return holdsOf(basket).map((hold) => ({ holdId: hold.id, amountMinor: dueOf(hold) }))
}

/** Money that was paid, or went back, for all of them together, as each of them has it. */
export function sharedOut(amountMinor: number, dues: readonly HoldMoney[]): readonly HoldMoney[] {
  const shares = sharesOf(amountMinor, new Map(dues.map((due) => [due.holdId, due.amountMinor])))
  return dues.map(({ holdId }) => ({ holdId, amountMinor: shares.get(holdId) ?? 0 }))
}
