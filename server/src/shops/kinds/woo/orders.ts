// Orders at WooCommerce: webhooks and the REST API show them in one shape.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopFact, ShopRefusal } from '../../checkout.ts'
import { toMinor } from '../../money.ts'
import { factsOf, type OrderFacts, type OrderReader } from '../orderFacts.ts'
import { readOrderPages } from '../orderPages.ts'
import type { WooApi } from './api.ts'
import { holdsIn, type PaidHold } from './orderHolds.ts'
import { goodsOf, WooOrder } from './orderShape.ts'

const PAID: ReadonlySet<string> = new Set(['processing', 'completed'])

function partOf({ refunds, currency }: WooOrder): number | null {
  if (refunds.length === 0) return null
  return Math.max(0, -refunds.reduce((sum, { total }) => sum + (toMinor(total, currency) ?? 0), 0))
}

interface OfOrder {
  readonly order: WooOrder
  readonly endpointId: string
  /** The order pays no other hold. */
  readonly isOnly: boolean
}

function factsOfHold({ holdId, goods }: PaidHold, { order, endpointId, isOnly }: OfOrder): OrderFacts {
  const wasPaid = order.status === 'cancelled' && (order.date_paid ?? null) !== null
  const partMinor = partOf(order)
  return factsOf({
    orderId: String(order.id),
    holdId,
    endpointId,
    currency: order.currency,
    goodsMinor: goodsOf(goods),
    isPaid: PAID.has(order.status) || wasPaid,
    // A card that was authorised, or a transfer that is awaited.
    isAuthorised: order.status === 'on-hold',
    isRefunded: order.status === 'refunded',
    // Of which of them it went back is not told.
    partMinor: partMinor !== null && !isOnly ? 0 : partMinor,
    isCancelled: order.status === 'cancelled',
    isFailed: order.status === 'failed',
  })
}

/** Empty: the order names no hold of ours. Of several holds each has its own facts, with ids of their own. */
export function factsOfOrder(order: WooOrder, reader: OrderReader): OrderFacts {
  const holds = holdsIn(order, reader.names)
  const isOnly = holds.length === 1
  const told = holds.map((hold) => factsOfHold(hold, { order, endpointId: reader.endpointId, isOnly }))
  const ownIds = (fact: ShopFact) => (isOnly ? fact : { ...fact, eventId: `${fact.eventId}-${fact.holdId}` })
  return {
    facts: told.flatMap(({ facts }) => facts.map(ownIds)),
    unread: told.flatMap(({ unread }) => unread),
  }
}

const PAGE_SIZE = 100

export function readOrdersSince(
  api: WooApi,
  since: number,
  reader: OrderReader,
): Promise<Outcome<readonly ShopFact[], ShopRefusal>> {
  const after = encodeURIComponent(new Date(since).toISOString().slice(0, 19))
  return readOrderPages({
    first: 1,
    factsOf: (order: WooOrder) => factsOfOrder(order, reader),
    async read(page) {
      const path = `orders?after=${after}&dates_are_gmt=true&per_page=${PAGE_SIZE}&page=${page}`
      const listed = await api({ path }, z.array(WooOrder))
      if (!listed.ok) return listed
      return grant({ orders: listed.value, next: listed.value.length < PAGE_SIZE ? null : page + 1 })
    },
  })
}
