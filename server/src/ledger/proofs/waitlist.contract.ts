// What every database must hold to about the waitlist: order, turns, absence, leaving, and the end of the show.
import { describe, expect, test } from 'vitest'
import { HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { LEDGER_POLICY } from '../createLedger.ts'
import { commitBatch } from '../jobs/commitBatch.ts'
import { withShop } from './ledger.contract.ts'
import type { PlaceMaker } from './ledger.contract.ts'
import { aHold, SHOW, STAFF } from './testShop.ts'
import type { TestShop } from './testShop.ts'

export function waitlistContract(name: string, makePlace: PlaceMaker): void {
  const shopOf = () => {
    const current = withShop(makePlace)
    return () => current().shop
  }
  describe(`standing in line on ${name}`, () => standing(shopOf()))
  describe(`being served on ${name}`, () => serving(shopOf()))
}

const code = (name: string) => expect.objectContaining({ ok: false, code: name })

const joining = ({ offers }: TestShop, viewer: string, quantity: number) => ({
  showId: SHOW,
  viewerId: ViewerId.parse(viewer),
  viewerName: viewer,
  via: 'friend',
  source: null,
  offerId: offers.small,
  quantity,
})

const join = (shop: TestShop, viewer: string, quantity = 1) => shop.ledger.joinWaitlist(joining(shop, viewer, quantity))

const leaving = ({ offers }: TestShop, viewer: string) => ({
  showId: SHOW,
  offerId: offers.small,
  viewerId: ViewerId.parse(viewer),
})

const leave = (shop: TestShop, viewer: string) => shop.ledger.leaveWaitlist(leaving(shop, viewer))

const release = ({ ledger }: TestShop, id: string) =>
  ledger.release({ holdId: HoldId.parse(id), viewerId: ViewerId.parse(`v${id}`) })

const present = ({ ledger }: TestShop, viewer: string, is: boolean) =>
  ledger.setPresence({ showId: SHOW, viewerId: ViewerId.parse(viewer), present: is, agoMs: 0 })

/** The five small shirts are held by one to five viewers. */
const sellOut = async (shop: TestShop, holds: readonly (readonly [string, number])[] = [['all', 5]]) => {
  for (const [id, units] of holds) await shop.ledger.place(aHold(id, `v${id}`, [[shop.offers.small, units]]))
}

/** One shirt is held by `a`, four by `b`; `w1` stands in line before `w2`. */
const twoInLine = async (shop: TestShop) => {
  await sellOut(shop, [
    ['a', 1],
    ['b', 4],
  ])
  await join(shop, 'w1')
  await join(shop, 'w2')
}

const holdsOf = async ({ store }: TestShop, viewer: string) =>
  ((await store.readRoom(SHOW))?.desk.holds ?? []).filter((hold) => hold.viewerId === viewer)

const waiting = async ({ store, offers }: TestShop) =>
  (await store.readRoom(SHOW))?.room.offers.find(({ id }) => id === offers.small)?.waiting

function standing(current: () => TestShop): void {
  test('a place is given for what is sold out, in order, once', async () => {
    const shop = current()
    expect(await join(shop, 'w1')).toMatchObject({ code: 'NOT_SOLD_OUT', detail: { free: 5 } })
    await sellOut(shop)

    expect(await join(shop, 'w1')).toMatchObject({ value: { state: 'waiting', ahead: 0, quantity: 1 } })
    expect(await join(shop, 'w2')).toMatchObject({ value: { ahead: 1 } })
    expect(await join(shop, 'w1', 2)).toMatchObject({ value: { quantity: 2 } })
    expect(await waiting(shop)).toBe(2)
    const waits = (await shop.store.readRoom(SHOW))?.inner.line
    expect(waits?.map((wait) => [wait.viewerId, wait.quantity])).toEqual([
      ['w1', 2],
      ['w2', 1],
    ])
  })

  test('who holds it or may have no more of it does not stand in line', async () => {
    const shop = current()
    await sellOut(shop)

    expect(await join(shop, 'vall')).toMatchObject({ code: 'ALREADY_HELD', detail: { hold: { id: 'all' } } })
    expect(await join(shop, 'w1', 6)).toEqual(code('LIMIT_REACHED'))
    await shop.ledger.endShow({ showId: SHOW, by: STAFF })
    expect(await join(shop, 'w1')).toEqual(code('NOT_OPEN'))
  })

  test('leaving gives the place up, twice is once', async () => {
    const shop = current()
    await sellOut(shop)
    await join(shop, 'w1')
    await join(shop, 'w2')
    await leave(shop, 'w1')
    await leave(shop, 'w1')

    expect(await waiting(shop)).toBe(1)
    await release(shop, 'all')
    expect(await holdsOf(shop, 'w1')).toEqual([])
    expect(await holdsOf(shop, 'w2')).toHaveLength(1)
  })

  test('leaving and joining again is possible within one batch, as one transaction', async () => {
    const shop = current()
    await sellOut(shop)
    await join(shop, 'w1')
    await join(shop, 'w2')

    const requests = [
      { kind: 'leaveWaitlist', input: leaving(shop, 'w1') },
      { kind: 'joinWaitlist', input: joining(shop, 'w1', 2) },
    ] as const
    const { value } = await shop.database.run(commitBatch, { requests, policy: LEDGER_POLICY })

    expect(value.answers.joinWaitlist).toMatchObject([{ value: { state: 'waiting', quantity: 2, ahead: 1 } }])
    const waits = (await shop.store.readRoom(SHOW))?.inner.line
    expect(waits?.map((wait) => [wait.viewerId, wait.quantity])).toEqual([
      ['w2', 1],
      ['w1', 2],
    ])
    expect(await shop.ledger.check()).toEqual([])
  })

  test('at the end of the show every line closes', async () => {
    const shop = current()
    await sellOut(shop)
    await join(shop, 'w1')
    const cursor = (await shop.store.readRoom(SHOW))?.cursor ?? 0
    await shop.ledger.endShow({ showId: SHOW, by: STAFF })

    expect(await waiting(shop)).toBe(0)
    expect((await shop.store.readRoomSince(SHOW, cursor)).inner.line).toMatchObject([
      { viewerId: 'w1', state: 'closed' },
    ])
  })
}

function serving(current: () => TestShop): void {
  test('freed units go to the next in line at once, with a short deadline, and to nobody else', async () => {
    const shop = current()
    await twoInLine(shop)
    const grabbed = await Promise.all([
      release(shop, 'a'),
      shop.ledger.place(aHold('quick', 'q', [[shop.offers.small, 1]])),
    ])

    expect(grabbed[0]).toMatchObject({ ok: true })
    const [turn] = await holdsOf(shop, 'w1')
    expect(turn).toMatchObject({ state: 'held', waited: true, via: 'friend', expiresAt: shop.clock.now() + 120_000 })
    expect(await holdsOf(shop, 'w2')).toEqual([])
    expect(await waiting(shop)).toBe(1)
    expect(await shop.pool(shop.offers.small)).toMatchObject({ free: 0, taken: 5 })
  })

  test('an unused turn goes to the next and counts as a lapse', async () => {
    const shop = current()
    await sellOut(shop)
    await join(shop, 'w1')
    await join(shop, 'w2')
    await shop.ledger.changeOffer({ showId: SHOW, offerId: shop.offers.small, by: STAFF, allotted: 6 })
    expect(await holdsOf(shop, 'w1')).toHaveLength(1)
    shop.clock.advance(120_000)
    await shop.ledger.sweep(10)

    expect(await holdsOf(shop, 'w1')).toEqual([])
    expect(await holdsOf(shop, 'w2')).toMatchObject([{ waited: true }])
    const offer = (await shop.store.readRoom(SHOW))?.room.offers.find(({ id }) => id === shop.offers.small)
    expect(offer).toMatchObject({ lapsed: 1, waiting: 0 })
  })

  test('who is away keeps the place and is served when back', async () => {
    const shop = current()
    await twoInLine(shop)
    await present(shop, 'w1', false)
    await release(shop, 'a')
    expect(await holdsOf(shop, 'w1')).toEqual([])
    expect(await holdsOf(shop, 'w2')).toHaveLength(1)
    await release(shop, 'b')
    expect(await shop.pool(shop.offers.small)).toMatchObject({ free: 4 })
    await present(shop, 'w1', true)

    expect(await holdsOf(shop, 'w1')).toMatchObject([{ waited: true }])
  })

  test('who has come back elsewhere since is not taken for absent', async () => {
    const shop = current()
    await sellOut(shop)
    await join(shop, 'w1')
    shop.clock.advance(5000)
    await present(shop, 'w1', true)
    await shop.ledger.setPresence({ showId: SHOW, viewerId: ViewerId.parse('w1'), present: false, agoMs: 1000 })
    await release(shop, 'all')

    expect(await holdsOf(shop, 'w1')).toHaveLength(1)
  })

  test('a turn is as large as what is free and what the viewer may have', async () => {
    const shop = current()
    await sellOut(shop, [
      ['a', 1],
      ['b', 4],
    ])
    await join(shop, 'w1', 3)
    await release(shop, 'a')

    expect(await holdsOf(shop, 'w1')).toMatchObject([{ lines: [{ quantity: 1 }] }])
  })

  test('whoever gets the offer otherwise leaves the line; first paid still serves one unit to one', async () => {
    const shop = current()
    const { ledger, offers } = shop
    await sellOut(shop, [['a', 5]])
    for (const viewer of ['w1', 'w2', 'w3']) await join(shop, viewer)
    await ledger.changeOffer({ showId: SHOW, offerId: offers.small, by: STAFF, policy: 'first_paid', allotted: 6 })

    expect(await holdsOf(shop, 'w1')).toMatchObject([{ waited: true }])
    expect(await holdsOf(shop, 'w2')).toEqual([])
    await present(shop, 'w2', false)
    await present(shop, 'w3', false)
    await release(shop, 'a')
    await ledger.place(aHold('own', 'w3', [[offers.small, 1]]))
    expect(await waiting(shop)).toBe(1)
  })
}
