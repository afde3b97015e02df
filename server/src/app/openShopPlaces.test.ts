// Settings that name another stock location, or none any more: units of a live show are where the settings say, and nowhere else.
import { randomBytes } from 'node:crypto'
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type DatabasePlace, openShop as openTestShop, sqlitePlace, type TestShop } from '../ledger/proofs/testShop.ts'
import { createLog } from '../ops/log.ts'
import { readConfig } from '../settings/config.ts'
import { type MedusaStand, startMedusa } from '../shops/conformance/medusaStand.ts'
import { createConnectionRecords } from '../shops/records/createConnectionRecords.ts'
import { createWebhookRecords } from '../webhooks/records/createWebhookRecords.ts'
import { createShopRecords } from '../shops/records/createShopRecords.ts'
import type { ShopRecords } from '../shops/records/shopRecords.ts'
import { type OpenShop, openShop } from './openShop.ts'

/** A machine that is busy with other tests takes its time. */
const PATIENCE_MS = 20_000
const WEBHOOK_SECRET = `whsec_${randomBytes(32).toString('base64')}`

let place: DatabasePlace
let base: TestShop
let records: ShopRecords
let stand: MedusaStand
let opened: OpenShop

beforeEach(async () => {
  place = await sqlitePlace()
  base = await openTestShop(place, { stock: { cup: 10, small: 0, large: 0 } })
  records = createShopRecords({ database: base.database, onChange: () => undefined })
  stand = await startMedusa(base.clock.now, { admin: true })
  const variant = { externalId: 'variant_01', sku: 'CUP', title: null, priceMinor: 2000, stock: 10 }
  const product = { id: ProductId.parse('cup'), externalId: '1', title: 'Cup', picture: null, variants: [variant] }
  await records.importCatalogue({ currency: 'USD', products: [product], isWhole: true })
  opened = await open({ MEDUSA_LOCATION_ID: 'sloc_01' })
  await vi.waitFor(() => expect(kept()).toEqual([['sloc_01', 10]]), PATIENCE_MS)
  await opened.close()
})
afterEach(async () => {
  await opened.close()
  await base.close()
  await stand.close()
  await place.drop()
})

const kept = () => stand.reservations().map(({ location_id, quantity }) => [location_id, quantity])
const onRecord = async () => (await records.readStock()).find(({ sku }) => sku === 'CUP')?.available

async function open(location: Record<string, string>): Promise<OpenShop> {
  const outcome = readConfig({
    SHOP_KIND: 'medusa',
    SHOP_URL: 'https://shop.test',
    SHOP_WEBHOOK_SECRET: WEBHOOK_SECRET,
    MEDUSA_URL: stand.url,
    MEDUSA_PUBLISHABLE_KEY: 'pk_test',
    MEDUSA_REGION_ID: 'reg_01',
    MEDUSA_ADMIN_TOKEN: 'sk_baseadmin',
    ...location,
  })
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  const { store, ledger, clock } = base
  const connectionRecords = createConnectionRecords(base.database, { onChange: () => undefined })
  const more = { connectionRecords, webhookRecords: createWebhookRecords(base.database) }
  const parts = { config: outcome.config, store, records, ledger, clock: clock.now, ...more }
  return openShop({ ...parts, log: createLog('silent'), countHandoff: () => undefined })
}

test('where they name none any more the units go back, in the middle of the show', async () => {
  opened = await open({})

  expect(opened.checkout.answers.stock).toBe('not_exclusive')
  await vi.waitFor(() => expect(kept()).toEqual([]), PATIENCE_MS)
  await vi.waitFor(async () => expect(await onRecord()).toBe(0), PATIENCE_MS)
  expect(stand.complaints).toEqual([])
})

test('where they name another one the units move there', async () => {
  opened = await open({ MEDUSA_LOCATION_ID: 'sloc_02' })

  await vi.waitFor(() => expect(kept()).toEqual([['sloc_02', 10]]), PATIENCE_MS)
  await vi.waitFor(async () => expect(await onRecord()).toBe(10), PATIENCE_MS)
  expect(stand.complaints).toEqual([])
})
