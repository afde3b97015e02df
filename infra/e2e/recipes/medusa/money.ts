// Money at a real Medusa: taken by hand in two steps, given back in between, in part and in the end.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { OrderId } from '@lantern/shared/contract/ids.ts'
import type { Handoff } from '@lantern/server/src/shops/checkout.ts'
import { z } from 'zod'
import { completeCart, paymentOf } from './buyer.ts'
import { cartOf, type Driven, holdOf, itemOf, value, VISIT } from './driven.ts'
import { PRICE } from './fill.ts'
import { refundState } from './staff.ts'

/** One look at the orders serves whoever asks within five seconds. */
const LOOK_MS = 6000
const LIVE_MINOR = 9900
const FIRST = 50

export async function driveMoney({ adapter, owner, store }: Driven): Promise<void> {
  const { products } = value('the catalogue is read', await adapter.readCatalogue())
  const shirt = products.flatMap(({ variants }) => variants).find(({ sku }) => sku === 'SHIRT-M')
  assert(shirt?.externalId)
  const known = { sku: shirt.sku, externalId: shirt.externalId }
  const hold = holdOf('CNY', [itemOf({ ...known, list: PRICE * 100, live: LIVE_MINOR, quantity: 2 })])
  const way = value('the cart is made', await adapter.buildHandoff(hold, VISIT))
  const order = await completeCart(store, cartOf(way.href))
  const asked: Handoff = { holdId: hold.id, handedAt: Date.now() - LOOK_MS }
  const told = async () => {
    await pause(LOOK_MS)
    return value('asked for its order', await adapter.readOrder(asked)).map(({ type }) => type)
  }
  const payment = `/admin/payments/${await paymentOf(owner, order.id)}`
  assert.deepEqual(await told(), ['order.authorised'], 'placed')
  await owner.post(`${payment}/capture`, { amount: FIRST }, z.unknown())
  assert.deepEqual(await told(), ['order.authorised'], 'a part is taken')
  await owner.post(`${payment}/refund`, { amount: 20 }, z.unknown())
  assert.deepEqual(await told(), ['order.authorised'], 'a part of that went back')
  await owner.post(`${payment}/capture`, { amount: order.total - FIRST }, z.unknown())
  assert.deepEqual(await told(), ['order.paid', 'order.refunded'], 'all is taken')
  const keep = { orderId: OrderId.parse(order.id), holdId: hold.id, restock: true, keepMinor: 15_000 }
  for (const back of [48, 48]) {
    value('the shop keeps 150.00', await adapter.refundTo(keep))
    assert.equal((await refundState(owner, order.id)).back, back)
  }
  value('the shop keeps nothing', await adapter.refundTo({ ...keep, keepMinor: 0 }))
  assert.deepEqual(await refundState(owner, order.id), { back: order.total, status: 'canceled' })
}
