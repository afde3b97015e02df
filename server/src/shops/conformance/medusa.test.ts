// The Medusa adapter keeps the promises of every adapter, with a secret key and without.
import { expect, test } from 'vitest'
import { testAdapter } from './adapter.contract.ts'
import { testRefunds } from './refunds.contract.ts'
import { startMedusa } from './medusaStand.ts'

testAdapter('Medusa', (now) => startMedusa(now, { admin: true }))
testRefunds('Medusa', (now) => startMedusa(now, { admin: true }))
testAdapter('Medusa without a secret key', (now) => startMedusa(now, { admin: false }))
testRefunds('Medusa without a secret key', (now) => startMedusa(now, { admin: false }))
testAdapter('Medusa with the tax in its prices', (now) => startMedusa(now, { admin: true, isTaxInside: true }))

test('what is set apart for our own shows counts as stock at an import', async () => {
  const stand = await startMedusa(Date.now, { admin: true })
  const [{ sku, externalId }] = stand.goods
  const stock = async () => {
    const read = await stand.adapter.readCatalogue()
    const variants = read.ok ? read.value.products.flatMap((product) => product.variants) : []
    return variants.find((variant) => variant.sku === sku)?.stock
  }
  const before = (await stock()) ?? 0

  await stand.adapter.setFence({ sku, externalId, units: 4 })
  const after = await stock()
  await stand.close()

  // The stand-in's list stays as it was published; a real shop takes the four off it.
  expect(after).toBe(before + 4)
  expect(stand.complaints).toEqual([])
})

test('a stock location that is not there is found out when the connection is tried, not by the first buyer', async () => {
  const stand = await startMedusa(Date.now, { admin: true, locationId: 'sloc_typo' })
  const tried = await stand.adapter.test()
  await stand.close()

  expect(tried).toMatchObject({ ok: false, code: 'SHOP_REFUSED' })
  expect(JSON.stringify(tried)).toContain('sloc_typo')
})
