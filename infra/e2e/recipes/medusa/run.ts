// Drives our adapter against a real Medusa, from hold to paid: node infra/e2e/recipes/medusa/run.ts [folder for Medusa's packages]
import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { HandedHold, ShopAdapter } from '@lantern/server/src/shops/checkout.ts'
import { createHoldNames } from '@lantern/server/src/shops/handoff/holdNames.ts'
import { createMedusaAdapter } from '@lantern/server/src/shops/kinds/medusa/medusa.ts'
import { createShopFetch } from '@lantern/server/src/shops/shopFetch.ts'
import { createCaller } from './ask.ts'
import { capture, completeCart } from './buyer.ts'
import { fillShop, type FilledShop, logIn, PRICE, UNITS } from './fill.ts'
import { startMedusa } from './install.ts'

const HOLD_MS = 600_000
const MINUTE_MS = 60_000
const LOOK_MS = 6000
const LIVE_MINOR = 9900
const QUANTITY = 2

function value<Value>(name: string, outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${name}: ${outcome.code} ${JSON.stringify(outcome)}`)
  console.log(`ok: ${name}`)
  return outcome.value
}

async function createAdapter({ url, ...shop }: FilledShop): Promise<ShopAdapter> {
  const config = {
    shopUrl: 'https://storefront.example',
    shopEndpointId: 'shop',
    shopWebhookSecret: null,
    medusaUrl: url,
    medusaPublishableKey: shop.publishableKey,
    medusaRegionId: shop.regionId,
    medusaAdminToken: shop.secretKey,
    medusaLocationId: shop.locationId,
  }
  const names = await createHoldNames({ secret: (_name, make) => make() })
  return createMedusaAdapter({ fetchShop: createShopFetch({ allowed: [url] }), names, clock: Date.now, config })
}

async function holdOf(adapter: ShopAdapter): Promise<HandedHold> {
  const { products } = value('the catalogue is read', await adapter.readCatalogue())
  const variant = products[0]?.variants[0]
  assert(variant)
  assert.equal(variant.priceMinor, PRICE * 100)
  assert.equal(variant.stock, UNITS)
  const item = { sku: variant.sku, externalId: variant.externalId, quantity: QUANTITY }
  return {
    id: HoldId.parse(`recipe-${Date.now()}`),
    showId: ShowId.parse('autumn'),
    viewerId: 'viewer',
    currency: 'CNY',
    expiresAt: Date.now() + HOLD_MS,
    via: 'a-link',
    items: [
      { ...item, unitPriceMinor: LIVE_MINOR, payMinor: item.quantity * LIVE_MINOR, shopPriceMinor: variant.priceMinor },
    ],
  }
}

/** From hold to paid, as the studio does it, with the buyer's and the shop's part done through Medusa's own APIs. */
async function drive(shop: FilledShop, owner: Awaited<ReturnType<typeof logIn>>): Promise<void> {
  const adapter = await createAdapter(shop)
  const store = createCaller(shop.url, { 'x-publishable-api-key': shop.publishableKey })
  value('every secret is good', await adapter.test())
  const hold = await holdOf(adapter)
  const [item] = hold.items
  assert(item)
  value('the whole stock is set apart', await adapter.setFence({ ...item, units: UNITS }))
  const again = value('and it is still there for an import', await adapter.readCatalogue())
  assert.equal(again.products[0]?.variants.find(({ sku }) => sku === item.sku)?.stock, UNITS)
  const visit = { origin: 'http://localhost', hostname: 'localhost', locale: 'en' } as const
  const early = await adapter.buildHandoff(hold, visit)
  assert(!early.ok && early.code === 'SHOP_REFUSED', 'a cart of units that are set apart')
  console.log(`ok: while they are set apart there is no cart: ${JSON.stringify(early.detail)}`)
  const began = performance.now()
  value('the hold’s units are let go of', await adapter.setFence({ ...item, units: UNITS - QUANTITY }))
  console.log(`   in ${Math.round(performance.now() - began)} ms`)
  const link = value('the cart is made', await adapter.buildHandoff(hold, visit))
  console.log(`   ${Math.round(performance.now() - began)} ms after the first request`)
  assert.equal(link.quotedMinor, LIVE_MINOR * QUANTITY, 'the cart says what is to pay')
  const order = await completeCart(store, new URL(link.href).searchParams.get('cart_id') ?? '')
  assert.equal(order.total, (LIVE_MINOR * QUANTITY) / 100, 'the shop takes the frozen price')
  const asked = { holdId: hold.id, handedAt: Date.now() - MINUTE_MS }
  assert.deepEqual(value('authorised is not paid', await adapter.readOrder(asked)), [])
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
  await drive(await fillShop(medusa.url, owner), owner)
  console.log('from hold to paid: everything held')
} finally {
  await medusa.stop()
}
