/** The shop's book: opens checkouts, turns them into orders, and tells the studio about each step. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Handoff } from './handoff.ts'
import type { Mischief } from './mischief.ts'
import type { Outbox } from './outbox.ts'
import type { Checkout, Order } from './records.ts'
import type { Storage } from './storage.ts'

export interface Book {
  /** One checkout per hold: the same hold gives the same checkout, as its newest link says. Durable before it resolves. */
  open(handoff: Handoff): Promise<Checkout>
  /** Null when nobody came with this hold yet. */
  checkoutOfHold(holdId: string): Checkout | null
  checkout(id: string): Checkout | null
  /** Safe to retry: a checkout that is paid answers its order. A payment is a fact: it is never refused as late. */
  pay(checkout: Checkout): Promise<Order>
  /** Takes the money a second time and makes another order; a checkout not yet paid is paid first. */
  payTwice(checkout: Checkout): Promise<Order>
  /** The buyer leaves without paying, and may come back while the hold lasts. Safe to retry; a paid checkout stays paid. */
  cancel(checkout: Checkout): Promise<void>
  /** Gives the money back. Safe to retry. */
  refund(order: Order): Promise<void>
  /** Tells how many of a sku the shop can still sell. */
  tellStock(stock: { sku: string; available: number }): Promise<void>
  order(orderId: string): Order | null
  /** The first one made, null before payment. */
  orderOfCheckout(checkoutId: string): Order | null
  orders(): readonly Order[]
}

interface Happening {
  holdId: string
  type: string
  data: Record<string, unknown>
  notBefore?: number
}

export interface BookSettings {
  storage: Storage
  outbox: Outbox
  mischief: Mischief
  now: () => number
}

/** What is to pay. */
export function totalMinor({ items, discountMinor }: Pick<Checkout, 'items' | 'discountMinor'>): number {
  return Math.max(0, items.reduce((sum, item) => sum + item.quantity * item.unitPriceMinor, 0) - discountMinor)
}

function makeOrder(checkout: Checkout, orderId: string, at: number): Order {
  const { id, holdId, holds, currency, items, discountMinor, attribution, pickup } = checkout
  const via = attribution?.link ?? attribution?.sharer ?? null
  const bought = { items, discountMinor, amountMinor: totalMinor(checkout), currency }
  return { orderId, checkoutId: id, holdId, holds, ...bought, at, via, attribution, pickup, refundedAt: null }
}

/** Whom a message is about: the hold, or each of a basket's. */
function about({ holdId, holds }: Pick<Checkout, 'holdId' | 'holds'>): Record<string, unknown> {
  return holds === null ? { holdId } : { holds }
}

function paidData({ orderId, amountMinor, currency, items, at, ...of }: Order): Record<string, unknown> {
  return { ...about(of), orderId, amountMinor, currency, items, at }
}

/** After the price has run out. */
const LATE_MS = 2000
/** What a careless till adds. */
const ERROR_MINOR = 100

/** Writes into the records, not yet to disk: an order or a cancellation always together with the news of it. */
function createPen({ storage: { records }, mischief, now }: BookSettings) {
  const note = ({ holdId, type, data, notBefore = 0 }: Happening) => {
    const createdAt = now()
    const body = JSON.stringify({ type, timestamp: new Date(createdAt).toISOString(), data })
    records.outbox.push({ id: `msg_${randomUUID()}`, holdId, type, body, createdAt, notBefore })
  }

  return {
    begin(handoff: Handoff): Checkout {
      const { holdId } = handoff
      const openedAt = now()
      const checkout = { ...handoff, id: randomBytes(18).toString('base64url'), openedAt, cancelledAt: null }
      records.checkouts.push(checkout)
      note({ holdId, type: 'checkout.opened', data: { ...about(checkout), at: openedAt } })
      return checkout
    },
    /** A buyer comes again before paying: the hold may be larger by now, or last longer. Who had left is back. */
    beginAgain(checkout: Checkout, handoff: Handoff): Checkout {
      if (handoff.expiresAt >= checkout.expiresAt) Object.assign(checkout, handoff)
      if (checkout.cancelledAt === null) return checkout
      const { holdId } = checkout
      checkout.cancelledAt = null
      note({ holdId, type: 'checkout.opened', data: { ...about(checkout), at: now() } })
      return checkout
    },
    charge(checkout: Checkout): Order {
      const order = makeOrder(checkout, `WC-${records.nextOrderNumber++}`, now())
      records.orders.push(order)
      const data = paidData(order)
      if (mischief.isDue('amountWrong')) data['amountMinor'] = order.amountMinor + ERROR_MINOR
      const notBefore = mischief.isDue('payLate') ? checkout.expiresAt + LATE_MS : 0
      note({ holdId: order.holdId, type: 'order.paid', data, notBefore })
      return order
    },
    callOff(checkout: Checkout): void {
      const { holdId } = checkout
      checkout.cancelledAt = now()
      note({ holdId, type: 'order.cancelled', data: { ...about(checkout), at: checkout.cancelledAt } })
    },
    giveBack(order: Order): void {
      order.refundedAt = now()
      const data = { ...paidData(order), at: order.refundedAt }
      note({ holdId: order.holdId, type: 'order.refunded', data })
    },
    count(stock: { sku: string; available: number }): void {
      note({ holdId: `sku ${stock.sku}`, type: 'stock.changed', data: stock })
    },
  }
}

export function createBook(settings: BookSettings): Book {
  const { storage, outbox, mischief } = settings
  const { records } = storage
  const pen = createPen(settings)
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

    open(handoff) {
      const known = checkoutOfHold(handoff.holdId)
      if (known === null) return saveAndTell(pen.begin(handoff))
      return saveAndTell(orderOfCheckout(known.id) ? known : pen.beginAgain(known, handoff))
    },
    pay(checkout) {
      const known = orderOfCheckout(checkout.id)
      if (known) return saveAndTell(known)
      const order = pen.charge(checkout)
      if (mischief.isDue('payTwice')) pen.charge(checkout)
      return saveAndTell(order)
    },
    payTwice(checkout) {
      if (!orderOfCheckout(checkout.id)) pen.charge(checkout)
      return saveAndTell(pen.charge(checkout))
    },
    async cancel(checkout) {
      if (checkout.cancelledAt === null && !orderOfCheckout(checkout.id)) pen.callOff(checkout)
      await saveAndTell(null)
    },
    async refund(order) {
      if (order.refundedAt === null) pen.giveBack(order)
      await saveAndTell(null)
    },
    async tellStock(stock) {
      pen.count(stock)
      await saveAndTell(null)
    },
  }
}
