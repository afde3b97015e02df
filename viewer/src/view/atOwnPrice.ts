// The room as this viewer sees it: at the prices of their group and their tier, where these are lower.
import type { GroupOff } from '@lantern/shared/contract/groups.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Offer } from '@lantern/shared/contract/things.ts'
import { groupPriceOf } from '@lantern/shared/contract/groupPrice.ts'

/** Whoever has a price of their own; null: they pay what everybody pays. */
export interface Priced {
  readonly off: GroupOff | null
}

/** By the ledger's own rule, the lowest of all, never one upon another; the ledger has the last word. */
export function atOwnPrice(room: RoomState, own: readonly (Priced | null)[]): RoomState {
  const offs = own.flatMap((one) => one?.off ?? [])
  if (offs.length === 0) return room
  const priced = (offer: Offer): Offer => {
    const prices = offs.flatMap((off) => groupPriceOf(off, offer) ?? [])
    const priceMinor = Math.min(offer.priceMinor, ...prices)
    return priceMinor === offer.priceMinor ? offer : { ...offer, priceMinor }
  }
  return { ...room, offers: room.offers.map(priced) }
}

/** Whether the price that is shown is this one's own: a sale or a step may be lower. `usual`: the offer as everybody sees it. */
export function isPricedFor({ off }: Priced, usual: Offer, shownMinor: number): boolean {
  const own = off === null ? null : groupPriceOf(off, usual)
  return own !== null && own < usual.priceMinor && own === shownMinor
}
