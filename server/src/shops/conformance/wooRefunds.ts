// The refunds of the WooCommerce stand-in: never more than what is left of the total.
import { toDecimal, toMinor } from '../money.ts'
import { LINE_NAME } from '../kinds/woo/orderHolds.ts'
import { SHIPPING_MINOR, type Till } from './sales.ts'
import { type Asked, Status } from './standIn.ts'
import type { Priced } from './wooPluginSide.ts'

export interface Refundable {
  readonly no: number
  readonly currency: string
  readonly goodsMinor: number
  readonly status: string
  /** Of each refund. */
  readonly backs: readonly { readonly minor: number; readonly reason: string }[]
  /** Of its lines; empty: there is one, of all there is. */
  readonly lines: readonly Priced[]
  readonly restocked: number
}

interface RefundBody {
  readonly amount: string
  readonly reason: string
  readonly api_restock: boolean
  readonly line_items?: readonly { quantity: number }[]
}

const paidOf = ({ goodsMinor }: Refundable) => goodsMinor + SHIPPING_MINOR
const backOf = ({ backs }: Refundable) => backs.reduce((sum, { minor }) => sum + minor, 0)

export const toRefunds = ({ backs, currency }: Refundable) =>
  backs.map(({ minor, reason }, index) => ({ id: index + 1, reason, total: `-${toDecimal(minor, currency)}` }))

function withRefund<Order extends Refundable>(
  order: Order,
  { amount, reason, api_restock, line_items = [] }: RefundBody,
): Order {
  const backs = [...order.backs, { minor: toMinor(amount, order.currency) ?? 0, reason }]
  const units = line_items.reduce((sum, { quantity }) => sum + quantity, 0)
  const changed = { ...order, backs, restocked: order.restocked + (api_restock ? units : 0) }
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
        const whole = [{ name: null, quantity: 2, minor: order.goodsMinor }]
        const lines = (order.lines.length > 0 ? order.lines : whole).map(({ name, quantity, minor }, index) => ({
          id: index + 1,
          product_id: 34,
          quantity,
          total: toDecimal(minor, order.currency),
          total_tax: '0.00',
          meta_data: name === null ? [] : [{ key: LINE_NAME, value: name }],
        }))
        const total = toDecimal(paidOf(order), order.currency)
        const { no: id, status, currency } = order
        return { id, status, currency, total, line_items: lines, refunds: toRefunds(order) }
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
