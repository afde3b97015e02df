/** The shop's book: opens checkouts, turns them into orders, and tells the studio about each step. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Handoff } from './handoff.ts'
import type { Outbox } from './outbox.ts'
import type { Checkout, LineItem, Order } from './records.ts'
import type { Storage } from './storage.ts'

export interface Book {
  /** One checkout per hold: the same hold gives the same checkout again. Durable before it resolves. */
  open(handoff: Handoff): Promise<Checkout>
  /** Null when nobody came with this hold yet. */
  checkoutOfHold(holdId: string): Checkout | null
  checkout(id: string): Checkout | null
  /** Safe to retry: a checkout that is paid answers its order. A payment is a fact: it is never refused as late. */
  pay(checkout: Checkout): Promise<Order>
  /** Takes the money a second time and makes another order; a checkout not yet paid is paid first. */
  payTwice(checkout: Checkout): Promise<Order>
  /** Safe to retry; a paid checkout stays paid. */
  cancel(checkout: Checkout): Promise<void>
  order(orderId: string): Order | null
  /** The first one made, null before payment. */
  orderOfCheckout(checkoutId: string): Order | null
  orders(): readonly Order[]
}

interface Happening {
  holdId: string
  type: string
  data: Record<string, unknown>
}

export interface BookSettings {
  storage: Storage
  outbox: Outbox
  now: () => number
}

export function totalMinor(items: readonly LineItem[]): number {
  return items.reduce((sum, item) => sum + item.quantity * item.unitPriceMinor, 0)
}

function makeOrder(checkout: Checkout, orderId: string, at: number): Order {
  const { id, holdId, currency, items, attribution } = checkout
  const via = attribution?.link ?? attribution?.sharer ?? null
  return { orderId, checkoutId: id, holdId, amountMinor: totalMinor(items), currency, items, at, via, attribution }
}

function paidData({ holdId, orderId, amountMinor, currency, items, at }: Order): Record<string, unknown> {
  return { holdId, orderId, amountMinor, currency, items, at }
}

/** Writes into the records, not yet to disk: an order or a cancellation always together with the news of it. */
function createPen({ records }: Storage, now: () => number) {
  const note = ({ holdId, type, data }: Happening) => {
    const createdAt = now()
    const body = JSON.stringify({ type, timestamp: new Date(createdAt).toISOString(), data })
    records.outbox.push({ id: `msg_${randomUUID()}`, holdId, type, body, createdAt })
  }

  return {
    begin(handoff: Handoff): Checkout {
      const { holdId } = handoff
      const openedAt = now()
      const checkout = { ...handoff, id: randomBytes(18).toString('base64url'), openedAt, cancelledAt: null }
      records.checkouts.push(checkout)
      note({ holdId, type: 'checkout.opened', data: { holdId, at: openedAt } })
      return checkout
    },
    charge(checkout: Checkout): Order {
      const order = makeOrder(checkout, `WC-${records.nextOrderNumber++}`, now())
      records.orders.push(order)
      note({ holdId: order.holdId, type: 'order.paid', data: paidData(order) })
      return order
    },
    callOff(checkout: Checkout): void {
      const { holdId } = checkout
      checkout.cancelledAt = now()
      note({ holdId, type: 'order.cancelled', data: { holdId, at: checkout.cancelledAt } })
    },
  }
}

export function createBook({ storage, outbox, now }: BookSettings): Book {
  const { records } = storage
  const pen = createPen(storage, now)
  const orderOfCheckout = (id: string) => records.orders.find((order) => order.checkoutId === id) ?? null
  const checkoutOfHold = (holdId: string) => records.checkouts.find((found) => found.holdId === holdId) ?? null

  const saveAndTell = async <T>(result: T): Promise<T> => {
    await storage.save()
    outbox.deliver()
    return result
  }

  return {
    checkoutOfHold,
    orderOfCheckout,
    checkout: (id) => records.checkouts.find((found) => found.id === id) ?? null,
    order: (orderId) => records.orders.find((found) => found.orderId === orderId) ?? null,
    orders: () => records.orders,

    open: (handoff) => saveAndTell(checkoutOfHold(handoff.holdId) ?? pen.begin(handoff)),
    pay: (checkout) => saveAndTell(orderOfCheckout(checkout.id) ?? pen.charge(checkout)),
    payTwice(checkout) {
      if (!orderOfCheckout(checkout.id)) pen.charge(checkout)
      return saveAndTell(pen.charge(checkout))
    },
    async cancel(checkout) {
      if (checkout.cancelledAt === null && !orderOfCheckout(checkout.id)) pen.callOff(checkout)
      await saveAndTell(null)
    },
  }
}
