// What staff type to give a part of an order back, as the command wants it: what shall have gone back in all.
import { placesOf } from '@lantern/shared/contract/minorUnits.ts'
import type { StaffOrder } from '@lantern/shared/contract/things.ts'
import { parseMoney } from '@lantern/shared/ui/money.ts'

type Paid = Pick<StaffOrder, 'amountMinor' | 'backMinor' | 'currency'>

/** Null: no amount, or none that leaves the shop something to keep. */
export function partBack(text: string, { amountMinor, backMinor, currency }: Paid): number | null {
  const minor = parseMoney(text, placesOf(currency))
  return minor === null || minor === 0 || backMinor + minor >= amountMinor ? null : backMinor + minor
}
