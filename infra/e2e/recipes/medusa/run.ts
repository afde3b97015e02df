// Drives our adapter against a real Medusa, from hold to paid: node infra/e2e/recipes/medusa/run.ts [folder for Medusa's packages]
import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { driveBaskets } from './baskets.ts'
import { capture, completeCart } from './buyer.ts'
import { cartOf, createDriven, type Driven, holdOf, itemOf, value, VISIT } from './driven.ts'
import { fillShop, logIn, PRICE, UNITS } from './fill.ts'
import { startMedusa } from './install.ts'
import { driveMoney } from './money.ts'
import { drivePlaces } from './places.ts'
import { driveSums } from './sums.ts'

const MINUTE_MS = 60_000
const LOOK_MS = 6000
const LIVE_MINOR = 9900
const QUANTITY = 2

/** From hold to paid, as the studio does it, with the buyer's and the shop's part done through Medusa's own APIs. */
async function drive({ adapter, owner, store }: Driven): Promise<void> {
  value('every secret is good', await adapter.test())
  const { products } = value('the catalogue is read', await adapter.readCatalogue())
  const variant = products[0]?.variants[0]
  assert(variant?.externalId)
  assert.deepEqual([variant.priceMinor, variant.stock], [PRICE * 100, UNITS])
  const known = { sku: variant.sku, externalId: variant.externalId }
  const hold = holdOf('CNY', [itemOf({ ...known, list: variant.priceMinor, live: LIVE_MINOR, quantity: QUANTITY })])
  const [item] = hold.items
  assert(item)
  value('the whole stock is set apart', await adapter.setFence({ ...item, units: UNITS }))
  const again = value('and it is still there for an import', await adapter.readCatalogue())
  assert.equal(again.products[0]?.variants.find(({ sku }) => sku === item.sku)?.stock, UNITS)
  const early = await adapter.buildHandoff(hold, VISIT)
  assert(!early.ok && early.code === 'SHOP_REFUSED', 'a cart of units that are set apart')
  console.log(`ok: while they are set apart there is no cart: ${JSON.stringify(early.detail)}`)
  const began = performance.now()
  value('the hold’s units are let go of', await adapter.setFence({ ...item, units: UNITS - QUANTITY }))
  console.log(`   in ${Math.round(performance.now() - began)} ms`)
  const link = value('the cart is made', await adapter.buildHandoff(hold, VISIT))
  console.log(`   ${Math.round(performance.now() - began)} ms after the first request`)
  assert.equal(link.quotedMinor, LIVE_MINOR * QUANTITY, 'the cart says what is to pay')
  const order = await completeCart(store, cartOf(link.href))
  assert.equal(order.total, (LIVE_MINOR * QUANTITY) / 100, 'the shop takes the frozen price')
  const asked = { holdId: hold.id, handedAt: Date.now() - MINUTE_MS }
  const [placed] = value('authorised is not paid', await adapter.readOrder(asked))
  assert.equal(placed?.type, 'order.authorised')
  await capture(owner, order.id)
  // One look at the orders serves whoever asks within five seconds.
  await pause(LOOK_MS)
  const [paid] = value('captured is paid', await adapter.readOrder(asked))
  assert(paid?.type === 'order.paid', JSON.stringify(paid))
  assert.equal(paid.holdId, hold.id)
  assert.equal(paid.orderId, order.id)
  assert.equal(paid.amountMinor, LIVE_MINOR * QUANTITY)
  console.log(JSON.stringify(paid))
  value('the code is ended', await adapter.endHandoff(hold.id))
  value('the units are given back', await adapter.setFence({ ...item, units: 0 }))
}

const folder = process.argv[2] ?? join(tmpdir(), 'lantern-medusa')
const medusa = await startMedusa(folder)
try {
  const owner = await logIn(medusa.url, medusa.owner)
  const driven = await createDriven(await fillShop(medusa.url, owner), owner)
  await drive(driven)
  await driveMoney(driven)
  await driveBaskets(driven)
  await driveSums(driven)
  await drivePlaces(driven)
  console.log('from hold to paid: everything held')
} finally {
  await medusa.stop()
}
