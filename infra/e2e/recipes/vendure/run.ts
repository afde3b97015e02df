// Drives a real studio against a real Vendure, from hold to refund: node infra/e2e/recipes/vendure/run.ts [folder for its packages]
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { HoldId, StaffId } from '@lantern/shared/contract/ids.ts'
import { LAMP_PRICE, startTestApp, type TestApp, TEST_SHOW } from '@lantern/server/src/testing/startTestApp.ts'
import { freePort } from '@lantern/server/src/testing/world.ts'
import { createPerson, type Person } from './ask.ts'
import { add, adjust, createBuyer, giveBack, goToPayment, orderOf, pay } from './buyer.ts'
import { fillShop } from './fill.ts'
import { startVendure } from './install.ts'

const CHECKOUT = 'https://storefront.example/checkout'
const SCARF_PRICE = 4900
const WAIT_MS = 15_000
const secret = () => `whsec_${randomBytes(32).toString('base64')}`

/** As the test show has them. */
const PRICES: Readonly<Record<string, number>> = { LAMP: LAMP_PRICE, 'SCARF-L': SCARF_PRICE }

/** Dearer than the show's prices: whoever pays the show's has it from the link. */
const GOODS = [
  { sku: 'LAMP', price: 15_900, units: 3 },
  { sku: 'SCARF-L', price: 5900, units: 1 },
]

interface World {
  readonly app: TestApp
  readonly url: string
  readonly owner: Person
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const began = Date.now()
  while (!(await isSo())) {
    if (Date.now() - began > WAIT_MS) throw new Error(`not so: ${what}`)
    await pause(100)
  }
  console.log(`ok: ${what} (${Date.now() - began} ms)`)
}

/** The large scarf costs what the small one does, and there is one of it. */
async function offerOf(app: TestApp, sku: string) {
  const offers = (await app.store.readRoom(TEST_SHOW))?.room.offers ?? []
  const offer = offers.findLast(({ priceMinor }) => priceMinor === PRICES[sku])
  assert(offer, `${sku} is in the show`)
  return offer
}

async function hold({ app }: World, sku: string) {
  const { viewer, setCookie } = app.identity.issueViewer(undefined, { secure: false, via: null })
  const [cookie = ''] = (setCookie ?? '').split(';')
  const offer = await offerOf(app, sku)
  const holdId = HoldId.parse(`h_${randomUUID()}`)
  const lines = [{ offerId: offer.id, quantity: 1 }]
  const who = { viewerId: viewer.viewerId, viewerName: 'Otter 1', via: null, source: null }
  const placed = await app.ledger.place({ ...who, holdId, showId: TEST_SHOW, lines })
  assert(placed.ok, JSON.stringify(placed))
  const link = async () =>
    (await fetch(`${app.url}/c/${holdId}`, { redirect: 'manual', headers: { cookie } })).headers.get('location') ?? ''
  return { holdId, link }
}

const stateOf = async ({ app }: World, holdId: HoldId) => (await app.ledger.findForHandoff(holdId))?.state
const freeOf = async ({ app }: World, sku: string) => (await offerOf(app, sku)).free
const ordersOf = async ({ app }: World) => (await app.store.readRoom(TEST_SHOW))?.desk.orders ?? []

/** The last piece, from the hold to the money back. */
async function lastPiece(world: World): Promise<void> {
  const { holdId, link } = await hold(world, 'SCARF-L')
  const other = createBuyer(world.url)
  await until('the last unit is set apart before its buyer comes', async () => {
    const gets = await add(createBuyer(world.url), { sku: 'SCARF-L', quantity: 1 })
    return !gets
  })

  const buyer = createBuyer(world.url)
  const address = await link()
  const opened = await buyer.open(address)
  assert.equal(opened.status, 303, await opened.text())
  assert.equal(opened.headers.get('location'), CHECKOUT)
  const order = await orderOf(buyer)
  assert.equal(order?.subTotalWithTax, SCARF_PRICE, 'the show’s price')
  console.log('ok: the order is the buyer’s, at the price of the show')

  assert.equal(await adjust(buyer, order.lines[0]?.id ?? '', 2), false)
  assert.equal(await add(buyer, { sku: 'LAMP', quantity: 1 }), false)
  console.log('ok: the buyer cannot make it more')

  assert.equal(await goToPayment(buyer), null)
  await until('the studio knows that the buyer is paying', async () => (await stateOf(world, holdId)) === 'paying')
  assert.equal(await add(other, { sku: 'LAMP', quantity: 4 }), false, 'more than there are')
  const paid = await pay(buyer)
  await until('the studio knows that it is paid', async () => (await stateOf(world, holdId)) === 'paid')
  const [told] = await ordersOf(world)
  assert.equal(told?.amountMinor, SCARF_PRICE)
  assert.equal(told?.orderId, paid.code)
  assert.equal(told?.matter, null)

  const again = await buyer.open(address)
  assert.match(again.headers.get('location') ?? '', new RegExp(`^${world.app.url}`))
  console.log('ok: the same link again leads back to the show')

  await giveBack(world.owner, paid, 1000)
  await until('a part that went back is known', async () => (await ordersOf(world))[0]?.matter === 'part_refunded')
  await giveBack(world.owner, paid, SCARF_PRICE - 1000)
  await until('all of it went back', async () => (await ordersOf(world))[0]?.state === 'refunded')
}

/** Who is let through to the payment first has the unit, on whichever side. */
async function otherBuyers(world: World): Promise<void> {
  const other = createBuyer(world.url)
  assert.equal(await add(other, { sku: 'LAMP', quantity: 2 }), true)
  assert.equal(await goToPayment(other), null)
  const [first, second] = [await hold(world, 'LAMP'), await hold(world, 'LAMP')]
  const opened = await Promise.all([first, second].map(async ({ link }) => createBuyer(world.url).open(await link())))
  const statuses = opened.map(({ status }) => status).sort()
  assert.deepEqual(statuses, [303, 409], 'one lamp for two holds')
  console.log('ok: two came at once for the one that was left: one has it, one is told')
  await pay(other)
  await until('what the shop sold is not for sale in the show', async () => (await freeOf(world, 'LAMP')) === 0)

  const loser = opened[0]?.status === 409 ? first : second
  const winner = loser === first ? second : first
  const lines = await stateOf(world, winner.holdId)
  assert(lines === 'held' || lines === 'paying', String(lines))
  const late = createBuyer(world.url)
  assert.equal(await add(late, { sku: 'LAMP', quantity: 1 }), false, 'the winner’s lamp')
  console.log(`ok: the winner's unit stays the winner's (${LAMP_PRICE} EUR minor)`)
}

async function drive(world: World): Promise<void> {
  await world.app.store.goLive(TEST_SHOW, StaffId.parse('owner'))
  await lastPiece(world)
  await otherBuyers(world)
}

const folder = process.argv[2] ?? join(tmpdir(), 'lantern-vendure')
const port = String(await freePort())
const shop = `http://127.0.0.1:${port}`
const [SHOP_WEBHOOK_SECRET, STUDIO_WEBHOOK_SECRET] = [secret(), secret()]
const shared = { SHOP_WEBHOOK_SECRET, STUDIO_WEBHOOK_SECRET, SHOP_AUDIENCE: 'vendure' }
const app = await startTestApp({
  env: {
    ...shared,
    SHOP_URL: shop,
    STUDIO_WEBHOOK_URL: `${shop}/lantern/events`,
    WEBHOOK_ALLOWED_HOSTS: `127.0.0.1:${port}`,
  },
})
try {
  const env = { ...shared, PORT: port, STUDIO_URL: app.url, ENDPOINT_ID: 'demo', CHECKOUT_URL: CHECKOUT }
  const vendure = await startVendure(folder, env)
  try {
    const owner = createPerson(`${vendure.url}/admin-api`)
    await fillShop(owner, GOODS)
    await drive({ app, url: vendure.url, owner })
    console.log('from hold to refund: everything held')
  } finally {
    await vendure.stop()
  }
} finally {
  await app.close()
}
