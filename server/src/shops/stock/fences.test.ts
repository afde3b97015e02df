// Units of live shows at a shop that sets apart: as many as may still be sold here, given back when the show is over.
import { HoldId, OfferId, ShowId, VariantId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  aHold,
  type DatabasePlace,
  opened,
  openShop,
  paid,
  SHOW,
  sqlitePlace,
  STAFF,
} from '../../ledger/proofs/testShop.ts'
import type { TestShop } from '../../ledger/proofs/testShop.ts'
import { createLog } from '../../ops/log.ts'
import { createShopRecords } from '../records/createShopRecords.ts'
import type { MirroredOffer, ShopRecords } from '../records/shopRecords.ts'
import type { Fence, ShopAdapter } from '../checkout.ts'
import { type MedusaStand, startMedusa } from '../conformance/medusaStand.ts'
import { type Fences, startFences, wantedFences } from './fences.ts'

describe('what is wanted', () => {
  const offer = (more: Partial<MirroredOffer>): MirroredOffer => {
    const ids = { offerId: OfferId.parse('o'), showId: ShowId.parse('s'), variantId: VariantId.parse('v') }
    return { ...ids, sku: 'CUP', externalId: '7', allotted: 10, free: 10, taken: 0, paid: 0, paying: 0, ...more }
  }

  test('is what is allotted, without the units of buyers who are paying or have paid', () => {
    expect(wantedFences([offer({ free: 3, taken: 7, paid: 2, paying: 1 })])).toEqual([
      { variantId: 'v', sku: 'CUP', externalId: '7', units: 7 },
    ])
  })

  test('is one number for a variant, over all its shows; more paid than allotted is nothing', () => {
    const shows = [offer({ allotted: 4 }), offer({ allotted: 1, paid: 2 }), offer({ allotted: 5, paying: 1 })]
    const other = offer({ variantId: VariantId.parse('w'), sku: 'MUG', allotted: 2 })

    expect(wantedFences([...shows, other]).map(({ sku, units }) => [sku, units])).toEqual([
      ['CUP', 8],
      ['MUG', 2],
    ])
    expect(wantedFences([])).toEqual([])
  })
})

let place: DatabasePlace
let shop: TestShop
let records: ShopRecords
let stand: MedusaStand
let loops: Fences[] = []
/** What the set-up opened, as far as it came. */
const undo: (() => Promise<unknown>)[] = []
/** Every fence that the shop was asked for. */
let asked: Fence[]
let logged: string[]
let turns: number

beforeEach(async () => {
  place = await sqlitePlace()
  undo.push(() => place.drop())
  shop = await openShop(place, { stock: { cup: 10, small: 0, large: 0 } })
  undo.push(() => shop.close())
  records = createShopRecords({ database: shop.database, onChange: () => undefined })
  stand = await startMedusa(shop.clock.now, { admin: true })
  undo.push(() => stand.close())
  loops = []
  asked = []
  logged = []
  turns = 0
})
afterEach(async () => {
  await Promise.all(loops.splice(0).map((loop) => loop.close()))
  for (const step of undo.splice(0).reverse()) await step()
})

/** A machine that is busy with other tests takes its time. */
const PATIENCE_MS = 20_000

/** A process that watches over the fences. `deny`: what the shop says no to. */
function watch(deny: (fence: Fence) => boolean = () => false): Fences {
  const { adapter } = stand
  const setFence: ShopAdapter['setFence'] = (fence) => {
    asked.push(fence)
    // The shop knows the cup alone; to what it does not know it says no by itself.
    const externalId = fence.sku === 'CUP' && !deny(fence) ? stand.goods[0].externalId : null
    return adapter.setFence({ ...fence, externalId })
  }
  const fencedOffers = () => records.fencedOffers().finally(() => turns++)
  const checkout = { answers: adapter, setFence }
  const loop = startFences({
    records: { ...records, fencedOffers },
    checkout,
    log: createLog('warn', { write: (line) => void logged.push(line) }),
  })
  loops.push(loop)
  return loop
}
/** At least one whole turn: the next one has begun. */
async function turnOver(loop: Fences): Promise<void> {
  for (let nth = 0; nth < 2; nth += 1) {
    const before = turns
    loop.nudge()
    await vi.waitFor(() => expect(turns).toBeGreaterThan(before), { interval: 5, timeout: PATIENCE_MS })
  }
}
const cupOnly = async () => (await records.readStock()).filter(({ sku }) => sku === 'CUP')
const onRecord = async () => (await cupOnly()).map(({ available, short }) => ({ available, short }))
/** Another turn, and what it came to. */
async function settle(loop: Fences, units: number): Promise<void> {
  loop.nudge()
  await vi.waitFor(async () => {
    expect(stand.fenced()).toBe(units)
    expect(await onRecord()).toEqual([{ available: units, short: 0 }])
  }, PATIENCE_MS)
}

test('follows the show: units set apart, let go for buyers who pay, given back at the end', async () => {
  const loop = watch()
  await settle(loop, 10)

  await shop.ledger.place(aHold('h', 'anna', [[shop.offers.cup, 2]]))
  await settle(loop, 10)
  await shop.ledger.report(opened('h'))
  await settle(loop, 8)
  await shop.ledger.report(paid('h', 'order-1', { amountMinor: 4000 }))
  await settle(loop, 8)
  await shop.ledger.endShow({ showId: SHOW, by: STAFF })
  await settle(loop, 0)
  expect(stand.complaints).toEqual([])
})

test('a shop where all is as wanted is not asked again', async () => {
  const loop = watch()
  await settle(loop, 10)

  await turnOver(loop)
  await turnOver(loop)

  expect(asked.filter(({ sku }) => sku === 'CUP')).toHaveLength(1)
})

test('what one process has set apart another gives back', async () => {
  const first = watch()
  await settle(first, 10)
  await first?.close()
  await shop.ledger.endShow({ showId: SHOW, by: STAFF })

  await settle(watch(), 0)
})

test('what somebody at the shop deleted is set apart again by the next process', async () => {
  const first = watch()
  await settle(first, 10)
  await first?.close()
  stand.dropReservations()

  await settle(watch(), 10)
})

test('a place that says no to units that were at an earlier place: they are short, and asked for again', async () => {
  const first = watch()
  await settle(first, 10)
  await first?.close()
  stand.dropReservations()

  const loop = watch(() => true)
  await vi.waitFor(async () => expect(await onRecord()).toEqual([{ available: -1, short: 10 }]), PATIENCE_MS)
  await loop?.close()
  await settle(watch(), 10)
})

test('the units of several variants are asked for side by side', async () => {
  const answers: (() => void)[] = []
  const setFence: ShopAdapter['setFence'] = () =>
    new Promise((resolve) => answers.push(() => resolve({ ok: true, value: null })))
  const loop = startFences({ records, checkout: { answers: stand.adapter, setFence }, log: createLog('silent') })
  loops.push(loop)

  await vi.waitFor(() => expect(answers).toHaveLength(3), PATIENCE_MS)

  for (const answer of answers) answer()
  await vi.waitFor(async () => expect(await records.readStock()).toHaveLength(3), PATIENCE_MS)
})

test('a shop that does not answer is asked again, and nothing is on record before it has', async () => {
  stand.setDown(true)
  const loop = watch()
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0), PATIENCE_MS)
  await loop?.close()
  expect((await onRecord()).filter(({ available }) => available >= 0)).toEqual([])
  stand.setDown(false)

  await settle(watch(), 10)
})

test('while an answer is missing nothing on record is believed: it is told once more', async () => {
  const loop = watch()
  await settle(loop, 10)
  await shop.ledger.place(aHold('h', 'anna', [[shop.offers.cup, 2]]))
  await shop.ledger.report(opened('h'))
  stand.setDown(true)
  loop.nudge()
  await vi.waitFor(async () => expect(await onRecord()).toEqual([{ available: -1, short: 0 }]), PATIENCE_MS)
  await shop.ledger.release({ holdId: HoldId.parse('h'), viewerId: ViewerId.parse('anna') })
  stand.setDown(false)

  await settle(loop, 10)
})

test('units that the shop does not set apart are short', async () => {
  const loop = watch(() => true)
  await vi.waitFor(async () => expect(await onRecord()).toEqual([{ available: 0, short: 10 }]), PATIENCE_MS)
  await loop?.close()

  await settle(watch(), 10)
})

test('what the shop says no with comes back to whoever makes way for a buyer', async () => {
  const loop = watch(({ units }) => units < 10)
  await settle(loop, 10)
  await shop.ledger.place(aHold('h', 'anna', [[shop.offers.cup, 2]]))
  await shop.ledger.report(opened('h'))
  const item = { sku: 'CUP', externalId: null, quantity: 2, unitPriceMinor: 2000, payMinor: 4000, shopPriceMinor: 2000 }
  const ids = { id: HoldId.parse('h'), showId: SHOW, viewerId: 'anna', currency: 'USD', via: null }
  const hold = { ...ids, expiresAt: shop.clock.now(), items: [item] }

  expect(await loop.makeWay(hold, false)).toMatchObject({ code: 'SHOP_REFUSED' })
  await loop.close()
  expect(await watch().makeWay(hold, false)).toBeNull()
})

test('a shop that says the same no again and again is one line of the log', async () => {
  const loop = watch(({ units }) => units > 10)
  await settle(loop, 10)
  await shop.ledger.changeOffer({ showId: SHOW, offerId: shop.offers.cup, allotted: 14, by: STAFF })

  await turnOver(loop)
  await turnOver(loop)
  expect(asked.filter(({ sku, units }) => sku === 'CUP' && units === 14).length).toBeGreaterThan(1)
  expect(logged.filter((line) => line.includes('CUP'))).toHaveLength(1)
})

test('a shop that says no to more keeps what it has set apart: only the rest is short', async () => {
  const loop = watch(({ units }) => units > 10)
  await settle(loop, 10)

  await shop.ledger.changeOffer({ showId: SHOW, offerId: shop.offers.cup, allotted: 14, by: STAFF })
  loop.nudge()
  await vi.waitFor(async () => expect(await onRecord()).toEqual([{ available: 10, short: 4 }]), PATIENCE_MS)

  expect(stand.fenced()).toBe(10)
})

test('a shop that says no at the end is asked again, but not all the time, until it has its units back', async () => {
  let isDenied = true
  const loop = watch(({ units }) => units === 0 && isDenied)
  await settle(loop, 10)
  const cupsBack = () => asked.filter(({ sku, units }) => sku === 'CUP' && units === 0).length
  await shop.ledger.endShow({ showId: SHOW, by: STAFF })
  loop.nudge()
  await vi.waitFor(() => expect(cupsBack()).toBe(1), PATIENCE_MS)
  await turnOver(loop)
  expect(cupsBack()).toBe(1)

  isDenied = false

  for (let nth = 0; nth < 12; nth += 1) await turnOver(loop)
  expect(await onRecord()).toEqual([{ available: 0, short: 0 }])
  expect(stand.fenced()).toBe(0)
  expect(cupsBack()).toBe(2)
})

test('a shop that cannot set apart is left alone', async () => {
  await stand.close()
  stand = await startMedusa(shop.clock.now, { admin: false })

  const loop = watch()
  loop.nudge()
  await loop.close()

  expect(loop.isOn()).toBe(false)
  expect(asked).toEqual([])
  expect(turns).toBe(0)
})
