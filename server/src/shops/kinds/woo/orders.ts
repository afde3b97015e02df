// Orders at WooCommerce: webhooks and the REST API show them in one shape.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopFact, ShopRefusal } from '../../checkout.ts'
import { toMinor } from '../../money.ts'
import { factsOf, type OrderFacts, type OrderReader } from '../orderFacts.ts'
import { readOrderPages } from '../orderPages.ts'
import type { WooApi } from './api.ts'
import { holdsIn, type PaidHold } from './orderHolds.ts'

export const WooLine = z.object({
  total: z.string(),
  /** Rounded to the shop's places on its own, unlike the total beside it and the parts that it is made of. */
  total_tax: z.string(),
  taxes: z.array(z.object({ total: z.string() })).default([]),
  meta_data: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
})

export const WooGoods = z.object({
  currency: z.string().length(3),
  prices_include_tax: z.boolean(),
  line_items: z.array(WooLine),
})

export const WooOrder = WooGoods.extend({
  id: z.number().int().positive(),
  status: z.string(),
  /** Kept when the order is cancelled. */
  date_paid: z.string().nullish(),
  coupon_lines: z.array(z.object({ code: z.string() })),
  /** Surcharges, and what is taken off the whole order with a minus. */
  fee_lines: z.array(WooLine).default([]),
  /** Amounts with a minus. */
  refunds: z.array(z.object({ total: z.string() })).default([]),
})
type Order = z.infer<typeof WooOrder>

const PAID: ReadonlySet<string> = new Set(['processing', 'completed'])

const decimalsOf = (amount: string) => /\.(\d*)$/.exec(amount)?.[1]?.length ?? 0

/** As fine as the total beside it: a rounded total and an unrounded tax are not what was paid, nor the other way round. */
function taxOf({ total, total_tax, taxes }: z.infer<typeof WooLine>): readonly string[] {
  const isFiner = decimalsOf(total) > decimalsOf(total_tax)
  return isFiner && taxes.length > 0 ? taxes.map((tax) => tax.total) : [total_tax]
}

/** Lines after their discount; with the tax where the shop's prices have it inside. Null: not readable. */
export function goodsOf({ line_items, currency, prices_include_tax }: z.infer<typeof WooGoods>): number | null {
  const parts = line_items.flatMap((line) => [line.total, ...(prices_include_tax ? taxOf(line) : [])])
  // Shops keep more places than the currency has: summed first, rounded once.
  const sum = parts.reduce((all, part) => all + Number(part), 0)
  return Number.isFinite(sum) ? toMinor(sum.toFixed(6), currency) : null
}

function partOf({ refunds, currency }: Order): number | null {
  if (refunds.length === 0) return null
  return Math.max(0, -refunds.reduce((sum, { total }) => sum + (toMinor(total, currency) ?? 0), 0))
}

interface OfOrder {
  readonly order: Order
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
export function factsOfOrder(order: Order, reader: OrderReader): OrderFacts {
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
    factsOf: (order: Order) => factsOfOrder(order, reader),
    async read(page) {
      const path = `orders?after=${after}&dates_are_gmt=true&per_page=${PAGE_SIZE}&page=${page}`
      const listed = await api({ path }, z.array(WooOrder))
      if (!listed.ok) return listed
      return grant({ orders: listed.value, next: listed.value.length < PAGE_SIZE ? null : page + 1 })
    },
  })
}
