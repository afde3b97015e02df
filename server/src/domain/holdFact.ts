// What a fact of a hold or of its order says: the whole of it as it stood then, so that whoever reads it looks nothing up.
import {
  At,
  Currency,
  HoldId,
  Minor,
  OfferId,
  OrderId,
  ProductId,
  SaleId,
  VariantId,
  ViewerId,
} from '@lantern/shared/contract/ids.ts'
import { Adjustment, HeldGroup, StaffOrder, HoldState, RefundState } from '@lantern/shared/contract/things.ts'
import { Credit } from '@lantern/shared/contract/sharing.ts'
import * as z from 'zod'
import { listMinor } from './adjusting.ts'
import type { HeldLine, HoldRecord } from './hold.ts'

/** What an offer sells, by our ids and the shop's. */
const Goods = z.object({ productId: ProductId, variantId: VariantId, sku: z.string() })
export type Goods = z.infer<typeof Goods>

/** As it is written: nothing where nothing was taken off, and where it draws from no sale. */
export const WrittenLine = Goods.extend({
  offerId: OfferId,
  saleId: SaleId.nullable().default(null),
  quantity: z.number().int().positive(),
  listMinor: Minor.optional(),
  unitPriceMinor: Minor,
  adjustments: z.array(Adjustment).default([]),
})

/** `listMinor`: one unit before anything was taken off; `unitPriceMinor`: at the lowest price; a coupon comes off the line. */
const FactLine = WrittenLine.transform((line) => ({ ...line, listMinor: line.listMinor ?? line.unitPriceMinor }))
export type FactLine = z.infer<typeof FactLine>

/** `totalMinor`: what is to pay; `via`: the share link that brought the viewer; nothing that says who the viewer is. `credit`: null in facts of before there were sharers, when there was nobody to credit; `group`: null where the buyer came by no group's link. */
const FactHold = z.object({
  holdId: HoldId,
  viewerId: ViewerId,
  via: z.string().nullable().default(null),
  state: HoldState,
  lines: z.array(FactLine),
  currency: Currency,
  totalMinor: Minor,
  grantedAt: At,
  expiresAt: At,
  orderId: OrderId.nullable().default(null),
  waited: z.boolean().default(false),
  credit: Credit.nullable().default(null),
  group: HeldGroup.nullable().default(null),
})
export type FactHold = z.infer<typeof FactHold>

/** `backMinor`: what of it has gone back by then; `isSecond`: a payment beside the hold's own one; `refund`: how far staff's giving it back is. */
const FactOrder = z.object({
  orderId: OrderId,
  state: StaffOrder.shape.state,
  amountMinor: Minor,
  currency: Currency,
  backMinor: Minor,
  isSecond: z.boolean(),
  refund: RefundState.nullable(),
})
export type FactOrder = z.infer<typeof FactOrder>

/** Null: nothing is known of it any more; that of a fact of today is always there. */
const HoldFact = z.object({ hold: FactHold.nullable(), order: FactOrder.nullish().transform((order) => order ?? null) })
export type HoldFact = z.infer<typeof HoldFact>

/** Throws where it says something else. The hold's id is not written twice. */
export function readHoldFact({ holdId, data }: { readonly holdId: HoldId | null; readonly data: Data }): HoldFact {
  const { hold, order } = data
  return HoldFact.parse({ hold: holdId === null || !isData(hold) ? hold : { holdId, ...hold }, order })
}

type Data = Readonly<Record<string, unknown>>

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null
}

/** For the fact's row: what is not there, or as in nearly all, is left out; every grant passes here. */
export function toWrittenHold(hold: HoldRecord, goodsOf: (offerId: string) => Goods): object {
  const { viewerId, via, state, currency, totalMinor, grantedAt, expiresAt, orderId, waited, credit, group } = hold
  const lines = hold.lines.map((line) => toWrittenLine(line, goodsOf(line.offerId)))
  const gaps = {
    via: via ?? undefined,
    orderId: orderId ?? undefined,
    waited: waited || undefined,
    credit: credit ?? undefined,
    group,
  }
  return { viewerId, state, lines, currency, totalMinor, grantedAt, expiresAt, ...gaps }
}

function toWrittenLine(line: HeldLine, { productId, variantId, sku }: Goods): object {
  const { offerId, saleId, quantity, unitPriceMinor, adjustments } = line
  const plain = { offerId, productId, variantId, sku, quantity, unitPriceMinor, saleId: saleId ?? undefined }
  return adjustments.length === 0 ? plain : { ...plain, listMinor: listMinor(line), adjustments }
}

export function toFactHold(hold: HoldRecord, goodsOf: (offerId: string) => Goods): FactHold {
  return FactHold.parse({ ...toWrittenHold(hold, goodsOf), holdId: hold.id })
}

type Line = Omit<HeldLine, 'locks' | 'takes' | 'takesSale'>

export function toFactLine(line: Line, { productId, variantId, sku }: Goods): FactLine {
  const { offerId, saleId, quantity, unitPriceMinor, adjustments } = line
  const prices = { listMinor: listMinor(line), unitPriceMinor, adjustments }
  return { offerId, productId, variantId, sku, saleId, quantity, ...prices }
}

interface Order {
  readonly order_id: OrderId
  readonly state: FactOrder['state']
  readonly amount_minor: number
  readonly currency: string
  readonly back_minor: number
  readonly second: 0 | 1
  readonly refund: FactOrder['refund']
}

/** All of a refunded one has gone back, whatever went before. */
export function toFactOrder(order: Order): FactOrder {
  const { order_id: orderId, state, amount_minor: amountMinor, currency, second, refund } = order
  const backMinor = state === 'refunded' ? amountMinor : order.back_minor
  return { orderId, state, amountMinor, currency, backMinor, isSecond: second === 1, refund }
}
