// Orders at WooCommerce: webhooks and the REST API show them in one shape.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopFact, ShopRefusal } from '../../checkout.ts'
import { toMinor } from '../../money.ts'
import { namedBacks } from '../backs.ts'
import { factsOfAll, type OrderFacts, type OrderReader } from '../orderFacts.ts'
import { readOrderPages } from '../orderPages.ts'
import type { WooApi } from './api.ts'
import { holdsIn } from './orderHolds.ts'
import { goodsOf, grossOf, toNoted, WooOrder } from './orderShape.ts'

const PAID: ReadonlySet<string> = new Set(['processing', 'completed'])

function partOf({ refunds, currency }: WooOrder): number | null {
  if (refunds.length === 0) return null
  return Math.max(0, -refunds.reduce((sum, { total }) => sum + (toMinor(total, currency) ?? 0), 0))
}

/** Empty: the order names no hold of ours. Of several holds each has its own facts, with ids of their own. */
export function factsOfOrder(order: WooOrder, { names, endpointId }: OrderReader): OrderFacts {
  const holds = holdsIn(order, names)
  const wasPaid = order.status === 'cancelled' && (order.date_paid ?? null) !== null
  const partMinor = partOf(order)
  const holdIds = holds.map(({ holdId }) => holdId)
  return factsOfAll({
    orderId: String(order.id),
    endpointId,
    currency: order.currency,
    holds: holds.map(({ holdId, goods }) => ({ holdId, goodsMinor: goodsOf(goods), grossMinor: grossOf(goods) ?? 0 })),
    backs: namedBacks(order.refunds.map(toNoted(order.currency)), { holdIds, backMinor: partMinor ?? 0 }),
    isPaid: PAID.has(order.status) || wasPaid,
    // A card that was authorised, or a transfer that is awaited.
    isAuthorised: order.status === 'on-hold',
    isRefunded: order.status === 'refunded',
    partMinor,
    isCancelled: order.status === 'cancelled',
    isFailed: order.status === 'failed',
  })
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
