// A shop whose prices have changed since the import, put together with the ledger: nobody leaves for another sum than was held.
import { randomBytes } from 'node:crypto'
import { HoldId, ProductId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aHold, openShop as openTestShop, SHOW, sqlitePlace } from '../ledger/proofs/testShop.ts'
import type { DatabasePlace, TestShop } from '../ledger/proofs/testShop.ts'
import { createLog } from '../ops/log.ts'
import { readConfig } from '../settings/config.ts'
import { type MedusaStand, startMedusa } from '../shops/conformance/medusaStand.ts'
import { createConnectionRecords } from '../shops/records/createConnectionRecords.ts'
import { createWebhookRecords } from '../webhooks/records/createWebhookRecords.ts'
import { createShopRecords } from '../shops/records/createShopRecords.ts'
import { type OpenShop, openShop } from './openShop.ts'

const VISIT = { origin: 'https://live.test', hostname: 'live.test', locale: 'en' } as const
const HOLD = HoldId.parse('h')
/** Its cup costs 15 where 20 were imported. */
const FALL = -500

let place: DatabasePlace
let base: TestShop
let stand: MedusaStand
let shop: OpenShop

beforeEach(async () => {
  place = await sqlitePlace()
  base = await openTestShop(place)
  stand = await startMedusa(base.clock.now, { admin: true, locationId: null })
  const outcome = readConfig({
    SHOP_KIND: 'medusa',
    SHOP_URL: stand.url,
    SHOP_WEBHOOK_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
    MEDUSA_URL: stand.url,
    MEDUSA_PUBLISHABLE_KEY: 'pk_test',
    MEDUSA_REGION_ID: 'reg_01',
    MEDUSA_ADMIN_TOKEN: 'sk_of_this_test',
  })
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  const records = createShopRecords({ database: base.database, onChange: () => undefined })
  const [good] = stand.goods
  const variant = { ...good, sku: 'CUP', title: null, priceMinor: good.shopPriceMinor - FALL, stock: 10 }
  const product = { id: ProductId.parse('cup'), externalId: '1', title: 'Cup', picture: null, variants: [variant] }
  await records.importCatalogue({ currency: 'USD', products: [product], isWhole: true })
  const { store, ledger, clock } = base
  const needs = { config: outcome.config, store, records, ledger, clock: clock.now, log: createLog('silent') }
  const connectionRecords = createConnectionRecords(base.database, { onChange: () => undefined })
  const webhookRecords = createWebhookRecords(base.database)
  shop = await openShop({ ...needs, connectionRecords, webhookRecords, countHandoff: () => undefined })
  await ledger.place(aHold(HOLD, 'anna', [[base.offers.cup, 2]]))
})
afterEach(async () => {
  await shop.close()
  await base.close()
  await stand.close()
  await place.drop()
})

async function leave() {
  const hold = await base.ledger.findForHandoff(HOLD)
  if (hold === null) throw new Error('no hold was granted')
  const way = await shop.checkout.linkTo(hold, VISIT)
  return { way, state: (await base.ledger.findForHandoff(HOLD))?.state }
}

test('a cart below the hold brings it back, and the desk reads both sums, until the price is right again', async () => {
  const { way, state } = await leave()

  const why = '30.00 ≠ 40.00 USD'
  expect(way).toMatchObject({ code: 'PRICE_DIFFERS', detail: { quotedMinor: 3000, dueMinor: 4000, why } })
  expect(state).toBe('held')
  const failed = await shop.admin.readFailures()
  expect(failed).toMatchObject([{ holdId: HOLD, showId: SHOW, skus: ['CUP'], code: 'PRICE_DIFFERS', why }])
  stand.change({ riseMinor: -FALL })
  base.clock.advance(1)
  expect(await leave()).toMatchObject({ way: { ok: true, value: { quotedMinor: 4000 } }, state: 'paying' })
  expect(await shop.admin.readFailures()).toEqual([])
})

test('a cart above the hold is brought to it by a code, twice as well as once, and the buyer leaves', async () => {
  stand.change({ riseMinor: 700 })

  for (const _time of [1, 2]) {
    const { way, state } = await leave()
    expect(way).toMatchObject({ ok: true, value: { quotedMinor: 4000 } })
    expect(state).toBe('paying')
    expect(await stand.priceEndsAt(way.ok ? way.value.href : '')).toBeGreaterThan(base.clock.now())
  }
  expect(stand.complaints).toEqual([])
})
