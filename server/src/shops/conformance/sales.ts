// The till of a stand-in: what a shop would charge, and the orders it has taken.
import { toDecimal } from '../money.ts'

export interface Till<Order> {
  /** The number of the new order. */
  add(make: (no: number) => Order): Order
  replaceLast(change: (order: Order) => Order): Order
  last(): Order
  all(): readonly Order[]
}

/** What has gone back of an order, as the suite asks for it. */
export interface GivenBack {
  /** What the buyer paid in all, shipping and taxes included. */
  readonly paidMinor: number
  readonly backMinor: number
  /** Units that are on the shop's shelf again. */
  readonly restocked: number
}

/** On top of the goods, in every stand-in. */
export const SHIPPING_MINOR = 500

function lastOf<Order>(orders: readonly Order[]): Order {
  const last = orders.at(-1)
  if (last === undefined) throw new Error('no order yet')
  return last
}

export function createTill<Order>(): Till<Order> {
  const orders: Order[] = []
  return {
    add(make) {
      const order = make(5_940_139_491_000 + orders.length)
      orders.push(order)
      return order
    },
    replaceLast(change) {
      const last = change(lastOf(orders))
      orders.splice(-1, 1, last)
      return last
    },
    last: () => lastOf(orders),
    all: () => orders,
  }
}

export interface Line {
  readonly id: string
  readonly quantity: number
}

export interface PriceChange {
  /** Every unit costs so much more than when it was imported. */
  readonly riseMinor: number
  /** The shop takes so much off every cart by itself. */
  readonly offMinor: number
}

/** An amount as a number of JSON, in major units. */
export const toMajor = (minor: number, currency: string) => Number(toDecimal(minor, currency))

/** What the shop itself asks for goods, now. */
export interface Shelf {
  /** Throws where something is not sold here. */
  sumOf(lines: readonly Line[]): number
  change(change: Partial<PriceChange>): void
}

export function createShelf(goods: readonly { externalId: string; shopPriceMinor: number }[]): Shelf {
  let now: PriceChange = { riseMinor: 0, offMinor: 0 }
  return {
    sumOf: (lines) =>
      lines.reduce((sum, { id, quantity }) => {
        const good = goods.find(({ externalId }) => externalId === id)
        if (good === undefined) throw new Error(`${id} is not sold here`)
        return sum + quantity * (good.shopPriceMinor + now.riseMinor)
      }, -now.offMinor),
    change: (change) => void (now = { ...now, ...change }),
  }
}
