// Names of the holds that a round trip takes to a shop: they are in no book, and what the shop says of them is no surprise.
import { randomBytes } from 'node:crypto'
import { HoldId } from '@lantern/shared/contract/ids.ts'

const PREFIX = 'trip_'

export function newTestHoldId(): HoldId {
  return HoldId.parse(`${PREFIX}${randomBytes(12).toString('base64url')}`)
}

/** A buyer's page may name a hold so, too: to be asked only of one that the ledger does not know. */
export function isTestHold(holdId: string): boolean {
  return holdId.startsWith(PREFIX)
}
