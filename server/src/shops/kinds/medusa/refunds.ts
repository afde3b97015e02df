// Money back at Medusa: of what was captured of each payment of the order, as much as is still to go back.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { OrderToRefund, ShopRefusal } from '../../checkout.ts'
import { toDecimal, toMinor } from '../../money.ts'
import { refusedByShop } from '../../shopFetch.ts'
import type { BasketNames } from '../../handoff/holdNames.ts'
import { namedBacks, noteOf } from '../backs.ts'
import { sharedHolds } from '../orderFacts.ts'
import { ownOf, type Paid, toGiveBack, toGiveBackOfOne } from '../toGiveBack.ts'
import type { MedusaApi } from './api.ts'
import { duesIn, GOODS_FIELDS, goodsOf, grossOf, MedusaGoods, MedusaRefund, toNoted } from './orders.ts'

const Amounts = z.array(z.object({ amount: z.union([z.number(), z.string()]) }))
const Payment = z.object({ id: z.string().min(1), captures: Amounts, refunds: z.array(MedusaRefund) })
const Order = z.object({
  order: z.object({
    ...MedusaGoods.shape,
    metadata: z.record(z.string(), z.unknown()).nullish(),
    payment_collections: z.array(z.object({ payments: z.array(Payment) })),
  }),
})
const Refunded = z.object({ payment: z.object({ id: z.string() }) })

const Cancelled = z.object({ order: z.object({ id: z.string() }) })

const ALL = '*payment_collections.payments'
const FIELDS = `id,currency_code,metadata,${GOODS_FIELDS},${ALL},${ALL}.captures,${ALL}.refunds`

interface PaymentState {
  readonly id: string
  readonly paidMinor: number
  readonly backMinor: number
}

/** Null: not readable. */
function stateOf({ id, captures, refunds }: z.infer<typeof Payment>, currency: string): PaymentState | null {
  const sum = (amounts: z.infer<typeof Amounts>) => {
    const all = amounts.reduce((total, { amount }) => total + Number(amount), 0)
    return Number.isFinite(all) ? toMinor(all.toFixed(6), currency) : null
  }
  const [paidMinor, backMinor] = [sum(captures), sum(refunds)]
  return paidMinor === null || backMinor === null ? null : { id, paidMinor, backMinor }
}

interface Part {
  readonly id: string
  readonly minor: number
}

type ShopOrder = z.infer<typeof Order>['order']
type Wish = Pick<OrderToRefund, 'holdId' | 'keepMinor'> & { readonly names: BasketNames }

/** Of an order of several holds that of the one; of any other all of it. */
function leftOf(order: ShopOrder, paid: Paid, { holdId, keepMinor, names }: Wish): number | null {
  const dues = duesIn({ items: order.items, metadata: order.metadata ?? null }, names)
  if (dues.length < 2) return toGiveBack(paid, keepMinor)
  const grossMinor = grossOf(order)
  if (grossMinor === null) return null
  const refunds = order.payment_collections.flatMap(({ payments }) => payments).flatMap((payment) => payment.refunds)
  const holds = sharedHolds(dues, { goodsMinor: paid.goodsMinor, grossMinor })
  const noted = refunds.map(toNoted(order.currency_code.toUpperCase()))
  const backs = namedBacks(noted, { holdIds: dues.map((due) => due.holdId), backMinor: paid.backMinor })
  const own = ownOf(holds, backs, holdId)
  if (own === null) return 0
  return toGiveBackOfOne({ ...paid, grossMinor, own }, keepMinor)
}

/** What is to go back of each payment, the first one first. Null: an amount that cannot be read. */
function partsOf({ payment_collections, ...order }: ShopOrder, wish: Wish) {
  const currency = order.currency_code.toUpperCase()
  const read = payment_collections.flatMap(({ payments }) => payments).map((payment) => stateOf(payment, currency))
  const payments = read.filter((payment) => payment !== null)
  const goodsMinor = goodsOf(order)
  if (goodsMinor === null || payments.length < read.length) return null
  const paidMinor = payments.reduce((sum, payment) => sum + payment.paidMinor, 0)
  const backMinor = payments.reduce((sum, payment) => sum + payment.backMinor, 0)
  const given = leftOf({ payment_collections, ...order }, { paidMinor, goodsMinor, backMinor }, wish)
  if (given === null) return null
  let left = given
  const parts = payments.flatMap(({ id, ...of }): Part[] => {
    const minor = Math.min(left, of.paidMinor - of.backMinor)
    left -= Math.max(0, minor)
    return minor > 0 ? [{ id, minor }] : []
  })
  return { parts, isAll: backMinor + given >= paidMinor }
}

/**
 * An order keeps its units reserved until it is cancelled. One that is cancelled already, or has been sent, Medusa refuses to
 * cancel: its units come back by the shop's own hands.
 */
async function letGo(admin: MedusaApi, orderId: string): Promise<Outcome<null, ShopRefusal>> {
  const path = `/orders/${encodeURIComponent(orderId)}/cancel`
  const done = await admin({ path, method: 'POST', json: {} }, Cancelled)
  return done.ok || done.code === 'SHOP_REFUSED' ? grant(null) : done
}

/**
 * `refundTo` of a shop with a secret key. Medusa itself refuses more than what was captured, so two who ask at once cannot give
 * all back twice; for a part of it one asks at a time.
 */
export function createMedusaRefunds(admin: MedusaApi, names: BasketNames) {
  return async ({ orderId, holdId, restock, keepMinor }: OrderToRefund): Promise<Outcome<null, ShopRefusal>> => {
    const path = `/orders/${encodeURIComponent(orderId)}?fields=${encodeURIComponent(FIELDS)}`
    const found = await admin({ path }, Order)
    if (!found.ok) return found
    const toDo = partsOf(found.value.order, { holdId, keepMinor, names })
    if (toDo === null) return refusedByShop('an amount that cannot be read')
    const currency = found.value.order.currency_code.toUpperCase()
    for (const { id, minor } of toDo.parts) {
      const json = { amount: Number(toDecimal(minor, currency)), note: noteOf(holdId) }
      const back = await admin({ path: `/payments/${encodeURIComponent(id)}/refund`, method: 'POST', json }, Refunded)
      if (!back.ok) return back
    }
    // What others hold of it stays reserved.
    return restock && keepMinor === 0 && toDo.isAll ? letGo(admin, orderId) : grant(null)
  }
}
