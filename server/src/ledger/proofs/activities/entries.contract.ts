// What the engine of activities promises of entries, on any database: one a viewer, scarce places, counts that are the rows.
import { describe, expect, test } from 'vitest'
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { withShop } from '../ledger.contract.ts'
import type { PlaceMaker } from '../ledger.contract.ts'
import { SHOW, type TestShop } from '../testShop.ts'
import { aMove, anEntry, find, findMiscounts, make, readActivityFacts } from './activityShow.ts'

/** `makePlace` gives places whose ledger knows the tests' kind. */
export function entriesContract(name: string, makePlace: PlaceMaker): void {
  describe(`entries of activities on ${name}`, () => {
    const current = withShop(makePlace)
    onePerViewer(() => current().shop)
    manyAtOnce(() => current().shop)
    readingContract(() => current().shop)
  })
}

const isRefused = (code: string) => expect.objectContaining({ ok: false, code })
const isIn = (state: string) => expect.objectContaining({ ok: true, value: expect.objectContaining({ state }) })

function onePerViewer(current: () => TestShop): void {
  test('one entry a viewer, which may be changed until it closes; the counts follow', async () => {
    const shop = current()
    const { ledger } = shop
    await make(shop, 'a')

    const first = await ledger.enter(anEntry('a', 'v1', ['red', 'blue']))
    const second = await ledger.enter(anEntry('a', 'v2', ['red']))
    const changed = await ledger.enter(anEntry('a', 'v1 r2', ['green']))

    expect(first).toMatchObject({ ok: true, value: { no: 1, entry: { picks: ['red', 'blue'] } } })
    expect(second).toMatchObject({ ok: true, value: { no: 2 } })
    expect(changed).toMatchObject({ ok: true, value: { no: 1, entry: { picks: ['green'] } } })
    expect(await find(shop, 'a')).toMatchObject({ life: { entries: 2 }, tallies: { red: 1, blue: 0, green: 1 } })
    expect(await findMiscounts(shop)).toEqual([])
  })

  test('the same request is answered alike and changes nothing, also after a later one and after the close', async () => {
    const shop = current()
    const { ledger } = shop
    const { revision } = await make(shop, 'a')
    await ledger.enter(anEntry('a', 'v1 r1', ['red']))
    const last = await ledger.enter(anEntry('a', 'v1 r2', ['blue']))

    expect(await ledger.enter(anEntry('a', 'v1 r1', ['red']))).toEqual(last)
    await ledger.moveActivity(aMove('a', 'close', revision))
    expect(await ledger.enter(anEntry('a', 'v1 r2', ['blue']))).toEqual(last)
    expect(await ledger.enter(anEntry('a', 'v1 r3', ['red']))).toEqual(isRefused('ACTIVITY_OVER'))
    expect((await find(shop, 'a')).tallies).toMatchObject({ red: 0, blue: 1 })
  })

  test('what its kind does not take is refused, and so is what is elsewhere', async () => {
    const shop = current()
    const { ledger } = shop
    await make(shop, 'a', { mayChange: false })
    await make(shop, 'draft', {}, { start: 'draft' })
    await ledger.enter(anEntry('a', 'v1', ['red']))

    expect(await ledger.enter(anEntry('a', 'v1 r2', ['blue']))).toEqual(isRefused('ACTIVITY_ENTERED'))
    expect(await ledger.enter(anEntry('a', 'v2', ['pink']))).toEqual(isRefused('BAD_INPUT'))
    expect(await ledger.enter({ ...anEntry('a', 'v2', []), entry: 7 })).toEqual(isRefused('BAD_INPUT'))
    expect(await ledger.enter({ ...anEntry('a', 'v2', ['red']), kind: 'draw' })).toEqual(
      isRefused('ACTIVITY_NOT_FOUND'),
    )
    const elsewhere = { ...anEntry('a', 'v2', ['red']), showId: ShowId.parse('elsewhere') }
    expect(await ledger.enter(elsewhere)).toEqual(isRefused('ACTIVITY_NOT_FOUND'))
    expect(await ledger.enter(anEntry('draft', 'v2', ['red']))).toEqual(isRefused('ACTIVITY_NOT_FOUND'))
  })
}

function manyAtOnce(current: () => TestShop): void {
  test('whoever is kept out is told why, and nothing of what they sent', async () => {
    const shop = current()
    await make(shop, 'a', { places: 1 })
    await shop.ledger.enter(anEntry('a', 'v1', ['red']))

    expect(await shop.ledger.enter(anEntry('a', 'v2', ['pink']))).toEqual(isRefused('ACTIVITY_FULL'))
    expect(await shop.ledger.enter({ ...anEntry('a', 'v2', []), entry: 7 })).toEqual(isRefused('ACTIVITY_FULL'))
    expect(await shop.ledger.enter(anEntry('a', 'v1 r2', ['pink']))).toEqual(isRefused('BAD_INPUT'))
  })

  test('of scarce places none is given twice, however many ask at once', async () => {
    const shop = current()
    await make(shop, 'a', { places: 20 })

    const asked = Array.from({ length: 500 }, (_, n) => shop.ledger.enter(anEntry('a', `v${n}`, ['red'])))
    const outcomes = await Promise.all(asked)

    const places = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.no] : []))
    expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'ACTIVITY_FULL')).toHaveLength(480)
    expect(await shop.ledger.enter(anEntry('a', 'v0 r2', ['blue']))).toMatchObject({ ok: true, value: { no: 1 } })
    expect((await find(shop, 'a')).life.entries).toBe(20)
  })

  test('entries on their way at the close are in or refused by their order, none is half in', async () => {
    const shop = current()
    const { ledger } = shop
    const { revision } = await make(shop, 'a')
    const enter = (n: number) => ledger.enter(anEntry('a', `v${n}`, ['red']))

    const before = Array.from({ length: 50 }, (_, n) => enter(n))
    const closed = ledger.moveActivity(aMove('a', 'close', revision))
    const after = Array.from({ length: 50 }, (_, n) => enter(n + 50))

    expect((await Promise.all(before)).filter((outcome) => outcome.ok)).toHaveLength(50)
    expect(await closed).toEqual(isIn('settled'))
    expect(await Promise.all(after)).toEqual(Array.from({ length: 50 }, () => isRefused('ACTIVITY_OVER')))
    expect((await find(shop, 'a')).result).toEqual({ most: 'red', entries: 50 })
  })
}

function readingContract(current: () => TestShop): void {
  test('one fact tells of all that were entered at once, each viewer once in it', async () => {
    const shop = current()
    const { ledger } = shop
    await make(shop, 'a')
    await Promise.all([
      ledger.enter(anEntry('a', 'v1', ['red'])),
      ledger.enter(anEntry('a', 'v2', ['red'])),
      ledger.enter(anEntry('a', 'v1 r2', ['blue'])),
    ])

    const told = (await shop.database.run(readActivityFacts, null))
      .filter(({ type }) => type === 'activity:entered')
      .map(({ data }) => data['entries'])

    expect(told.flat()).toHaveLength(2)
    expect(told).toEqual([
      [{ viewerId: 'v2', no: 2, entry: { picks: ['red'] }, isNew: true }],
      [{ viewerId: 'v1', no: 1, entry: { picks: ['blue'] }, isNew: true }],
    ])
  })

  test('a room is read on as it is read whole: its own entries, and what changed', async () => {
    const shop = current()
    const { ledger, store } = shop
    await make(shop, 'a')
    await ledger.enter(anEntry('a', 'v1', ['red']))
    const cursor = (await store.readRoom(SHOW))?.cursor ?? 0
    await ledger.enter(anEntry('a', 'v1 r2', ['blue']))
    await ledger.enter(anEntry('a', 'v2', ['blue']))

    const since = await store.readRoomSince(SHOW, cursor)
    const whole = await store.readRoom(SHOW)

    expect(whole?.own.map(({ viewerId }) => viewerId)).toEqual(['v1', 'v2'])
    expect(since.own).toEqual(whole?.own)
    expect(since.own[0]?.changes.entries).toMatchObject([
      { activityId: 'a', kind: 'picks', entry: { picks: ['blue'] } },
    ])
  })
}
