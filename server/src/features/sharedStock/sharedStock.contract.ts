// What every database must hold to for shared stocks: nothing is sold twice, and the last unit is sold wherever it is asked for.
import { OrderId } from '@lantern/shared/contract/ids.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { type PlaceMaker, withShop } from '../../ledger/proofs/ledger.contract.ts'
import {
  aHold,
  aSale,
  authorised,
  CUP,
  opened as atCheckout,
  paid,
  refunded,
  SHOW,
  STAFF,
} from '../../ledger/proofs/testShop.ts'
import { B, C, openSharedShow, type SharedShow } from './sharedShow.ts'

const refused = (code: string, detail: object = {}) =>
  expect.objectContaining({ ok: false, code, detail: expect.objectContaining(detail) })

export function sharedStockContract(name: string, makePlace: PlaceMaker): void {
  describe(`selling from a shared stock on ${name}`, () => selling(withShop(makePlace)))
  describe(`what comes back to a shared stock on ${name}`, () => comingBack(withShop(makePlace)))
  describe(`setting a shared stock on ${name}`, () => setting(withShop(makePlace)))
}

type Shop = ReturnType<typeof withShop>

function opened(current: Shop): () => SharedShow {
  let show: SharedShow | null = null
  beforeEach(async () => {
    show = await openSharedShow(current().shop)
  })
  return () => {
    if (!show) throw new Error('the shows are not open yet')
    return show
  }
}

function selling(current: Shop): void {
  const show = opened(current)

  test('each show has units at once, and draws more when they are used up', async () => {
    await show().share()
    const before = await show().offerIn(SHOW)
    expect(before).toMatchObject({ taken: 0, shared: 'more' })
    expect(before.free).toBeGreaterThan(0)
    expect(await show().unitsOfAll()).toBe(10)

    expect(await show().hold('one', SHOW, 4)).toMatchObject({ ok: true })

    const after = await show().offerIn(SHOW)
    expect(after).toMatchObject({ taken: 4, allotted: after.free + 4 })
    expect(after.version).toBeGreaterThan(before.version)
    expect(await show().unitsOfAll()).toBe(10)
  })

  test('many in all shows at once: each unit once, all of them, and then all is sold out', async () => {
    await show().share()

    const asked = Array.from({ length: 60 }, (_, n) => show().hold(`h${n}`, n % 2 === 0 ? SHOW : B))
    const outcomes = await Promise.all(asked)

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10)
    expect(outcomes.filter((one) => !one.ok && one.code === 'SOLD_OUT')).toHaveLength(50)
    expect(await show().stock()).toEqual({ units: 10, free: 0, shows: { [SHOW]: 0, [B]: 0, [C]: 0 } })
    expect(await show().hold('late', SHOW)).toEqual(refused('SOLD_OUT'))
  })

  test('the last unit anywhere is sold to whoever asks, in whichever show', async () => {
    await show().share()
    for (const n of [1, 2, 3, 4]) await show().hold(`a${n}`, SHOW)

    const more = [5, 6, 7, 8, 9, 10, 11].map((n) => show().hold(`a${n}`, SHOW))

    expect((await Promise.all(more)).map(({ ok }) => ok)).toEqual([true, true, true, true, true, true, false])
    expect(await show().offerIn(B)).toMatchObject({ allotted: 0, free: 0, taken: 0 })
  })

  test('whoever wants several gets what several shows have, or hears how many there are', async () => {
    await show().share()
    await show().hold('first', SHOW, 5)

    expect(await show().hold('most', B, 4)).toMatchObject({ ok: true })
    expect(await show().hold('rest', SHOW, 3)).toEqual(refused('NOT_ENOUGH', { free: 1 }))
  })

  test('those in line in one show are served from what another has', async () => {
    const { ledger } = current().shop
    await show().share()
    await show().hold('a', SHOW, 5)
    await show().hold('b', B, 5)
    const { id: offerId } = await show().offerIn(SHOW)
    const waiting = { showId: SHOW, offerId, viewerName: 'w', via: null, source: null, quantity: 1 }
    const { viewerId } = holdOf('w')
    expect(await ledger.joinWaitlist({ ...waiting, viewerId })).toMatchObject({ ok: true })

    const b = holdOf('b')
    await ledger.release({ holdId: b.holdId, viewerId: b.viewerId })
    await show().sweep()

    expect(await show().offerIn(SHOW)).toMatchObject({ waiting: 0, taken: 6 })
  })

  test('a sale draws what it is to have', async () => {
    const { ledger } = current().shop
    await show().share()

    expect(await ledger.startSale(aSale('sale', { productId: CUP, units: 6 }))).toMatchObject({ ok: true })
    expect(await show().offerIn(SHOW)).toMatchObject({ free: 6 })
  })
}

const holdOf = (id: string) => aHold(id, `v-${id}`, [])

function comingBack(current: Shop): void {
  const show = opened(current)
  const report = (fact: Parameters<ReturnType<Shop>['shop']['ledger']['report']>[0]) =>
    current().shop.ledger.report(fact)

  test('what a show has not sold goes back when it ends, and what runs out there afterwards', async () => {
    const { ledger, clock } = current().shop
    await show().share()
    await show().hold('b', B, 2)

    await ledger.endShow({ showId: B, by: STAFF })
    await show().sweep()
    expect(await show().offerIn(B)).toMatchObject({ allotted: 2, free: 0, taken: 2 })
    clock.advance(600_000)
    await show().sweep()
    await show().sweep()

    expect(await show().offerIn(B)).toMatchObject({ allotted: 0, free: 0, taken: 0 })
    expect(await show().hold('all', SHOW, 5)).toMatchObject({ ok: true })
    expect(await show().hold('rest', SHOW, 5)).toMatchObject({ ok: true })
  })

  test('a refund after the show goes back for the others; units that are gone are nobody’s', async () => {
    const { ledger } = current().shop
    await show().share()
    for (const [id, units] of [
      ['x', 2],
      ['y', 3],
    ] as const) {
      await show().hold(id, B, units)
      await report(paid(id, `o-${id}`, { amountMinor: units * 2000 }))
    }
    await ledger.endShow({ showId: B, by: STAFF })

    await report(refunded('x', 'o-x'))
    const settled = { showId: B, holdId: holdOf('y').holdId, orderId: OrderId.parse('o-y'), by: STAFF }
    await ledger.settleOrder({ ...settled, choice: 'refund_gone' })
    await show().sweep()

    expect(await show().offerIn(B)).toMatchObject({ allotted: 0, free: 0, taken: 0, paid: 0 })
    expect((await show().stock())?.units).toBe(7)
    expect(await show().unitsOfAll()).toBe(7)
  })

  test('until what an ended show had free is back, nobody is given it a second time', async () => {
    const { ledger } = current().shop
    await show().share()
    await ledger.endShow({ showId: B, by: STAFF })

    const stock = await show().share({ units: 11, showIds: [SHOW, C], revision: 1 })

    expect(stock).toMatchObject({ ok: false, code: 'NOT_ENOUGH_LEFT', detail: { left: 10 } })
    expect(await show().share({ units: 10, showIds: [SHOW, C], revision: 1 })).toMatchObject({ ok: true })
  })

  test('a late payment has units of the stock where its own show has none', async () => {
    const { ledger, clock } = current().shop
    await show().share({ showIds: [SHOW, B], block: 1 })
    await show().hold('late', SHOW, 2)
    clock.advance(600_000)
    await show().sweep()
    for (const n of [1, 2, 3]) await show().hold(`a${n}`, SHOW, 1)
    const { free } = await show().offerIn(SHOW)
    if (free > 0) await show().hold('own', SHOW, free)

    await report(paid('late', 'o-late', { amountMinor: 4000 }))

    expect(await ledger.findForHandoff(holdOf('late').holdId)).toMatchObject({ state: 'paid' })
    expect(await show().unitsOfAll()).toBe(10)
  })

  test('holds that take their units at the checkout find them in the stock', async () => {
    const { ledger } = current().shop
    await show().share()
    const { id: offerId } = await show().offerIn(SHOW)
    await ledger.changeOffer({ showId: SHOW, offerId, by: STAFF, policy: 'first_paid' })
    await show().hold('first', SHOW, 5)

    await report(atCheckout('first'))
    expect(await show().offerIn(SHOW)).toMatchObject({ taken: 5 })
    await report(authorised('first', 'o-first', 10_000))
    expect(await show().offerIn(SHOW)).toMatchObject({ taken: 5 })
  })

  test('viewers hear that all is gone only when all shows have sold it', async () => {
    await show().share({ units: 2, showIds: [SHOW, B] })
    await show().hold('a', SHOW)
    await show().hold('b', B)
    await report(paid('a', 'o-a'))
    await show().sweep()
    expect(await show().offerIn(SHOW)).toMatchObject({ free: 0, shared: 'last' })

    await report(paid('b', 'o-b'))
    await show().sweep()
    expect(await show().offerIn(SHOW)).toMatchObject({ free: 0, shared: 'gone' })

    await report(refunded('b', 'o-b'))
    await show().sweep()
    expect(await show().offerIn(SHOW)).not.toMatchObject({ shared: 'gone' })
  })
}

function setting(current: Shop): void {
  const show = opened(current)

  test('the same again changes nothing; another one needs what was seen', async () => {
    const first = await show().share()
    expect(first).toMatchObject({ ok: true, value: { stock: { units: 10, block: 3, revision: 1 } } })
    expect(await show().share()).toEqual(first)

    expect(await show().share({ units: 9 })).toEqual(expect.objectContaining({ code: 'STOCK_CHANGED' }))
    expect(await show().share({ units: 9, revision: 1 })).toMatchObject({ value: { stock: { units: 9, revision: 2 } } })
    expect(await show().unitsOfAll()).toBe(9)
  })

  test('no more than there is, and no fewer than are taken', async () => {
    const left = refused('NOT_ENOUGH_LEFT', { left: 10 })
    expect(await show().share({ units: 11 })).toEqual(left)
    await show().share()
    await show().hold('a', SHOW, 3)
    await show().hold('b', B, 3)

    expect(await show().share({ units: 5, revision: 1 })).toEqual(refused('BELOW_TAKEN', { taken: 6 }))
    expect(await show().share({ units: 6, revision: 1 })).toMatchObject({ ok: true })
    expect(await show().hold('late', C)).toMatchObject({ ok: false })
    expect(await show().share({ units: 11, revision: 2 })).toEqual(left)
  })

  test('a show joins and leaves; one that has sold stays; one that is over cannot join', async () => {
    const { ledger } = current().shop
    await show().share({ showIds: [SHOW, B] })
    await show().hold('b', B)
    const leaving = { showIds: [SHOW], revision: 1 }
    expect(await show().share(leaving)).toEqual(refused('SHARE_TAKEN', { showId: B, taken: 1 }))
    await ledger.release(holdOf('b'))

    expect(await show().share(leaving)).toMatchObject({ ok: true })
    expect(await show().offerIn(B)).toMatchObject({ allotted: 0, free: 0 })
    expect(await show().offerIn(B)).not.toHaveProperty('shared')
    await ledger.endShow({ showId: B, by: STAFF })
    expect(await show().share({ revision: 2 })).toEqual(refused('SHOW_ENDED', { showId: B }))
  })

  test('a show without it on offer is named', async () => {
    const { store } = current().shop
    const rundown = await store.readRundown(C)
    await store.changeRundown(C, { revision: rundown?.revision ?? '', rundown: [] }, STAFF)

    expect(await show().share()).toEqual(refused('OFFER_NOT_FOUND', { showId: C }))
  })

  test('one offer’s own units cannot be set; taken out of a show, they go back', async () => {
    const { store, ledger } = current().shop
    await show().share()
    const { id: offerId } = await show().offerIn(C)
    expect(await ledger.changeOffer({ showId: C, offerId, by: STAFF, allotted: 9 })).toEqual(refused('UNITS_SHARED'))
    const rundown = await store.readRundown(C)
    expect(await store.changeRundown(C, { revision: rundown?.revision ?? '', rundown: [] }, STAFF)).toMatchObject({
      ok: true,
    })

    expect(await show().unitsOfAll()).toBe(10)
    expect(Object.keys((await show().stock())?.shows ?? {})).not.toContain(C)
  })

  test('when staff stop it each show keeps what it has, and the rest is what no show has', async () => {
    const { store } = current().shop
    await show().share({ showIds: [SHOW, B], block: 2 })
    await show().hold('a', SHOW)
    const before = await show().offerIn(SHOW)

    expect(await show().unshare(0)).toMatchObject({ ok: false, code: 'STOCK_CHANGED' })
    expect(await show().unshare(1)).toMatchObject({ ok: true, value: { stock: null } })
    expect(await show().unshare(1)).toMatchObject({ ok: true })

    const { allotted, free, taken } = before
    expect(await show().offerIn(SHOW)).toMatchObject({ allotted, free, taken })
    const other = await show().offerIn(B)
    expect((await store.readFreeUnits()).free).toBe(10 - allotted - other.allotted)
  })
}
