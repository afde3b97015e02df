// How many units a viewer may change a hold to: what the limits leave beside other holds, and what is free.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { FlashSale, GrantedLine, Hold, Offer } from '@lantern/shared/contract/things.ts'
import { isReserved, unitsTaken } from './holds.ts'

export interface Quantity {
  readonly now: number
  readonly most: number
}

/** Null where there is nothing to choose: one unit each, or a hold of several lines. */
export function readQuantity(room: RoomState, hold: Hold, holds: readonly Hold[]): Quantity | null {
  const [line, ...others] = hold.lines
  const offer = room.offers.find((one) => one.id === line?.offerId)
  if (line === undefined || offer === undefined || others.length > 0) return null
  const beside = holds.filter((one) => one.id !== hold.id)
  const limit = Math.min(offer.perViewer - unitsTaken(new Set([offer.id]), beside, null), saleLimit(room, line, beside))
  if (limit <= 1 && line.quantity === 1) return null
  const own = isReserved(hold) ? line.quantity : 0
  return { now: line.quantity, most: Math.max(line.quantity, Math.min(limit, own + freeFor(room, line, offer))) }
}

function saleOf(room: RoomState, line: GrantedLine): FlashSale | null {
  return line.saleId !== null && room.sale?.id === line.saleId && room.sale.endedAt === null ? room.sale : null
}

/** A line of a sale that is over keeps its price and cannot grow. */
function saleLimit(room: RoomState, line: GrantedLine, beside: readonly Hold[]): number {
  if (line.saleId === null) return Infinity
  const sale = saleOf(room, line)
  if (sale === null) return line.quantity
  const offers = room.offers.filter((offer) => offer.productId === sale.productId)
  return sale.perViewer - unitsTaken(new Set(offers.map((offer) => offer.id)), beside, sale.id)
}

function freeFor(room: RoomState, line: GrantedLine, offer: Offer): number {
  return Math.min(offer.free, saleOf(room, line)?.free ?? Infinity)
}
