// The refunds of the Medusa stand-in: one payment for each order, never more than what was captured.
import { toMinor } from '../money.ts'
import { SHIPPING_MINOR, type Till, toMajor } from './sales.ts'
import { type Asked, Status } from './standIn.ts'

export interface Refundable {
  readonly no: number
  readonly currency: string
  readonly goodsMinor: number
  readonly paymentStatus: string
  readonly backMinor: number
  /** What it keeps reserved until it is cancelled. */
  readonly units: number
  readonly status: string
}

/** Of every order here, on top. */
export const TAX_MINOR = 120

export const toMoney = ({ goodsMinor, currency }: Pick<Refundable, 'goodsMinor' | 'currency'>) => ({
  currency_code: currency.toLowerCase(),
  item_total: toMajor(goodsMinor + TAX_MINOR, currency),
  item_tax_total: toMajor(TAX_MINOR, currency),
})

const paidOf = ({ goodsMinor }: Refundable) => goodsMinor + TAX_MINOR + SHIPPING_MINOR

function toPayment(order: Refundable) {
  const refunds = order.backMinor === 0 ? [] : [{ id: 'ref_1', amount: toMajor(order.backMinor, order.currency) }]
  const amount = toMajor(paidOf(order), order.currency)
  return {
    id: `pay_${order.no}`,
    amount,
    captures: [{ id: 'capt_1', amount }],
    refunds,
  }
}

const TAKEN: ReadonlySet<string> = new Set(['captured', 'partially_refunded', 'refunded'])

/** What is owed, taken and given back, as a list of orders and a message have it. */
export function toCollection(order: Refundable) {
  const sum = (minor: number) => toMajor(minor, order.currency)
  const isTaken = TAKEN.has(order.paymentStatus)
  return {
    id: 'pay_col_1',
    status: isTaken ? 'completed' : order.paymentStatus,
    amount: sum(paidOf(order)),
    captured_amount: sum(isTaken ? paidOf(order) : 0),
    refunded_amount: sum(order.backMinor),
  }
}

export function withPart<Order extends Refundable>(order: Order, minor: number): Order {
  return { ...order, paymentStatus: 'partially_refunded', backMinor: order.backMinor + minor }
}

export function createMedusaRefundBook<Order extends Refundable>(till: Till<Order>) {
  function find({ parts }: Asked, prefix: string): Order {
    const order = till.all().find(({ no }) => `${prefix}${no}` === parts[0])
    if (order === undefined) throw new Status(404)
    return order
  }

  return {
    answerers: {
      readOrder(asked: Asked) {
        const order = find(asked, 'order_')
        const payments = [toPayment(order)]
        const paid = { payment_collections: [{ id: 'pay_col_1', payments }] }
        return { order: { id: asked.parts[0], ...toMoney(order), ...paid } }
      },
      refundPayment(asked: Asked) {
        const order = find(asked, 'pay_')
        const backMinor = order.backMinor + (toMinor((asked.body as { amount: number }).amount, order.currency) ?? 0)
        if (backMinor > paidOf(order)) throw new Status(400)
        const paymentStatus = backMinor === paidOf(order) ? 'refunded' : 'partially_refunded'
        till.replaceLast((last) => ({ ...last, backMinor, paymentStatus }))
        return { payment: { id: asked.parts[0] } }
      },
      cancelOrder(asked: Asked) {
        if (find(asked, 'order_').status === 'canceled') throw new Status(400)
        till.replaceLast((last) => ({ ...last, status: 'canceled' }))
        return { order: { id: asked.parts[0] } }
      },
    },
    givenBack() {
      const last = till.last()
      const restocked = last.status === 'canceled' ? last.units : 0
      return { paidMinor: paidOf(last), backMinor: last.backMinor, restocked }
    },
  }
}
