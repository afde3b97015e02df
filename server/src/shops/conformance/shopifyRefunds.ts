// The refunds of the Shopify stand-in: suggested for what is left, made once for each key.
import { toDecimal, toMinor } from '../money.ts'
import { type Line, SHIPPING_MINOR, type Till } from './sales.ts'
import type { Asked } from './standIn.ts'

export interface Refundable {
  readonly no: number
  readonly currency: string
  readonly lines: readonly Line[]
  readonly goodsMinor: number
  readonly backMinor: number
  readonly restocked: number
  readonly status: string
}

interface RefundInput {
  readonly key: string
  readonly input: {
    readonly refundLineItems: readonly { quantity: number; restockType: string }[]
    readonly transactions: readonly { amount: string }[]
  }
}

const money = (minor: number, currency: string) => ({
  presentmentMoney: { amount: toDecimal(minor, currency), currencyCode: currency },
})
const bothMoneys = (minor: number, currency: string) => ({
  ...money(minor, currency),
  shopMoney: { currencyCode: currency },
})
const paidOf = ({ goodsMinor }: Refundable) => goodsMinor + SHIPPING_MINOR

/** As webhooks show them; an attempt that failed is among them. */
export function toRefunds({ backMinor, currency }: Refundable) {
  if (backMinor === 0) return []
  const done = { kind: 'refund', status: 'success', amount: toDecimal(backMinor, currency) }
  return [{ transactions: [{ ...done, status: 'failure', amount: '99.99' }] }, { transactions: [done] }]
}

export function withPart<Order extends Refundable>(order: Order, minor: number): Order {
  return { ...order, status: 'partially_refunded', backMinor: order.backMinor + minor }
}

function suggestion(order: Refundable) {
  const left = paidOf(order) - order.backMinor
  const [parent, place] = [`gid://shopify/OrderTransaction/${order.no}`, 'gid://shopify/Location/1']
  const toLine = ({ id, quantity }: Line) => {
    return {
      lineItem: { id: `gid://shopify/LineItem/${id}` },
      quantity,
      restockType: 'CANCEL',
      location: { id: place },
    }
  }
  return {
    shipping: { maximumRefundableSet: money(Math.min(left, SHIPPING_MINOR), order.currency) },
    refundLineItems: left === 0 ? [] : order.lines.map(toLine),
    suggestedTransactions: [
      { gateway: 'bogus', parentTransaction: { id: parent }, amountSet: money(left, order.currency) },
    ],
  }
}

const shown = (order: Refundable) => ({
  subtotalPriceSet: bothMoneys(order.goodsMinor, order.currency),
  totalRefundedSet: bothMoneys(order.backMinor, order.currency),
  suggestedRefund: suggestion(order),
})

export function createShopifyRefundBook<Order extends Refundable>(till: Till<Order>) {
  const keys = new Set<string>()
  const answer = (...userErrors: readonly object[]) => ({ data: { refundCreate: { userErrors } } })

  return {
    answerers: {
      suggestRefund(asked: Asked) {
        const { id } = asked.body as { id: string }
        const order = till.all().find(({ no }) => id.endsWith(`/${no}`))
        return { data: { order: order === undefined ? null : shown(order) } }
      },
      createRefund(asked: Asked) {
        const { key, input } = asked.body as RefundInput
        if (keys.has(key)) return answer()
        const last = till.last()
        const minor = input.transactions.reduce((sum, { amount }) => sum + (toMinor(amount, last.currency) ?? 0), 0)
        if (last.backMinor + minor > paidOf(last))
          return answer({ field: ['input'], message: 'more than what is left' })
        keys.add(key)
        const back = input.refundLineItems.filter(({ restockType }) => restockType !== 'NO_RESTOCK')
        const restocked = back.reduce((sum, { quantity }) => sum + quantity, 0)
        till.replaceLast((order) => {
          const backMinor = order.backMinor + minor
          const status = backMinor === paidOf(order) ? 'refunded' : 'partially_refunded'
          return { ...order, status, backMinor, restocked }
        })
        return answer()
      },
    },
    givenBack: () => ({ paidMinor: paidOf(till.last()), ...till.last() }),
  }
}
