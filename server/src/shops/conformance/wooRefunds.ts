// The refunds of the WooCommerce stand-in: never more than what is left of the total.
import { toDecimal, toMinor } from '../money.ts'
import { SHIPPING_MINOR, type Till } from './sales.ts'
import { type Asked, Status } from './standIn.ts'

export interface Refundable {
  readonly no: number
  readonly currency: string
  readonly goodsMinor: number
  readonly status: string
  /** Of each refund. */
  readonly backs: readonly number[]
  readonly restocked: number
}

interface RefundBody {
  readonly amount: string
  readonly api_restock: boolean
  readonly line_items?: readonly { quantity: number }[]
}

const paidOf = ({ goodsMinor }: Refundable) => goodsMinor + SHIPPING_MINOR
const backOf = ({ backs }: Refundable) => backs.reduce((sum, back) => sum + back, 0)

export const toRefunds = ({ backs, currency }: Refundable) =>
  backs.map((minor, index) => ({ id: index + 1, reason: '', total: `-${toDecimal(minor, currency)}` }))

function withRefund<Order extends Refundable>(
  order: Order,
  { amount, api_restock, line_items = [] }: RefundBody,
): Order {
  const backs = [...order.backs, toMinor(amount, order.currency) ?? 0]
  const units = line_items.reduce((sum, { quantity }) => sum + quantity, 0)
  const changed = { ...order, backs, restocked: api_restock ? units : 0 }
  if (backOf(changed) > paidOf(order)) throw new Status(400)
  return backOf(changed) === paidOf(order) ? { ...changed, status: 'refunded' } : changed
}

export function createWooRefundBook<Order extends Refundable>(till: Till<Order>) {
  function find({ parts }: Asked): Order {
    const order = till.all().find(({ no }) => String(no) === parts[0])
    if (order === undefined) throw new Status(404)
    return order
  }

  return {
    answerers: {
      readOrder(asked: Asked) {
        const order = find(asked)
        const line = {
          id: 1,
          product_id: 34,
          quantity: 2,
          total: toDecimal(order.goodsMinor, order.currency),
          total_tax: '0.00',
        }
        const total = toDecimal(paidOf(order), order.currency)
        const { no: id, status, currency } = order
        return { id, status, currency, total, line_items: [line], refunds: toRefunds(order) }
      },
      createRefund(asked: Asked) {
        find(asked)
        till.replaceLast((order) => withRefund(order, asked.body as RefundBody))
        return null
      },
    },
    givenBack() {
      const last = till.last()
      return { paidMinor: paidOf(last), backMinor: backOf(last), restocked: last.restocked }
    },
  }
}
