// The Medusa adapter keeps the promises of every adapter, with a secret key and without.
import { describe, expect, test } from 'vitest'
import { testAdapter } from './adapter.contract.ts'
import { testAdjustments } from './adjustments.contract.ts'
import { testBaskets } from './baskets.contract.ts'
import { testCarried } from './carried.contract.ts'
import { testPlaces } from './places.contract.ts'
import { testQuotes } from './quotes.contract.ts'
import { testRefunds } from './refunds.contract.ts'
import { testTroubles } from './troubles.contract.ts'
import { holdOn } from './shopStand.ts'
import type { MedusaTokens } from './medusaSettings.ts'
import { startMedusa } from './medusaStand.ts'

testAdapter('Medusa', (now) => startMedusa(now, { admin: true }))
testRefunds('Medusa', (now) => startMedusa(now, { admin: true }))
testQuotes('Medusa', (now) => startMedusa(now, { admin: true }))
testCarried('Medusa', (now) => startMedusa(now, { admin: true }), 'all')
testAdapter('Medusa without a secret key', (now) => startMedusa(now, { admin: false }))
testRefunds('Medusa without a secret key', (now) => startMedusa(now, { admin: false }))
testAdapter('Medusa without a stock location', (now) => startMedusa(now, { admin: true, locationId: null }))
testQuotes('Medusa without a secret key', (now) => startMedusa(now, { admin: false }))

describe.each(['USD', 'JPY', 'KWD'])('in %s', (currency) => {
  testBaskets('Medusa', (now) => startMedusa(now, { admin: true, currency }))
})

testTroubles('Medusa', (now) => startMedusa(now, { admin: true }))
testTroubles('Medusa without a secret key', (now) => startMedusa(now, { admin: false }))
testPlaces('Medusa', (now) => startMedusa(now, { admin: true }))
testPlaces('Medusa without a stock location', (now) => startMedusa(now, { admin: true, locationId: null }))
testPlaces('Medusa without a secret key', (now) => startMedusa(now, { admin: false }))

describe.each(['USD', 'JPY', 'KWD'])('in %s', (currency) => {
  testAdjustments('Medusa', (now) => startMedusa(now, { admin: true, currency }))
  testAdjustments('Medusa with the tax in its prices', (now) =>
    startMedusa(now, { admin: true, isTaxInside: true, currency }),
  )
  testAdjustments('Medusa without a secret key', (now) => startMedusa(now, { admin: false, currency }))
})

describe.each(['JPY', 'KWD'])('in %s', (currency) => {
  testQuotes('Medusa', (now) => startMedusa(now, { admin: true, currency }))
  testQuotes('Medusa with the tax in its prices', (now) =>
    startMedusa(now, { admin: true, isTaxInside: true, currency }),
  )
  testRefunds('Medusa', (now) => startMedusa(now, { admin: true, currency }))
})
testAdapter('Medusa with the tax in its prices', (now) => startMedusa(now, { admin: true, isTaxInside: true }))

test('a stock location that is not there is found out when the connection is tried, not by the first buyer', async () => {
  const stand = await startMedusa(Date.now, { admin: true, locationId: 'sloc_typo' })
  const tried = await stand.adapter.test()
  await stand.close()

  expect(tried).toMatchObject({ ok: false, code: 'SHOP_REFUSED' })
  expect(JSON.stringify(tried)).toContain('sloc_typo')
})

const VISIT = { origin: 'https://live.test', hostname: 'live.test', locale: 'en' } as const
const REVOKED = expect.stringContaining('the secret API key is not taken')
const LIVE = { id: 'sc_01', name: 'Live' }

/** What the one who enters the keys reads. */
async function whyNot(tokens: Partial<MedusaTokens>): Promise<unknown> {
  const stand = await startMedusa(Date.now, { admin: true, ...tokens })
  const tried = await stand.adapter.test()
  await stand.close()
  expect(stand.complaints).toEqual([])
  expect(tried).toMatchObject({ ok: false, code: 'SHOP_REFUSED' })
  return tried.ok ? '' : tried.detail?.['why']
}

test('a publishable key with several sales channels is named with them', async () => {
  const why = await whyNot({ channels: [LIVE, { id: 'sc_02', name: 'Wholesale' }] })

  expect(why).toContain('2 sales channels (Live, Wholesale)')
})

test('a publishable key without a sales channel is named', async () => {
  expect(await whyNot({ channels: [] })).toContain('no sales channel')
})

test('a stock location that does not serve the sales channel of the key is named with what it serves', async () => {
  const why = await whyNot({ locationId: 'sloc_02' })

  expect(why).toContain('serves no sales channel, and not Live')
})

test('a region in whose currency nothing has a price is named with its currency', async () => {
  expect(await whyNot({ isUnpriced: true })).toContain('no product has a price in the region United States (USD)')
})

test('a secret key that is revoked in the middle of a sale is named, wherever it is needed', async () => {
  const stand = await startMedusa(Date.now, { admin: true })
  const { sku, externalId } = stand.goods[0]
  stand.revokeSecret()

  const tried = [
    await stand.adapter.test(),
    await stand.adapter.setFence({ sku, externalId, units: 3 }),
    await stand.adapter.buildHandoff(holdOn(stand, Date.now()), VISIT),
  ]
  await stand.close()

  for (const one of tried) expect(one).toMatchObject({ ok: false, code: 'SHOP_REFUSED', detail: { why: REVOKED } })
})
