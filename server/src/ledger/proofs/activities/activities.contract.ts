// What the engine of activities promises, on any database: a life by a table of moves, moved by staff or by the clock.
import { describe, expect, test } from 'vitest'
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { withShop } from '../ledger.contract.ts'
import type { PlaceMaker } from '../ledger.contract.ts'
import { aHold, CUP, SHIRT, SHOW, STAFF, type TestShop } from '../testShop.ts'
import { aMove, anActivity, anEntry, find, make, readActivityFacts } from './activityShow.ts'
import { NEVER } from './testKind.ts'

/** `makePlace` gives places whose ledger knows the tests' kind. */
export function activitiesContract(name: string, makePlace: PlaceMaker): void {
  describe(`activities on ${name}`, () => {
    const current = withShop(makePlace)
    lifeContract(() => current().shop)
    clockContract(() => current().shop)
    frontContract(() => current().shop)
  })
}

const isRefused = (code: string) => expect.objectContaining({ ok: false, code })
const isIn = (state: string) => expect.objectContaining({ ok: true, value: expect.objectContaining({ state }) })

function lifeContract(current: () => TestShop): void {
  test('made, announced, opened, closed and settled, each with a fact', async () => {
    const shop = current()
    const { ledger } = shop
    const draft = await make(shop, 'a', {}, { start: 'draft' })
    expect(draft).toMatchObject({ state: 'draft', openedAt: null, entries: 0 })

    const announced = await ledger.moveActivity(aMove('a', 'announce', draft.revision))
    expect(announced).toEqual(isIn('announced'))
    const { revision } = (await find(shop, 'a')).life
    expect(await ledger.moveActivity(aMove('a', 'open', revision))).toEqual(isIn('open'))
    await ledger.enter(anEntry('a', 'v1', ['blue']))
    const open = (await find(shop, 'a')).life
    expect(await ledger.moveActivity(aMove('a', 'close', open.revision))).toEqual(isIn('settled'))

    const settled = await find(shop, 'a')
    expect(settled).toMatchObject({ life: { state: 'settled', entries: 1 }, result: { most: 'blue', entries: 1 } })
    expect(await typesOf(shop)).toEqual(
      ['made', 'announced', 'opened', 'entered', 'closed', 'settled'].map((type) => `activity:${type}`),
    )
  })

  test('whoever moves what somebody else has moved since is told so, and what was asked for twice is done once', async () => {
    const shop = current()
    const { ledger } = shop
    const { revision } = await make(shop, 'a', {}, { start: 'draft' })

    expect(await ledger.moveActivity(aMove('a', 'announce', revision))).toEqual(isIn('announced'))
    expect(await ledger.moveActivity(aMove('a', 'open', revision))).toEqual(isRefused('ACTIVITY_CHANGED'))
    expect(await ledger.moveActivity(aMove('a', 'announce', revision))).toEqual(isIn('announced'))
    expect((await typesOf(shop)).filter((type) => type === 'activity:announced')).toHaveLength(1)
  })

  test('one throws a draft away while another opens it: one of both happens, and the other is told', async () => {
    const shop = current()
    const { ledger } = shop
    const { revision } = await make(shop, 'a', {}, { start: 'draft' })

    const both = await Promise.all([
      ledger.moveActivity(aMove('a', 'remove', revision)),
      ledger.moveActivity(aMove('a', 'open', revision)),
    ])

    expect(both).toEqual([isIn('removed'), isRefused('ACTIVITY_NOT_FOUND')])
    const other = await make(shop, 'b', {}, { start: 'draft' })
    const turned = await Promise.all([
      ledger.moveActivity(aMove('b', 'open', other.revision)),
      ledger.moveActivity(aMove('b', 'remove', other.revision)),
    ])
    expect(turned).toEqual([isIn('open'), isRefused('ACTIVITY_STARTED')])
  })

  test('made twice with one id is one; with other settings it is refused', async () => {
    const shop = current()
    const first = await make(shop, 'a')

    expect(await make(shop, 'a')).toEqual(first)
    expect(await shop.ledger.makeActivity(anActivity('a', { options: ['x'] }))).toEqual(isRefused('ACTIVITY_ID_TAKEN'))
    const { by: _, ...elsewhere } = anActivity('a')
    const another = await shop.ledger.makeActivity({ ...elsewhere, by: STAFF, showId: ShowId.parse('nowhere') })
    expect(another).toEqual(isRefused('ACTIVITY_ID_TAKEN'))
  })

  test('what came of it is pinned in front at once, where its kind says so', async () => {
    const shop = current()
    await shop.store.setPins(SHOW, [SHIRT], STAFF)
    const { revision } = await make(shop, 'a', { options: ['red', CUP] })
    await shop.ledger.enter(anEntry('a', 'v1', [CUP]))

    await shop.ledger.moveActivity(aMove('a', 'close', revision))

    expect((await shop.store.readRoom(SHOW))?.room.pins.productIds).toEqual([CUP, SHIRT])
    await make(shop, 'b', { options: [SHIRT] })
    await shop.ledger.enter(anEntry('b', 'v1', [SHIRT]))
    await shop.ledger.endShow({ showId: SHOW, by: STAFF })
    expect((await shop.store.readRoom(SHOW))?.room.pins.productIds).toEqual([SHIRT, CUP])
  })

  test('with its show ends what runs, and what was announced will not be', async () => {
    const shop = current()
    await make(shop, 'runs')
    await make(shop, 'planned', {}, { start: 'announced' })
    await make(shop, 'kept', {}, { start: 'draft' })

    await shop.ledger.endShow({ showId: SHOW, by: STAFF })

    const states = await Promise.all(['runs', 'planned', 'kept'].map(async (id) => (await find(shop, id)).life.state))
    expect(states).toEqual(['settled', 'cancelled', 'draft'])
    const kept = (await find(shop, 'kept')).life
    expect(await shop.ledger.moveActivity(aMove('kept', 'open', kept.revision))).toEqual(isRefused('SHOW_ENDED'))
    expect(await shop.ledger.makeActivity(anActivity('late'))).toEqual(isRefused('SHOW_ENDED'))
  })
}

function clockContract(current: () => TestShop): void {
  test('opens and closes by the clock, at the times that were announced, once', async () => {
    const shop = current()
    const { ledger, clock } = shop
    const opensAt = clock.now() + 10_000
    await make(shop, 'a', {}, { start: 'announced', opensAt, lengthMs: 5000 })
    expect(await ledger.enter(anEntry('a', 'v1', ['red']))).toEqual(isRefused('ACTIVITY_NOT_OPEN'))
    expect(await ledger.sweep(100)).toBe(0)

    clock.advance(10_100)
    expect(await ledger.sweep(100)).toBe(1)
    expect((await find(shop, 'a')).life).toMatchObject({ state: 'open', openedAt: opensAt, closesAt: opensAt + 5000 })
    expect(await ledger.enter(anEntry('a', 'v1', ['red']))).toMatchObject({ ok: true })
    expect(await ledger.sweep(100)).toBe(0)

    clock.advance(4900)
    await ledger.sweep(100)
    expect((await find(shop, 'a')).life).toMatchObject({ state: 'settled', closedAt: clock.now() })
    expect(await typesOf(shop)).toEqual(
      ['made', 'announced', 'opened', 'entered', 'closed', 'settled'].map((type) => `activity:${type}`),
    )
  })

  test('what comes at or after the close is refused, also where nobody has swept', async () => {
    const shop = current()
    await make(shop, 'a', {}, { lengthMs: 5000 })
    shop.clock.advance(4999)
    expect(await shop.ledger.enter(anEntry('a', 'v1', ['red']))).toMatchObject({ ok: true })

    shop.clock.advance(1)
    expect(await shop.ledger.enter(anEntry('a', 'v2', ['red']))).toEqual(isRefused('ACTIVITY_OVER'))
    expect(await find(shop, 'a')).toMatchObject({ life: { state: 'settled' }, result: { most: 'red', entries: 1 } })
  })

  test('a server that was away opens and closes what should have been, and nothing more than once', async () => {
    const shop = current()
    const opensAt = shop.clock.now() + 1000
    await make(shop, 'a', {}, { start: 'announced', opensAt, lengthMs: 5000 })
    shop.clock.advance(60_000)

    expect(await shop.ledger.sweep(100)).toBe(1)
    expect(await shop.ledger.sweep(100)).toBe(0)

    expect((await find(shop, 'a')).life).toMatchObject({
      state: 'settled',
      openedAt: opensAt,
      closesAt: opensAt + 5000,
    })
  })

  test('one whose rules are broken closes, and keeps no other and no hold from its time', async () => {
    const shop = current()
    await make(shop, 'a', { settlesAt: NEVER }, { lengthMs: 1000 })
    await make(shop, 'b', {}, { lengthMs: 1000 })
    const { revision } = await make(shop, 'c', { settlesAt: NEVER })
    await shop.ledger.place(aHold('h', 'v1', [[shop.offers.cup, 1]]))
    shop.clock.advance(600_001)

    const swept = [await shop.ledger.sweep(100), await shop.ledger.sweep(100)]
    const closed = await shop.ledger.moveActivity(aMove('c', 'close', revision))

    expect(swept).toEqual([2, 0])
    expect(await shop.pool(shop.offers.cup)).toMatchObject({ taken: 0 })
    expect(closed).toEqual(isIn('closed'))
    const lives = await Promise.all(['a', 'b', 'c'].map((id) => find(shop, id)))
    expect(lives.map(({ life }) => life.state)).toEqual(['closed', 'settled', 'closed'])
    const [a] = shop.broken
    expect(a).toEqual({ activityId: 'a', kind: 'picks', why: 'Error: nobody can say what came of it' })
  })

  test('what cannot be settled at its close is settled later', async () => {
    const shop = current()
    const settlesAt = shop.clock.now() + 5000
    const { revision } = await make(shop, 'a', { settlesAt })

    expect(await shop.ledger.moveActivity(aMove('a', 'close', revision))).toEqual(isIn('closed'))
    await shop.ledger.sweep(100)
    expect((await find(shop, 'a')).life.state).toBe('closed')
    shop.clock.advance(5000)
    await shop.ledger.sweep(100)

    expect(await find(shop, 'a')).toMatchObject({ life: { state: 'settled' }, result: { most: null, entries: 0 } })
  })
}

function frontContract(current: () => TestShop): void {
  const front = async ({ store }: TestShop) => (await store.readRoom(SHOW))?.room.front.activityId

  test('one stands in front: the one that was shown last, or that staff put there; a cancelled one leaves', async () => {
    const shop = current()
    const { ledger } = shop
    expect(await front(shop)).toBeNull()
    const { id, revision } = await make(shop, 'a')
    expect(await front(shop)).toBe('a')
    await make(shop, 'b', {}, { toFront: false })
    expect(await front(shop)).toBe('a')
    const b = (await find(shop, 'b')).life

    expect(await ledger.setFront({ showId: SHOW, activityId: b.id, by: STAFF })).toMatchObject({ ok: true })
    expect(await front(shop)).toBe('b')
    await ledger.moveActivity(aMove('b', 'cancel', b.revision))
    expect(await front(shop)).toBeNull()
    expect(await ledger.setFront({ showId: SHOW, activityId: b.id, by: STAFF })).toEqual(
      isRefused('ACTIVITY_NOT_FOUND'),
    )
    await ledger.setFront({ showId: SHOW, activityId: id, by: STAFF })
    await ledger.moveActivity(aMove('a', 'close', revision))
    expect(await front(shop)).toBe('a')
    expect(await ledger.setFront({ showId: SHOW, activityId: null, by: STAFF })).toMatchObject({ ok: true })
    expect(await front(shop)).toBeNull()
  })
}

async function typesOf({ database }: TestShop): Promise<string[]> {
  return (await database.run(readActivityFacts, null)).map(({ type }) => type)
}
