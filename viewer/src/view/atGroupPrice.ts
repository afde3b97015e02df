// The room as one of a group sees it: at the group's prices, where they are lower.
import type { OwnGroup } from '@lantern/shared/contract/groups.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Offer } from '@lantern/shared/contract/things.ts'
import { groupPriceOf } from '@lantern/shared/contract/groupPrice.ts'

/** By the ledger's own rule; the ledger has the last word. */
export function atGroupPrice(room: RoomState, group: OwnGroup | null): RoomState {
  const off = group?.off ?? null
  if (off === null) return room
  const priced = (offer: Offer): Offer => {
    const priceMinor = groupPriceOf(off, offer)
    return priceMinor === null || priceMinor >= offer.priceMinor ? offer : { ...offer, priceMinor }
  }
  return { ...room, offers: room.offers.map(priced) }
}

/** Whether one of a group pays less for the product than others would. */
export function isPricedFor(group: OwnGroup, offer: Offer): boolean {
  const { off } = group
  if (off === null) return false
  // The room has the group's price in it already: a percentage of that says nothing any more.
  if ('percent' in off) return true
  return groupPriceOf(off, offer) === offer.priceMinor
}
