// The round trip over the stand-ins of every kind with keys: a shop that is well passes, and each thing that is wrong is said with what to do.
import type { ShopKindName, TripStepId } from '@lantern/shared/contract/connections.ts'
import { ProductId, VariantId } from '@lantern/shared/contract/ids.ts'
import { afterEach, expect, test } from 'vitest'
import { readConfig } from '../../../settings/config.ts'
import { startMedusa } from '../../conformance/medusaStand.ts'
import type { ShopStand } from '../../conformance/shopStand.ts'
import { startShopify } from '../../conformance/shopifyStand.ts'
import { startWoo } from '../../conformance/wooStand.ts'
import { toCheckout } from '../../createCheckout.ts'
import { createShopFetch } from '../../shopFetch.ts'
import type { LiveShop } from '../liveShops.ts'
import { runRoundTrip, type TripResult } from './roundTrip.ts'
import { countProducts, hearOfOrder, type Knock, type Shelf } from './steps.ts'

const SETTINGS: Readonly<Record<'shopify' | 'woo' | 'medusa', Record<string, string>>> = {
  shopify: { SHOPIFY_CLIENT_SECRET: 'client secret' },
  woo: { WOO_CONSUMER_KEY: 'ck_12345678', WOO_CONSUMER_SECRET: 'cs_12345678', WOO_WEBHOOK_SECRET: 'a webhook secret' },
  medusa: {
    SHOP_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
    MEDUSA_URL: 'https://medusa.test',
    MEDUSA_PUBLISHABLE_KEY: 'pk_test',
    MEDUSA_REGION_ID: 'reg_01',
    MEDUSA_ADMIN_TOKEN: 'sk_test_admin',
    MEDUSA_LOCATION_ID: 'sloc_01',
  },
}
const STARTS = {
  shopify: () => startShopify(Date.now, { admin: true, storefront: true }),
  woo: () => startWoo(Date.now),
  medusa: () => startMedusa(Date.now, { admin: true }),
}
type Kind = keyof typeof STARTS
const KINDS = Object.keys(STARTS) as Kind[]

const EMPTY: Shelf = { currency: null, products: [], isPlanned: false }
const open: ShopStand[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((stand) => stand.close()))
})

async function start(kind: Kind): Promise<ShopStand> {
  const stand = await STARTS[kind]()
  open.push(stand)
  return stand
}

function shopOf(kind: Kind, { adapter }: Pick<ShopStand, 'adapter'>, more: Record<string, string> = {}): LiveShop {
  const outcome = readConfig({ SHOP_KIND: kind, SHOP_URL: 'https://shop.test', ...SETTINGS[kind], ...more })
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  const fetchShop = createShopFetch({ allowed: [] })
  const of = { id: 'conn_1', version: 1, kind: kind as ShopKindName, state: 'draft', fetchShop } as const
  return { ...of, settings: outcome.config, checkout: toCheckout(adapter), close: () => undefined }
}

const answers: Knock = () => Promise.resolve({ status: 200, saidAt: Date.now() - 500 })

function walk(shop: LiveShop, more: Partial<Parameters<typeof runRoundTrip>[0]> = {}): Promise<TripResult> {
  return runRoundTrip({ shop, shelf: EMPTY, locations: [], knock: answers, clock: Date.now, ...more })
}
const stepIn = ({ steps }: TripResult, id: TripStepId) => steps.find((step) => step.id === id)

test.each(KINDS)('%s: a shop that is well passes every step, and cart and live price agree', async (kind) => {
  const stand = await start(kind)
  const trip = await walk(shopOf(kind, stand))

  const states = trip.steps.map(({ id, state, problem }) => `${id} ${state} ${problem}`)
  expect(states).toEqual([
    'reads_products passed null',
    'priced_cart passed null',
    'opens_checkout passed null',
    'told_of_order untried null',
    'gives_back passed null',
    kind === 'medusa' ? 'sets_stock_apart passed null' : 'sets_stock_apart cannot null',
  ])
  const { liveMinor, cartMinor } = stepIn(trip, 'priced_cart')?.figures ?? {}
  expect(liveMinor).toBeGreaterThan(0)
  // WooCommerce says it only where our plugin is.
  expect(cartMinor).toBe(kind === 'woo' ? undefined : liveMinor)
  expect(trip.clockOffSeconds).toBeNull()
  expect(stand.complaints).toEqual([])
  expect(kind === 'medusa' ? stand.fenced() : 0).toBe(0)
})

test.each(KINDS)('%s: a shop that is down is named, and what comes after it waits', async (kind) => {
  const stand = await start(kind)
  stand.setDown(true)
  const trip = await walk(shopOf(kind, stand))

  expect(stepIn(trip, 'reads_products')).toMatchObject({ state: 'failed', problem: 'shop_silent' })
  expect(stepIn(trip, 'priced_cart')).toMatchObject({ state: 'to_do', problem: 'after_others' })
})

test.each(KINDS)('%s: shows that are planned in another currency are said', async (kind) => {
  const stand = await start(kind)
  const cup = { sku: 'CUP', externalId: null, title: null, priceMinor: 900, stock: 1, available: true }
  const variants = [{ ...cup, id: VariantId.parse('v'), currency: 'KWD', options: null }]
  const none = { externalId: null, picture: null, pictures: [], digest: null }
  const products = [{ ...none, id: ProductId.parse('p'), title: 'Cup', variants }]
  const shelf: Shelf = { currency: 'KWD', products, isPlanned: true }
  const trip = await walk(shopOf(kind, stand), { shelf })

  const detail = { shop: stand.currency, here: 'KWD' }
  expect(stepIn(trip, 'reads_products')).toMatchObject({ state: 'failed', problem: 'wrong_currency', detail })
})

test.each(KINDS)('%s: a clock that is off is said by how much, and the message is not waited for', async (kind) => {
  const stand = await start(kind)
  const late: Knock = () => Promise.resolve({ status: 200, saidAt: Date.now() - 90_500 })
  const { clockOffSeconds } = await walk(shopOf(kind, stand), { knock: late })

  expect(clockOffSeconds).toBe(90)
  const heard = { at: null, refusedBy: null, since: 0, clockOffSeconds }
  expect(hearOfOrder(heard)).toMatchObject({ state: 'failed', problem: 'clock_off', detail: { seconds: 90 } })
})

test('a checkout that is not there is said with its host', async () => {
  const stand = await start('medusa')
  const gone: Knock = () => Promise.resolve({ status: 404, saidAt: Date.now() - 500 })
  const trip = await walk(shopOf('medusa', stand), { knock: gone })

  expect(stepIn(trip, 'opens_checkout')).toMatchObject({
    state: 'failed',
    problem: 'no_route',
    detail: { host: 'store.test' },
  })
})

test('a key that is revoked between two steps is said at the step that met it', async () => {
  const stand = await startMedusa(Date.now, { admin: true })
  open.push(stand)
  const shop = shopOf('medusa', stand)
  const linkTo: LiveShop['checkout']['linkTo'] = (hold, visit) => {
    stand.revokeSecret()
    return shop.checkout.linkTo(hold, visit)
  }
  const trip = await walk({ ...shop, checkout: { ...shop.checkout, linkTo } })

  expect(stepIn(trip, 'reads_products')).toMatchObject({ state: 'passed' })
  expect(stepIn(trip, 'priced_cart')).toMatchObject({ state: 'failed', problem: 'keys_refused' })
  expect(stepIn(trip, 'opens_checkout')).toMatchObject({ state: 'to_do', problem: 'after_others' })
})

test('a stock location that is of another shop is said, by the shop or by its list', async () => {
  const stand = await startMedusa(Date.now, { admin: true, locationId: 'sloc_other' })
  open.push(stand)
  const there = await walk(shopOf('medusa', stand))
  const well = await start('medusa')
  const listed = await walk(shopOf('medusa', well), { locations: ['sloc_02'] })

  expect(stepIn(there, 'reads_products')).toMatchObject({ state: 'failed', problem: 'location_unknown' })
  expect(stepIn(listed, 'sets_stock_apart')).toMatchObject({ state: 'failed', problem: 'location_unknown' })
})

test('units that another studio keeps apart are said, and do not stand in the way', async () => {
  const stand = await startMedusa(Date.now, { admin: true })
  open.push(stand)
  const [{ sku, externalId }] = stand.goods
  await stand.otherStudio.setFence({ sku, externalId, units: 4 })
  const trip = await walk(shopOf('medusa', stand))

  expect(stepIn(trip, 'sets_stock_apart')).toMatchObject({
    state: 'passed',
    problem: 'others_apart',
    detail: { units: 4 },
  })
  expect(stand.reservations().map(({ quantity }) => quantity)).toEqual([4])
})

test('where products come by a file and none was imported, the file is asked for', () => {
  expect(countProducts(null, EMPTY)).toMatchObject({ state: 'to_do', problem: 'no_file' })
  expect(countProducts({ currency: 'KWD', products: [] }, EMPTY)).toMatchObject({ problem: 'no_products' })
})
