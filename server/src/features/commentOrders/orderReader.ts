// Reads comments by the rules of their show; the parser of unchanged rules is kept.
import type { BuyRules, Buying, OrderIntent } from '@lantern/shared/contract/commentOrders.ts'
import { OfferId } from '@lantern/shared/contract/ids.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { HoldLine } from '@lantern/shared/contract/things.ts'
import type { OrderIntent as Parsed } from '../../domain/commentOrders/orderRules.ts'
import { createOrderParser } from '../../domain/commentOrders/parseOrder.ts'

export type ReadOrder = (text: string) => OrderIntent

export interface OrderReader {
  /** By the show's rules. */
  readonly read: ReadOrder
  /** Only what has a number beside it. */
  readonly readCounted: ReadOrder
}

/** Characters: nobody orders at such length, and reading it would keep others waiting. */
const LONGEST = 500

export function createReader(rules: BuyRules, front: readonly OfferId[]): ReadOrder {
  const parse = createOrderParser({ ...rules, front })
  return (text) => (text.length > LONGEST ? { kind: 'none', why: 'remark' } : toIntent(parse(text)))
}

function toIntent(parsed: Parsed): OrderIntent {
  if (parsed.kind === 'none') return parsed
  if (parsed.kind === 'cancel') return { kind: 'cancel', lines: parsed.lines.map(withOfferId) }
  return { kind: 'buy', lines: parsed.lines.map(withOfferId) }
}

function withOfferId<Quantity>({ offerId, quantity }: { offerId: string; quantity: Quantity }) {
  return { offerId: OfferId.parse(offerId), quantity }
}

/** Offers of the product that is pinned in front. */
export function frontOffers({ pins, offers }: Pick<RoomState, 'pins' | 'offers'>): OfferId[] {
  const [front] = pins.productIds
  return offers.filter(({ productId }) => productId === front).map(({ id }) => id)
}

/** One unit of what is pinned in front, where that is one offer. */
export function frontLine(room: Pick<RoomState, 'pins' | 'offers'>): HoldLine[] {
  const [offerId, ...others] = frontOffers(room)
  return offerId === undefined || others.length > 0 ? [] : [{ offerId, quantity: 1 }]
}

export type ReaderShelf = (room: RoomState) => OrderReader | null

/** Answers null where comments buy nothing. */
export function createReaderShelf(): ReaderShelf {
  const shelf = new WeakMap<Buying, { readonly front: string; readonly reader: OrderReader }>()
  return (room) => {
    const { buying } = room
    if (!buying?.on) return null
    const offers = frontOffers(room)
    const front = offers.join()
    const known = shelf.get(buying)
    if (known?.front === front) return known.reader
    const readCounted = createReader({ ...buying, numberRequired: true }, offers)
    const reader = { read: createReader(buying, offers), readCounted }
    shelf.set(buying, { front, reader })
    return reader
  }
}
