// Names of the holds that a round trip takes to a shop: they are in no book, and what the shop says of them is no surprise.
import { HoldId } from '@lantern/shared/contract/ids.ts'

const PREFIX = 'trip_'

/** `name`: new each time, of A-Z a-z 0-9 _ -. */
export function testHoldId(name: string): HoldId {
  return HoldId.parse(`${PREFIX}${name}`)
}

/** A buyer's page may name a hold so, too: to be asked only of one that the ledger does not know. */
export function isTestHold(holdId: string): boolean {
  return holdId.startsWith(PREFIX)
}
