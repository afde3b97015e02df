// What a process does about its shop, put together: the way there, what the shop says of its stock, and what runs by itself.
import { randomBytes } from 'node:crypto'
import { HoldId, ProductId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { HandedHold, StockFact } from '../shops/checkout.ts'
import { type Asked, startStandIn, type StandIn, Status } from '../shops/conformance/standIn.ts'
import { readFixtures } from '../shops/conformance/fixtures.ts'
import { readConfig } from '../settings/config.ts'
import { aHold, openShop as openTestShop, SHOW, sqlitePlace, STAFF } from '../ledger/proofs/testShop.ts'
import type { DatabasePlace, TestShop } from '../ledger/proofs/testShop.ts'
import { createLog } from '../ops/log.ts'
import { type OpenShop, openShop } from './openShop.ts'
import { createConnectionRecords } from '../shops/records/createConnectionRecords.ts'
import { createWebhookRecords } from '../webhooks/records/createWebhookRecords.ts'
import { createShopRecords } from '../shops/records/createShopRecords.ts'
import type { ShopRecords } from '../shops/records/shopRecords.ts'

const FIXTURES = ['woo', 'medusa'].map((kind) => new URL(`../shops/kinds/${kind}/fixtures.json`, import.meta.url))
const VISIT = { origin: 'https://live.test', hostname: 'live.test', locale: 'en' } as const
/** A machine that is busy with other tests takes its time. */
const PATIENCE_MS = 20_000
const WEBHOOK_SECRET = `whsec_${randomBytes(32).toString('base64')}`

let place: DatabasePlace
let base: TestShop
let records: ShopRecords
let standIn: StandIn
let opened: OpenShop[] = []
/** What the set-up opened, as far as it came. */
const undo: (() => Promise<unknown>)[] = []
/** What the shop has of ours: coupons by their code, and units set apart. */
let coupons: Set<string>
let apart: number
let reserved: object
/** Cups that the shop has: all of them are set apart for the show. */
let stock: number
let looks: { fences: number; codes: number }
/** How hand-offs came out. */
let results: string[]

beforeEach(async () => {
  place = await sqlitePlace()
  undo.push(() => place.drop())
  base = await openTestShop(place, { stock: { cup: 10, small: 5, large: 5 } })
  undo.push(() => base.close())
  records = createShopRecords({ database: base.database, onChange: () => undefined })
  ;[opened, coupons, apart, stock, results] = [[], new Set(), 0, 10, []]
  looks = { fences: 0, codes: 0 }
  standIn = await startStandIn(readFixtures(FIXTURES), answerers)
  undo.push(() => standIn.close())
})
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(opened.splice(0).map((each) => each.close()))
  for (const step of undo.splice(0).reverse()) await step()
})

/** The records, with what looks for work in them counted. */
function countingLooks(): ShopRecords {
  const count = <Found>(what: keyof typeof looks, found: Promise<Found>) => {
    looks[what] += 1
    return found
  }
  return {
    ...records,
    fencedOffers: () => count('fences', records.fencedOffers()),
    codesToEnd: (limit) => count('codes', records.codesToEnd(limit)),
  }
}

const PARTS = [{ inventory_item_id: 'iitem_01', required_quantity: 1 }]
const variant = { manage_inventory: true, allow_backorder: false, inventory_items: PARTS }
const quantityOf = ({ body }: Asked) => (body as { quantity: number }).quantity
const answerers = {
  findCoupon: ({ query }: Asked) =>
    [...coupons].flatMap((code) => (code === query.get('code') ? [{ id: 1, code, usage_count: 0 }] : [])),
  createCoupon: ({ body }: Asked) => {
    const { code, date_expires } = body as { code: string; date_expires: string }
    coupons.add(code)
    return { date_expires_gmt: date_expires.slice(0, 19) }
  },
  deleteCoupon: () => void coupons.clear(),
  listVariants: ({ query }: Asked) => ({ variants: [{ ...variant, id: query.get('id') }] }),
  listReservations: () => ({ reservations: apart === 0 ? [] : [{ ...reserved, id: 'r', quantity: apart }] }),
  createReservation: (asked: Asked) => void ([reserved, apart] = [asked.body as object, quantityOf(asked)]),
  updateReservation: (asked: Asked) => void (apart = quantityOf(asked)),
  deleteReservation: () => void (apart = 0),
  /** As Medusa does: what others have reserved goes into nobody's cart, not even for who reserved it. */
  createCart: ({ body }: Asked) => {
    const wanted = (body as { items: { quantity: number }[] }).items.reduce((sum, { quantity }) => sum + quantity, 0)
    if (wanted > stock - apart) throw new Status(400, { message: 'Some variant does not have the required inventory' })
    return { cart: { item_total: 20 * wanted } }
  },
}

async function open(env: Record<string, string>): Promise<OpenShop> {
  const outcome = readConfig({ SHOP_URL: standIn.url, SHOP_WEBHOOK_SECRET: WEBHOOK_SECRET, ...env })
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  const shop = await openShop({
    ...base,
    config: outcome.config,
    records: countingLooks(),
    connectionRecords: createConnectionRecords(base.database, { onChange: () => undefined }),
    webhookRecords: createWebhookRecords(base.database),
    clock: base.clock.now,
    log: createLog('silent'),
    countHandoff: (result: string) => void results.push(result),
  })
  opened.push(shop)
  return shop
}
const openGeneric = () => open({ SHOP_KIND: 'generic', SHOP_URL: 'https://shop.test' })
const openWoo = () =>
  open({
    SHOP_KIND: 'woo',
    WOO_CONSUMER_KEY: 'ck_of_this_test',
    WOO_CONSUMER_SECRET: 'cs_of_this_test',
    WOO_WEBHOOK_SECRET: 'a webhook secret',
  })
const openMedusa = () =>
  open({
    SHOP_KIND: 'medusa',
    MEDUSA_URL: standIn.url,
    MEDUSA_PUBLISHABLE_KEY: 'pk_test',
    MEDUSA_REGION_ID: 'reg_01',
    MEDUSA_ADMIN_TOKEN: 'sk_baseadmin',
    MEDUSA_LOCATION_ID: 'sloc_01',
  })

let said = 0
const stockOf = (sku: string, available: number): StockFact => {
  said += 1
  return { type: 'stock.changed', eventId: `e${said}`, endpointId: 'demo', sku, externalId: null, available }
}
const cup = () => base.pool(base.offers.cup)

/** Two cups held, as a hand-off needs them. */
async function handed(id: string, viewer = 'anna'): Promise<HandedHold> {
  await base.ledger.place(aHold(id, viewer, [[base.offers.cup, 2]]))
  const hold = await base.ledger.findForHandoff(HoldId.parse(id))
  if (hold === null) throw new Error('no hold was granted')
  return hold
}
const stateOf = async (id: string) => (await base.ledger.findForHandoff(HoldId.parse(id)))?.state

/** The shop's id comes by an import, beside what the test shop has. */
async function importCup(): Promise<void> {
  const variant = { externalId: '34', sku: 'CUP', title: null, priceMinor: 2000, stock: 10 }
  const product = { id: ProductId.parse('cup'), externalId: '1', title: 'Cup', picture: null, variants: [variant] }
  await records.importCatalogue({ currency: 'USD', products: [product], isWhole: true })
}

describe('what a shop says of its stock', () => {
  test('lowers what is free here, where stock is mirrored', async () => {
    const shop = await openGeneric()

    expect(await shop.takeStock(stockOf('CUP', 4))).toBe(true)

    expect(await cup()).toMatchObject({ allotted: 4, free: 4 })
    expect(await shop.takeStock(stockOf('HAT', 4))).toBe(false)
  })

  test('means nothing where units are set apart', async () => {
    const shop = await openMedusa()

    expect(await shop.takeStock(stockOf('CUP', 4))).toBe(false)

    expect(await cup()).toMatchObject({ allotted: 10, free: 10 })
  })
})

test('units of a live show are set apart, and given back by whichever process comes after its end', async () => {
  await importCup()
  const first = await openMedusa()
  await vi.waitFor(() => expect(apart).toBe(10), PATIENCE_MS)
  await first.close()
  await handed('h')
  await base.ledger.endShow({ showId: SHOW, by: STAFF })

  await openMedusa()
  // What is held stays apart after the end of the show, until its time is over.
  await vi.waitFor(() => expect(apart).toBe(2), PATIENCE_MS)
  base.clock.advance(3_600_000)
  await base.ledger.sweep(10)

  await vi.waitFor(() => expect(apart).toBe(0), PATIENCE_MS)
  expect(standIn.complaints).toEqual([])
})

describe('a shop whose whole stock is set apart', () => {
  const opensAt = expect.objectContaining({ ok: true })

  test('lets go of a hold’s units before its cart is made, also of several at one moment, and has them back', async () => {
    await importCup()
    const shop = await openMedusa()
    await vi.waitFor(() => expect(apart).toBe(10), PATIENCE_MS)
    const holds = [await handed('a', 'anna'), await handed('b', 'ben'), await handed('c', 'cleo')]

    const links = await Promise.all(holds.map((hold) => shop.checkout.linkTo(hold, VISIT)))

    expect(links).toEqual([opensAt, opensAt, opensAt])
    expect(apart).toBe(4)
    base.clock.advance(3_600_000)
    await base.ledger.sweep(10)
    await vi.waitFor(() => expect(apart).toBe(10), PATIENCE_MS)
    expect(results).toEqual(['ok', 'ok', 'ok'])
    expect(standIn.complaints).toEqual([])
  })

  test('is told again when it has set apart what was let go of', async () => {
    await importCup()
    const shop = await openMedusa()
    await vi.waitFor(() => expect(apart).toBe(10), PATIENCE_MS)
    const first = await shop.checkout.linkTo(await handed('a', 'anna'), VISIT)
    await vi.waitFor(() => expect(apart).toBe(8), PATIENCE_MS)
    apart = 10

    const second = await shop.checkout.linkTo(await handed('a', 'anna'), VISIT)

    expect([first, second]).toEqual([opensAt, opensAt])
    expect(apart).toBe(8)
  })

  test('of which others have bought a part says why, on the desk, too, and the buyer can try again', async () => {
    await importCup()
    const shop = await openMedusa()
    await vi.waitFor(() => expect(apart).toBe(10), PATIENCE_MS)
    const hold = await handed('a', 'anna')
    stock = 7

    const link = await shop.checkout.linkTo(hold, VISIT)

    expect(link).toMatchObject({ ok: false, code: 'SHOP_REFUSED' })
    const why = 'status 400: Some variant does not have the required inventory'
    const failure = { holdId: 'a', showId: SHOW, skus: ['CUP'], code: 'SHOP_REFUSED', why, at: base.clock.now() }
    expect(await shop.admin.readFailures()).toMatchObject([failure])
    expect(results).toEqual(['SHOP_REFUSED'])
    expect(await stateOf('a')).toBe('held')
    stock = 10
    base.clock.advance(1)
    expect(await shop.checkout.linkTo(hold, VISIT)).toEqual(opensAt)
    expect(await shop.admin.readFailures()).toEqual([])
  })
})

test('the way to a shop that says nothing makes the hold paying; its code ends with the hold', async () => {
  await importCup()
  const shop = await openWoo()
  const hold = await handed('h')
  const link = await shop.checkout.linkTo(hold, VISIT)
  expect(link).toMatchObject({
    ok: true,
    value: { href: expect.stringContaining('/checkout-link/?products=34:2&coupon=') },
  })
  expect(await stateOf('h')).toBe('paying')
  expect(coupons.size).toBe(1)
  await shop.close()
  base.clock.advance(3_600_000)
  await base.ledger.sweep(10)

  await openWoo()

  await vi.waitFor(() => expect(coupons.size).toBe(0), PATIENCE_MS)
})

test('the deadline in the link is the one that the hold has once its buyer has left for the shop', async () => {
  const shop = await openGeneric()
  base.clock.advance((await handed('h')).expiresAt - base.clock.now() - 60_000)
  const link = await shop.checkout.linkTo(await handed('h'), VISIT)
  const claims = Buffer.from((link.ok ? link.value.href : '').split('.')[2] ?? '', 'base64url').toString()
  const left = await base.ledger.findForHandoff(HoldId.parse('h'))
  expect(left).toMatchObject({ state: 'paying', expiresAt: JSON.parse(claims).exp * 1000 })
})

test('a shop that does not answer brings the hold back', async () => {
  await importCup()
  const shop = await openWoo()
  standIn.setDown(true)

  expect(await shop.checkout.linkTo(await handed('h'), VISIT)).toMatchObject({ ok: false, code: 'SHOP_UNREACHABLE' })

  expect(await stateOf('h')).toBe('held')
})

test('looks for work again and again until it is closed, also twice, and then no more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const shop = await openMedusa()
  const atLeastThree = expect.toSatisfy((n: number) => n >= 3)
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1000)
    expect(looks).toEqual({ fences: atLeastThree, codes: atLeastThree })
  }, PATIENCE_MS)

  await Promise.all([shop.close(), shop.close()])
  await shop.close()
  const before = { ...looks }
  await vi.advanceTimersByTimeAsync(60_000)

  expect(looks).toEqual(before)
})
