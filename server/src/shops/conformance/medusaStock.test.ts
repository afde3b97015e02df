// Medusa's stock as it is there: several places, packs, variants that are never sold out, settings that change.
import { grant } from '@lantern/shared/contract/refusals.ts'
import { afterEach, expect, test } from 'vitest'
import type { MedusaTokens } from './medusaSettings.ts'
import { type MedusaStand, startMedusa } from './medusaStand.ts'

let stand: MedusaStand

async function open(tokens: Partial<MedusaTokens> = {}): Promise<MedusaStand> {
  stand = await startMedusa(Date.now, { admin: true, ...tokens })
  return stand
}
afterEach(async () => {
  await stand.close()
  expect(stand.complaints).toEqual([])
})

const fence = (units: number, adapter = stand.adapter) => {
  const [{ sku, externalId }] = stand.goods
  return adapter.setFence({ sku, externalId, units })
}
const kept = () =>
  stand.reservations().map(({ location_id, inventory_item_id, quantity }) => [location_id, inventory_item_id, quantity])

async function stockOf(adapter = stand.adapter) {
  const read = await adapter.readCatalogue()
  if (!read.ok) throw new Error(JSON.stringify(read))
  const variants = read.value.products.flatMap((product) => product.variants)
  return variants.map(({ stock, isUncounted }) => (isUncounted ? 'uncounted' : stock))
}

test('the stock is that of the place whose units are set apart, with what is set apart there for our own shows', async () => {
  await open()
  expect(await stockOf()).toEqual([98, 100])

  await fence(40)

  expect(await stockOf()).toEqual([98, 100])
  expect(await stockOf(stand.with({ admin: true, locationId: 'sloc_02' }))).toEqual([20, 20])
})

test('without a place the stock is what Medusa adds up for the sales channel', async () => {
  await open({ locationId: null })

  expect(await stockOf()).toEqual([100, 100])
})

test('units that an earlier setting put at another place are moved to the one of today', async () => {
  await open()
  await fence(10)
  const moved = stand.with({ admin: true, locationId: 'sloc_02' })

  expect(await fence(10, moved)).toMatchObject({ ok: true })
  expect(kept()).toEqual([['sloc_02', 'iitem_01', 10]])
})

test('units stay at no place where the settings name none any more', async () => {
  await open()
  await fence(10)
  const unset = stand.with({ admin: true, locationId: null })

  expect(unset.stock).toBe('not_exclusive')
  expect(await fence(3, unset)).toMatchObject({ ok: false, code: 'SHOP_CANNOT' })
  expect(await fence(0, unset)).toMatchObject({ ok: true })
  expect(kept()).toEqual([])
})

test('what two processes made at once is one again the next time', async () => {
  await open()
  await Promise.all([fence(10), fence(10, stand.with({ admin: true }))])

  expect(await fence(7)).toMatchObject({ ok: true })
  expect(kept()).toEqual([['sloc_01', 'iitem_01', 7]])
})

test('more than there is at the place is refused in Medusa’s own words, and what was set apart stays', async () => {
  await open({ locationId: 'sloc_02' })
  await fence(20)

  expect(await fence(21)).toMatchObject({ ok: false, code: 'SHOP_REFUSED' })
  expect(JSON.stringify(await fence(21))).toContain('Not enough stock available')
  expect(kept()).toEqual([['sloc_02', 'iitem_01', 20]])
})

test('a pack of three sets three apart for each, and a third of what is there can be sold', async () => {
  await open({ kinds: { variant_01: { required_quantity: 3 } } })

  await fence(5)

  expect(kept()).toEqual([['sloc_01', 'iitem_01', 15]])
  expect(await stockOf()).toEqual([32, 100])
})

test.each([{ manage_inventory: false }, { allow_backorder: true }])(
  'a variant that is never sold out (%j) is not counted, and needs nothing set apart',
  async (kind) => {
    await open({ kinds: { variant_01: kind } })

    expect(await stockOf()).toEqual(['uncounted', 100])
    expect(await fence(5)).toMatchObject({ ok: true })
    expect(kept()).toEqual([])
  },
)

test('what is gone from Medusa cannot be set apart, and its units are not asked for', async () => {
  await open()
  const gone = { sku: 'GONE', externalId: 'variant_gone' }

  expect(await stand.adapter.setFence({ ...gone, units: 1 })).toMatchObject({ ok: false, code: 'SHOP_REFUSED' })
  expect(await stand.adapter.setFence({ ...gone, units: 0 })).toMatchObject({ ok: true })
})

test('two studios at one shop leave each other’s units alone, and each knows of the other’s', async () => {
  await open()
  await fence(10)
  await fence(5, stand.otherStudio)

  expect(kept()).toEqual([
    ['sloc_01', 'iitem_01', 10],
    ['sloc_01', 'iitem_01', 5],
  ])
  expect([await stand.adapter.othersApart(), await stand.otherStudio.othersApart()]).toEqual([grant(5), grant(10)])
  expect([await stockOf(), await stockOf(stand.otherStudio)]).toEqual([
    [93, 100],
    [88, 100],
  ])
  expect(await fence(7)).toMatchObject({ ok: true })
  expect(await fence(0, stand.otherStudio)).toMatchObject({ ok: true })
  expect(kept()).toEqual([['sloc_01', 'iitem_01', 7]])
  expect(await stand.adapter.othersApart()).toEqual(grant(0))
})

test('what was set apart before studios were written down is taken over by the one that sets it next', async () => {
  await open()
  const body = {
    location_id: 'sloc_01',
    inventory_item_id: 'iitem_01',
    quantity: 10,
    description: 'Lantern: units of a live show',
    metadata: { lantern_variant: 'variant_01' },
  }
  const headers = { 'content-type': 'application/json', authorization: `Basic ${btoa('sk_test_admin:')}` }
  await fetch(`${stand.url}/admin/reservations`, { method: 'POST', headers, body: JSON.stringify(body) })

  await fence(10)
  await fence(5, stand.otherStudio)

  expect(kept().map(([, , quantity]) => quantity)).toEqual([10, 5])
})
