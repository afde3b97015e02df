// Orders at Medusa: the shop's subscriber sends them and the Admin API lists them in one shape.
import { MOST_ORDER_ID } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopFact, ShopRefusal } from '../../checkout.ts'
import { toMinor } from '../../money.ts'
import type { HoldMoney } from '../../handoff/basket.ts'
import type { BasketNames } from '../../handoff/holdNames.ts'
import { type Back, namedBacks } from '../backs.ts'
import { factsOfAll, NO_FACTS, type OrderFacts, type OrderReader, sharedHolds } from '../orderFacts.ts'
import { readOrderPages } from '../orderPages.ts'
import type { MedusaApi } from './api.ts'
import { HOLD_METADATA } from './carts.ts'

const amount = z.union([z.number(), z.string()])

export const MedusaGoods = z.object({
  currency_code: z.string().length(3),
  item_total: amount,
  item_tax_total: amount,
  items: z.array(z.object({ is_tax_inclusive: z.boolean(), metadata: z.record(z.string(), z.unknown()).nullish() })),
})
/** What has to be asked for of an order to read them. */
export const GOODS_FIELDS = 'item_total,item_tax_total,*items'

/** The note says for which hold it was, where it was ours. */
export const MedusaRefund = z.object({ amount, note: z.string().nullish() })

export const MedusaOrder = MedusaGoods.extend({
  id: z.string().min(1).max(MOST_ORDER_ID),
  status: z.string(),
  payment_status: z.string(),
  metadata: z.record(z.string(), z.unknown()).nullable(),
  payment_collections: z
    .array(
      z.object({
        amount: amount.nullish(),
        captured_amount: amount.nullish(),
        refunded_amount: amount.nullish(),
        status: z.string().nullish(),
        payments: z.array(z.object({ refunds: z.array(MedusaRefund).nullish() })).nullish(),
      }),
    )
    .nullish(),
})
type Order = z.infer<typeof MedusaOrder>
/** What an order is read with. */
export interface MedusaReader extends OrderReader {
  readonly names: BasketNames
}
type Named = Pick<Order, 'metadata' | 'items'>

const PAID: ReadonlySet<string> = new Set(['captured', 'partially_refunded'])
/** Authorised is not paid yet, nor is what was captured in part. */
const AUTHORISED: ReadonlySet<string> = new Set(['authorized', 'partially_authorized', 'partially_captured'])

const BACK: ReadonlySet<string> = new Set(['partially_refunded', 'refunded'])

/** Null: not readable. */
export function goodsOf(order: z.infer<typeof MedusaGoods>): number | null {
  const { items, item_total, item_tax_total, currency_code } = order
  const isTaxInside = items.every((item) => item.is_tax_inclusive)
  const goods = isTaxInside ? Number(item_total) : Number(item_total) - Number(item_tax_total)
  return Number.isFinite(goods) ? toMinor(goods.toFixed(6), currency_code.toUpperCase()) : null
}

/** So much has gone back; 0: nothing that can be read. */
function backOf({ payment_collections, currency_code }: Order): number {
  const sum = (payment_collections ?? []).reduce((all, { refunded_amount }) => all + Number(refunded_amount ?? 0), 0)
  return Number.isFinite(sum) ? (toMinor(sum.toFixed(6), currency_code.toUpperCase()) ?? 0) : 0
}

const sumOf = (amounts: readonly (number | string | null | undefined)[]) =>
  amounts.reduce<number>((all, one) => all + Number(one ?? 0), 0)

/**
 * Of an order of which 50 of 200 were taken and 20 of those went back Medusa says `refunded`, and of other parts
 * `partially_refunded`: what is still to be taken only its sums say, which it leaves out where it has none.
 */
function isToBeTaken({ payment_status, payment_collections, currency_code }: Order): boolean {
  const owed = (payment_collections ?? []).filter(({ status }) => status !== 'canceled')
  const taken = sumOf(owed.map((one) => one.captured_amount ?? one.amount))
  const missing = sumOf(owed.map(({ amount }) => amount)) - taken
  const isAllBack = payment_status === 'refunded' && sumOf(owed.map((one) => one.refunded_amount)) >= taken
  return !isAllBack && missing > 0 && toMinor(missing.toFixed(6), currency_code.toUpperCase()) !== 0
}

/** Medusa takes an order of which nothing is to pay without a payment, and calls it `not_paid` for ever. */
function isForNothing(order: Order): boolean {
  const { status, payment_status, payment_collections } = order
  const isUnpaid = payment_status === 'not_paid' && (payment_collections ?? []).length === 0
  return isUnpaid && status !== 'canceled' && goodsOf(order) === 0
}

const nameIn = (metadata: Order['metadata'] | undefined) => {
  const name = metadata?.[HOLD_METADATA]
  return typeof name === 'string' ? name : ''
}

/** Of a basket the holds that the buyer has left in the cart; empty: none of ours. */
export function duesIn({ metadata, items }: Named, names: BasketNames): readonly HoldMoney[] {
  const dues = names.readAll(nameIn(metadata))
  const there = new Set(items.map((item) => names.readName(nameIn(item.metadata ?? null))))
  const left = dues.filter(({ holdId }) => there.has(holdId))
  return dues.length < 2 || left.length === 0 ? dues : left
}

/** The goods with the tax that is on top of them, or in them. */
export function grossOf({ item_total, currency_code }: z.infer<typeof MedusaGoods>): number | null {
  return toMinor(Number(item_total).toFixed(6), currency_code.toUpperCase())
}

export const toNoted =
  (currency: string) =>
  ({ amount, note }: z.infer<typeof MedusaRefund>) => ({
    minor: toMinor(Number(amount).toFixed(6), currency),
    note,
  })

function backsIn(order: Order, dues: readonly HoldMoney[]): readonly Back[] {
  const payments = (order.payment_collections ?? []).flatMap((one) => one.payments ?? [])
  const refunds = payments.flatMap((payment) => payment.refunds ?? [])
  const noted = refunds.map(toNoted(order.currency_code.toUpperCase()))
  return namedBacks(noted, { holdIds: dues.map(({ holdId }) => holdId), backMinor: backOf(order) })
}

/** Empty: the order names no hold of ours. */
export function factsOfOrder(order: Order, { names, endpointId }: MedusaReader): OrderFacts {
  const dues = duesIn(order, names)
  if (dues.length === 0) return NO_FACTS
  const { payment_status: state } = order
  const isToTake = isToBeTaken(order)
  return factsOfAll({
    orderId: order.id,
    holds: sharedHolds(dues, { goodsMinor: goodsOf(order), grossMinor: grossOf(order) ?? 0 }),
    backs: backsIn(order, dues),
    endpointId,
    currency: order.currency_code.toUpperCase(),
    isPaid: isForNothing(order) || (PAID.has(state) && !isToTake),
    isAuthorised: AUTHORISED.has(state) || (BACK.has(state) && isToTake),
    isRefunded: state === 'refunded' && !isToTake,
    partMinor: state === 'partially_refunded' && !isToTake ? backOf(order) : null,
    isCancelled: order.status === 'canceled' || state === 'canceled',
    isFailed: false,
  })
}

const Listed = z.object({ orders: z.array(MedusaOrder), count: z.number().int() })
const FIELDS = `id,status,payment_status,currency_code,metadata,${GOODS_FIELDS},*payment_collections,*payment_collections.payments.refunds`
const PAGE_SIZE = 100

/** Filters on metadata are ignored by Medusa and return everything: orders are listed by time, and matched here. */
export function readOrdersSince(
  admin: MedusaApi,
  since: number,
  reader: MedusaReader,
): Promise<Outcome<readonly ShopFact[], ShopRefusal>> {
  return readOrderPages({
    first: 0,
    factsOf: (order: Order) => factsOfOrder(order, reader),
    async read(offset) {
      const query = new URLSearchParams({
        fields: FIELDS,
        'created_at[$gte]': new Date(since).toISOString(),
        limit: String(PAGE_SIZE),
        offset: String(offset),
      })
      const listed = await admin({ path: `/orders?${query.toString()}` }, Listed)
      if (!listed.ok) return listed
      const { orders, count } = listed.value
      const next = offset + PAGE_SIZE
      return grant({ orders, next: next < count ? next : null })
    },
  })
}
