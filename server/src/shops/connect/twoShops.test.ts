// The shop is changed in the middle of an evening: what a hold left by the former shop is paid, asked for and given back there.
import { HoldId, OrderId, ShowId } from '@lantern/shared/contract/ids.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aHold, openShop, SHOW, sqlitePlace } from '../../ledger/proofs/testShop.ts'
import type { DatabasePlace, TestShop } from '../../ledger/proofs/testShop.ts'
import { createSharedClock } from '../../kit/clock.ts'
import { readConfig } from '../../settings/config.ts'
import { toArrival } from '../../webhooks/inbox/take.ts'
import { createWebhookRecords } from '../../webhooks/records/createWebhookRecords.ts'
import type { Checkout, Delivery, HandedHold, ShopFact } from '../checkout.ts'
import { type MedusaStand, startMedusa } from '../conformance/medusaStand.ts'
import { createCheckout } from '../createCheckout.ts'
import { createConnectionRecords } from '../records/createConnectionRecords.ts'
import { createShopFetch } from '../shopFetch.ts'
import type { LiveShop } from './liveShops.ts'
import { createSwitchedCheckout } from './switchedCheckout.ts'

const VISIT = { origin: 'https://live.test', hostname: 'live.test', locale: 'en' } as const
const SECRETS = {
  a: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
  b: `whsec_${Buffer.alloc(32, 9).toString('base64')}`,
}
const KEYS = { admin: true }
type Name = keyof typeof SECRETS

let place: DatabasePlace
let base: TestShop
let stands: Record<Name, MedusaStand>
let shops: Record<Name, LiveShop>
/** Which of them is in use. */
let current: Name
let checkout: Checkout
let sent = 0

async function connect(id: Name, stand: MedusaStand): Promise<LiveShop> {
  const outcome = readConfig({
    SHOP_KIND: 'medusa',
    SHOP_URL: 'https://store.test',
    SHOP_WEBHOOK_SECRET: SECRETS[id],
    SHOP_ENDPOINT_ID: id,
    MEDUSA_URL: stand.url,
    MEDUSA_PUBLISHABLE_KEY: 'pk_test',
    MEDUSA_REGION_ID: 'reg_01',
    MEDUSA_ADMIN_TOKEN: 'sk_test_admin',
  })
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  const settings = outcome.config
  const fetchShop = createShopFetch({ allowed: [stand.url] })
  const own = await createCheckout({ store: base.store, clock: base.clock.now, config: settings, fetchShop })
  return { id, version: 0, kind: 'medusa', state: 'in_use', settings, checkout: own, fetchShop, close() {} }
}

beforeEach(async () => {
  place = await sqlitePlace()
  base = await openShop(place, { clock: createSharedClock(Date.now()) })
  stands = { a: await startMedusa(base.clock.now, KEYS), b: await startMedusa(base.clock.now, KEYS) }
  shops = { a: await connect('a', stands.a), b: await connect('b', stands.b) }
  current = 'a'
  const live = { current: () => shops[current], all: () => [shops.a, shops.b], keyProblem: () => null }
  const records = createConnectionRecords(base.database, { onChange: () => undefined })
  checkout = createSwitchedCheckout({ live, records })
})
afterEach(async () => {
  await Promise.all([stands.a.close(), stands.b.close()])
  await base.close()
  await place.drop()
})

/** Two of the shop's first good, which come to what the ledger's hold comes to. */
function handed(id: string): HandedHold {
  const [good] = stands.a.goods
  return {
    id: HoldId.parse(id),
    showId: ShowId.parse('show'),
    viewerId: 'v',
    currency: 'USD',
    expiresAt: base.clock.now() + 600_000,
    via: null,
    items: [{ ...good, quantity: 2, unitPriceMinor: 1000, payMinor: 2000 }],
  }
}

async function leave(id: string): Promise<string> {
  base.clock.advance(1)
  const way = await checkout.linkTo(handed(id), VISIT)
  if (!way.ok) throw new Error(`${way.code} ${JSON.stringify(way.detail)}`)
  return way.value.href
}

/** What the shop posts, as it is signed for its own endpoint; kept and taken down. */
async function arrive(name: Name, { body }: Delivery): Promise<ShopFact[]> {
  const [id, at] = [`msg_${(sent += 1)}`, new Date()]
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(SECRETS[name]).sign(id, at, body.toString()),
  }
  const said = checkout.verify({ endpointId: name, body, headers })
  if (!said.ok) throw new Error(said.code)
  const facts = said.value.filter((news): news is ShopFact => 'holdId' in news)
  await createWebhookRecords(base.database).inbox.keep(facts.map((fact) => toArrival(fact, body.toString())))
  for (const fact of facts) await base.ledger.report(fact)
  return facts
}

const orders = async () =>
  (await base.store.readRoom(SHOW))?.desk.orders.map(({ orderId, state, matter }) => `${orderId} ${state} ${matter}`)
const orderIn = (facts: readonly ShopFact[]) =>
  OrderId.parse(facts.flatMap((fact) => ('orderId' in fact ? [fact.orderId] : []))[0])
const backAt = (name: Name) => stands[name].givenBack()?.backMinor

test('an order of the former shop that is told of late is paid, and given back there and nowhere else', async () => {
  await base.ledger.place(aHold('h', 'v', [[base.offers.cup, 1]]))
  const late = await stands.a.pay(await leave('h'))
  current = 'b'
  await leave('h')
  // Somebody else's order there has the same number.
  await stands.b.pay(await leave('other'))

  const orderId = orderIn(await arrive('a', late))
  expect(await orders()).toEqual([`${orderId} paid null`])
  const holdId = HoldId.parse('h')
  expect(await checkout.refundTo({ orderId, holdId, restock: true, keepMinor: 0 })).toEqual(grant(null))

  expect([backAt('a'), backAt('b')]).toEqual([stands.a.givenBack()?.paidMinor, 0])
})

test('also where its message was lost and it was asked for; while that shop is away nobody else is told', async () => {
  await base.ledger.place(aHold('h', 'v', [[base.offers.cup, 1]]))
  await stands.a.pay(await leave('h'))
  current = 'b'
  await leave('h')
  await stands.b.pay(await leave('other'))
  const holdId = HoldId.parse('h')

  const asked = await checkout.readOrder({ holdId, handedAt: base.clock.now() })
  const orderId = orderIn(asked.ok ? asked.value : [])
  stands.a.setDown(true)
  const away = await checkout.refundTo({ orderId, holdId, restock: true, keepMinor: 0 })
  stands.a.setDown(false)
  const back = await checkout.refundTo({ orderId, holdId, restock: true, keepMinor: 0 })

  expect([away.ok, back.ok, backAt('b')]).toEqual([false, true, 0])
  expect(backAt('a')).toBe(stands.a.givenBack()?.paidMinor)
})

test('the price of the former shop ends when the hold leaves by the next', async () => {
  const former = await leave('h')
  const open = await stands.a.priceEndsAt(former)
  current = 'b'
  const next = await leave('h')

  expect([open === 0, await stands.a.priceEndsAt(former)]).toEqual([false, 0])
  expect(await stands.b.priceEndsAt(next)).toBeGreaterThan(base.clock.now())
})

test('a hold that is paid at both is sold once, and the second payment is seen', async () => {
  await base.ledger.place(aHold('h', 'v', [[base.offers.cup, 1]]))
  const paidThere = await stands.a.pay(await leave('h'))
  current = 'b'
  const next = await leave('h')
  await stands.b.pay(await leave('other'))
  await arrive('b', await stands.b.pay(next))
  await arrive('a', paidThere)

  expect((await orders())?.map((one) => one.split(' ').slice(1).join(' ')).sort()).toEqual([
    'paid null',
    'second_payment second_payment',
  ])
  expect(await base.pool(base.offers.cup)).toMatchObject({ paid: 1, taken: 1 })
})
