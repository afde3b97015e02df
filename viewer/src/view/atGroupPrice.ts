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

/** Whether the price that is shown is the group's own: a sale or a step may be lower. `usual`: the offer as everybody sees it. */
export function isPricedFor({ off }: OwnGroup, usual: Offer, shownMinor: number): boolean {
  const own = off === null ? null : groupPriceOf(off, usual)
  return own !== null && own < usual.priceMinor && own === shownMinor
}
