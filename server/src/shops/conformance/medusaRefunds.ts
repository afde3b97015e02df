// The payments of the Medusa stand-in: one for each order, captured at once or in parts, never more given back than was taken.
import { toMinor } from '../money.ts'
import { SHIPPING_MINOR, type Till, toMajor } from './sales.ts'
import { type Asked, Status } from './standIn.ts'

export interface Refundable {
  readonly no: number
  readonly currency: string
  readonly goodsMinor: number
  /** What was taken of the payment, step by step; none: it is authorised, or was given up. */
  readonly captures: readonly number[]
  readonly backMinor: number
  /** What of it went back with a note. */
  readonly noted: readonly { readonly minor: number; readonly note: string }[]
  readonly metadata: Readonly<Record<string, string>>
  readonly lines: readonly Readonly<Record<string, string>>[]
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

/** What is owed for it, shipping and taxes included. */
export const owedOf = ({ goodsMinor }: Pick<Refundable, 'goodsMinor'>) => goodsMinor + TAX_MINOR + SHIPPING_MINOR

const takenOf = ({ captures }: Refundable) => captures.reduce((sum, minor) => sum + minor, 0)

/** As Medusa 2.21.2 counts: what is there in part is a half, and a half taken of which a part went back is all gone back. */
const countOf = (minor: number, order: Refundable) => (minor === 0 ? 0 : minor >= owedOf(order) ? 1 : 0.5)

export function paymentStatusOf(order: Refundable): string {
  const [taken, back] = [countOf(takenOf(order), order), countOf(order.backMinor, order)]
  if (back > 0) return back === taken ? 'refunded' : 'partially_refunded'
  if (taken > 0) return taken === 1 ? 'captured' : 'partially_captured'
  return order.status === 'canceled' ? 'canceled' : 'authorized'
}

function toRefunds({ backMinor, noted, currency }: Refundable) {
  const rest = backMinor - noted.reduce((sum, { minor }) => sum + minor, 0)
  const all = rest > 0 ? [...noted, { minor: rest, note: null }] : noted
  return all.map(({ minor, note }, index) => ({ id: `ref_${index + 1}`, amount: toMajor(minor, currency), note }))
}

/** Of each line whose it is; whether its price has the tax in it. */
export const toLines = ({ lines }: Pick<Refundable, 'lines'>) =>
  lines.map((metadata, index) => ({
    id: `ordli_${index + 1}`,
    variant_id: 'variant_01',
    quantity: 1,
    is_tax_inclusive: false,
    metadata,
  }))

function toPayment(order: Refundable) {
  const refunds = toRefunds(order)
  return {
    id: `pay_${order.no}`,
    amount: toMajor(owedOf(order), order.currency),
    captures: order.captures.map((minor, index) => ({
      id: `capt_${index + 1}`,
      amount: toMajor(minor, order.currency),
    })),
    refunds,
  }
}

/** What is owed, taken and given back, as a list of orders and a message have it. */
export function toCollection(order: Refundable) {
  const sum = (minor: number) => toMajor(minor, order.currency)
  const taken = takenOf(order)
  const status = taken >= owedOf(order) ? 'completed' : taken > 0 ? 'partially_captured' : paymentStatusOf(order)
  return {
    id: 'pay_col_1',
    status,
    amount: sum(owedOf(order)),
    captured_amount: sum(taken),
    refunded_amount: sum(order.backMinor),
    payments: [toPayment(order)],
  }
}

export function withPart<Order extends Refundable>(order: Order, minor: number): Order {
  return { ...order, backMinor: order.backMinor + minor }
}

export function withTaken<Order extends Refundable>(order: Order, minor = owedOf(order) - takenOf(order)): Order {
  return { ...order, captures: [...order.captures, minor] }
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
        const named = { metadata: order.metadata, items: toLines(order) }
        return { order: { id: asked.parts[0], ...toMoney(order), ...named, ...paid } }
      },
      refundPayment(asked: Asked) {
        const order = find(asked, 'pay_')
        const { amount, note = '' } = asked.body as { amount: number; note?: string }
        const minor = toMinor(amount, order.currency) ?? 0
        const backMinor = order.backMinor + minor
        if (backMinor > takenOf(order)) throw new Status(400)
        till.replaceLast((last) => ({ ...last, backMinor, noted: [...last.noted, { minor, note }] }))
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
      return { paidMinor: takenOf(last), backMinor: last.backMinor, restocked }
    },
  }
}
