// Scenes that random commands meet seldom, each against a shop of its own.
import assert from 'node:assert/strict'
import { HoldId, SaleId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { aHold, aSale, openShop, paid, SHOW, STAFF, START_AT } from '../testShop.ts'
import type { DatabasePlace, TestShop, TestShopOptions } from '../testShop.ts'

export type Scene = (makePlace: () => Promise<DatabasePlace>) => Promise<void>

/** Afterwards nothing has drifted. */
export function scene(play: (shop: TestShop) => Promise<void>, options: TestShopOptions = {}): Scene {
  return async (makePlace) => {
    const place = await makePlace()
    const shop = await openShop(place, options)
    try {
      await play(shop)
      assert.deepEqual(await shop.ledger.check(), [])
    } finally {
      await shop.close()
      await place.drop()
    }
  }
}

const ownerOf = (id: string) => ({ holdId: HoldId.parse(id), viewerId: ViewerId.parse(`v${id}`) })
const holdsOf = async ({ store }: TestShop) => (await store.readRoomSince(SHOW, 0)).desk.holds ?? []

/** The database refuses a batch for the sake of one request: its neighbours are decided once, and in their order. */
export const oneBadRequest = scene(async (shop) => {
  const { ledger, offers } = shop
  await ledger.place(aHold('a', 'va', [[offers.small, 5]]))

  const outcomes = await Promise.allSettled([
    ledger.place(aHold('b', 'vb', [[offers.small, 1]])),
    ledger.release(ownerOf('a')),
    ledger.changeOffer({ showId: SHOW, offerId: offers.cup, by: STAFF, allotted: NaN }),
    ledger.place(aHold('c', 'vc', [[offers.small, 2]])),
  ])

  const kept = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.ok : outcome.status))
  assert.deepEqual(kept, [false, true, 'rejected', true])
  const states = (await holdsOf(shop)).map((hold) => `${hold.id} ${hold.state}`)
  assert.deepEqual(states.sort(), ['a released', 'c held'])
})

/** Who has all that a sale allows may have more by its end, so by time alone: the first in line is served before who asks then. */
export const nobodyGetsPastTheLine = scene(async (shop) => {
  const { ledger, offers, clock, pool } = shop
  await ledger.place(aHold('most', 'vmost', [[offers.small, 3]]))
  await ledger.place(aHold('a', 'va', [[offers.small, 1]]))
  await ledger.startSale(aSale('s', { units: 2, perViewer: 1 }))
  await ledger.place(aHold('first', 'w1', [[offers.small, 1]]))
  await ledger.report(paid('first', 'order-first', { amountMinor: 1500 }))
  const who = { showId: SHOW, viewerId: ViewerId.parse('w1'), viewerName: 'w1', via: null, source: null }
  assert.ok((await ledger.joinWaitlist({ ...who, offerId: offers.small, quantity: 1 })).ok)
  await ledger.release(ownerOf('a'))
  assert.equal((await pool(offers.small)).free, 1)
  clock.advance(61_000)

  const late = await ledger.place(aHold('late', 'w2', [[offers.small, 1]]))

  assert.ok(!late.ok && late.code === 'SOLD_OUT')
  const turns = (await holdsOf(shop)).filter((hold) => hold.waited).map((hold) => hold.viewerId)
  assert.deepEqual(turns, ['w1'])
})

/** The sale's limit counts all sizes, also when two of them grow in one change. */
export const saleLimitOverSizes = scene(async ({ ledger, offers, store }) => {
  await ledger.startSale(aSale('s', { units: 8, perViewer: 3 }))
  const both = (units: number) => [[offers.small, units] as const, [offers.large, units] as const]
  await ledger.place(aHold('a', 'va', both(1)))

  const changed = await ledger.change({ ...ownerOf('a'), lines: aHold('a', 'va', both(2)).lines })

  assert.ok(!changed.ok && changed.code === 'LIMIT_REACHED')
  assert.equal((await store.readRoom(SHOW))?.room.sale?.taken, 2)
  await ledger.stopSale({ saleId: SaleId.parse('s'), showId: SHOW, by: STAFF })
})

/** Two sweeps of one batch keep to the limit of each. */
export const sweepsKeepTheirLimit = scene(async ({ ledger, offers, clock }) => {
  for (const id of ['a', 'b', 'c', 'd']) {
    await ledger.place(aHold(id, `v${id}`, [[offers.cup, 1]]))
    clock.advance(1)
  }
  clock.advance(600_000)

  assert.deepEqual(await Promise.all([ledger.sweep(1), ledger.sweep(3), ledger.sweep(3)]), [1, 2, 0])
  assert.equal(await ledger.sweep(3), 1)
})

/** Lapses count on from sweep to sweep, also in a batch in which their viewer asks for nothing. */
export const lapsesCountOn = scene(async ({ ledger, offers, clock }) => {
  for (const id of ['a', 'b', 'c']) {
    assert.ok((await ledger.place(aHold(id, 'v', [[offers.cup, 1]]))).ok)
    clock.advance(600_000)
    assert.equal(await ledger.sweep(10), 1)
  }

  const fourth = await ledger.place(aHold('d', 'v', [[offers.cup, 1]]))

  assert.ok(!fourth.ok && fourth.code === 'COOL_DOWN')
})

/** More units of a hold in a sale move the offer and the sale, and the sale's price is taken off all of them. */
export const changeMovesBothPools = scene(async ({ ledger, offers, store }) => {
  await ledger.startSale(aSale('s', { units: 3, perViewer: 3 }))
  await ledger.place(aHold('a', 'va', [[offers.small, 1]]))

  const changed = await ledger.change({ ...ownerOf('a'), lines: aHold('a', 'va', [[offers.small, 3]]).lines })

  const adjustments = changed.ok ? changed.value.lines.flatMap((line) => line.adjustments) : []
  assert.deepEqual(adjustments, [{ kind: 'sale_price', ref: 's', amountMinor: 1500 }])
  assert.equal((await store.readRoom(SHOW))?.room.sale?.taken, 3)
})

/** An order that is paid is history: the address of a viewer with a new cookie binds it no more. */
export const whoPaysHasHistory = scene(async ({ ledger, offers }) => {
  const fresh = { source: 'home', issuedAt: START_AT + 1 }
  assert.ok((await ledger.place({ ...aHold('a', 'va', [[offers.small, 1]]), ...fresh })).ok)
  await ledger.report(paid('a', 'order-a', { amountMinor: 2000 }))
  assert.ok((await ledger.place({ ...aHold('b', 'vb', [[offers.cup, 5]]), ...fresh })).ok)

  const [buyer, other] = await Promise.all(
    ['va', 'vc'].map((viewer) => ledger.place({ ...aHold(`${viewer}2`, viewer, [[offers.cup, 1]]), ...fresh })),
  )

  assert.deepEqual([buyer?.ok, other?.ok], [true, false])
})

/** Units that are taken and given back again and again are kept from others. */
export const givingBackCounts = scene(async ({ ledger, offers }) => {
  const codes: string[] = []
  for (let n = 0; n < 11; n++) {
    const wish = aHold(`h${n}`, 'v', [[offers.cup, 1]])
    const outcome = await ledger.place(wish)
    codes.push(outcome.ok ? 'granted' : outcome.code)
    await ledger.release(wish)
  }

  assert.deepEqual([codes.at(-2), codes.at(-1)], ['granted', 'COOL_DOWN'])
})

/** Neighbours who let their holds lapse make their address pause: not who was known before the show, nor who comes anew elsewhere. */
export const historyNeedNotPause = scene(
  async ({ ledger, offers, clock }) => {
    const asks = (id: string, source: string, issuedAt: number) =>
      ledger.place({ ...aHold(id, `v${id}`, [[offers.cup, 1]]), source, issuedAt })
    for (const id of ['a', 'b']) {
      assert.ok((await asks(id, 'home', START_AT + 1)).ok)
      clock.advance(600_000)
      assert.equal(await ledger.sweep(10), 1)
    }

    const known = await asks('known', 'home', START_AT - 1)
    const fresh = await asks('fresh', 'home', START_AT + 1)
    const elsewhere = await asks('elsewhere', 'office', START_AT + 1)

    assert.deepEqual([known.ok, fresh.ok || fresh.code, elsewhere.ok], [true, 'COOL_DOWN', true])
  },
  { policy: { lapsesPerSource: 2 } },
)

export const SCENES: readonly Scene[] = [
  oneBadRequest,
  nobodyGetsPastTheLine,
  saleLimitOverSizes,
  sweepsKeepTheirLimit,
  lapsesCountOn,
  changeMovesBothPools,
  whoPaysHasHistory,
  givingBackCounts,
  historyNeedNotPause,
]
