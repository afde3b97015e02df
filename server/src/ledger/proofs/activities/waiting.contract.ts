// Drafts that open by themselves on every database: once, at what was set, whoever looks and however often.
import { beforeEach, describe, expect, test } from 'vitest'
import { ActivityId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { WaitsFor } from '@lantern/shared/activities/waiting.ts'
import { withShop } from '../ledger.contract.ts'
import type { PlaceMaker } from '../ledger.contract.ts'
import { openShop, SHOW, STAFF, type TestShop } from '../testShop.ts'
import { aMove, anActivity, find, make, readActivityFacts } from './activityShow.ts'

const MINUTE_MS = 60_000
const DRAFT = { start: 'draft' } as const

/** `makePlace` gives places whose ledger knows the tests' kind. */
export function waitingContract(name: string, makePlace: PlaceMaker): void {
  describe(`drafts that open by themselves on ${name}`, () => waiting(withShop(makePlace)))
}

function waiting(current: ReturnType<typeof withShop>): void {
  const shop = () => current().shop
  let watching = 0
  beforeEach(() => {
    watching = 0
  })
  const counted = (clock = shop().clock) =>
    openShop(current().place, { clock, viewersNow: () => [{ showId: SHOW, viewers: watching }] })
  const draft = (waitsFor: WaitsFor, id = 'a') => make(shop(), id, {}, { ...DRAFT, waitsFor })
  const plan = (waitsFor: WaitsFor | null, revision: number, { ledger }: Pick<TestShop, 'ledger'> = shop()) =>
    ledger.planActivity({ showId: SHOW, activityId: ActivityId.parse('a'), revision, waitsFor, by: STAFF })
  const stateOf = async (id = 'a') => (await find(shop(), id)).life.state
  const typesOf = async () => (await shop().database.run(readActivityFacts, null)).map(({ type }) => type)

  test('so many minutes after the start it is open, in front, for as long as it was set, and waits no more', async () => {
    const made = await make(shop(), 'a', {}, { ...DRAFT, lengthMs: 5000, waitsFor: { is: 'minutes', minutes: 10 } })
    expect(made).toMatchObject({ state: 'draft', waitsFor: { is: 'minutes', minutes: 10 } })

    shop().clock.advance(10 * MINUTE_MS - 1)
    await shop().ledger.sweep(10)
    expect(await stateOf()).toBe('draft')
    shop().clock.advance(1)
    await shop().ledger.sweep(10)

    const { life } = await find(shop(), 'a')
    const now = shop().clock.now()
    expect(life).toMatchObject({ state: 'open', waitsFor: null, openedAt: now, closesAt: now + 5000 })
    expect((await shop().store.readRoom(SHOW))?.room.front?.activityId).toBe('a')
  })

  test('a time of day is a moment, and one that is over already opens it at the next look', async () => {
    await draft({ is: 'time', at: shop().clock.now() + MINUTE_MS })
    await draft({ is: 'time', at: 1 }, 'b')

    await shop().ledger.sweep(10)
    expect([await stateOf(), await stateOf('b')]).toEqual(['draft', 'open'])
    shop().clock.advance(MINUTE_MS)
    await shop().ledger.sweep(10)
    expect(await stateOf()).toBe('open')
  })

  test('in a show that is not live it waits for the start, whatever its time', async () => {
    const later = ShowId.parse('later')
    await shop().store.createShow({ id: later, title: { en: 'Later' }, startsAt: shop().clock.now() })
    const inLater = { showId: later, ...DRAFT }
    await make(shop(), 'a', {}, { ...inLater, waitsFor: { is: 'time', at: 1 } })
    await shop().ledger.sweep(10)
    const seen = async () => shop().ledger.moveActivity({ ...aMove('a', 'remove', 0), showId: later })
    expect(await seen()).toMatchObject({ code: 'ACTIVITY_CHANGED' })

    await shop().store.goLive(later, STAFF)
    await shop().ledger.sweep(10)

    expect(await seen()).toMatchObject({ code: 'ACTIVITY_STARTED' })
  })

  test('with so many viewers, by the count that the room shows, it opens once: by two processes, also when they fall again', async () => {
    await draft({ is: 'viewers', viewers: 100 })
    const [one, other] = [await counted(), await counted()]
    const sweep = () => Promise.all([one, other, one].map(({ ledger }) => ledger.sweep(10)))

    watching = 99
    await sweep()
    expect(await stateOf()).toBe('draft')
    watching = 100
    await sweep()
    watching = 3
    await sweep()
    watching = 200
    await sweep()

    expect(await stateOf()).toBe('open')
    expect((await typesOf()).filter((type) => type === 'activity:opened')).toHaveLength(1)
    await Promise.all([one.close(), other.close()])
  })

  test('after a restart it waits on, and what has opened does not open again', async () => {
    await draft({ is: 'viewers', viewers: 2 })
    const again = await counted()
    watching = 2
    await again.ledger.sweep(10)
    const { revision } = (await find(shop(), 'a')).life
    await again.ledger.moveActivity(aMove('a', 'close', revision))
    await again.close()

    const third = await counted()
    await third.ledger.sweep(10)

    expect(await stateOf()).toBe('settled')
    await third.close()
  })

  test('it can be undone and set anew, and whoever has not seen that is told', async () => {
    const { revision } = await draft({ is: 'minutes', minutes: 1 })
    const undone = await plan(null, revision)
    expect(undone).toMatchObject({ ok: true, value: { state: 'draft', waitsFor: null } })
    expect(await plan(null, revision)).toEqual(undone)
    expect(await plan({ is: 'viewers', viewers: 5 }, revision)).toMatchObject({ code: 'ACTIVITY_CHANGED' })

    shop().clock.advance(5 * MINUTE_MS)
    await shop().ledger.sweep(10)
    expect(await stateOf()).toBe('draft')

    const seen = undone.ok ? undone.value.revision : 0
    expect(await plan({ is: 'minutes', minutes: 5 }, seen)).toMatchObject({ ok: true })
    await shop().ledger.sweep(10)
    expect(await stateOf()).toBe('open')
    expect((await typesOf()).filter((type) => type === 'activity:planned')).toHaveLength(2)
  })

  test('made again while it is kept it must wait for the same; what is open waits for nothing any more', async () => {
    const asked = (minutes: number) => anActivity('a', {}, { ...DRAFT, waitsFor: { is: 'minutes', minutes } })
    const made = await shop().ledger.makeActivity(asked(1))
    expect(await shop().ledger.makeActivity(asked(1))).toEqual(made)
    expect(await shop().ledger.makeActivity(asked(2))).toMatchObject({ code: 'ACTIVITY_ID_TAKEN' })

    shop().clock.advance(MINUTE_MS)
    await shop().ledger.sweep(10)

    expect(await shop().ledger.makeActivity(asked(1))).toMatchObject({ ok: true, value: { state: 'open' } })
  })

  test('what is due is opened before whoever undoes it at that moment is heard', async () => {
    const { revision } = await draft({ is: 'minutes', minutes: 1 })
    shop().clock.advance(MINUTE_MS)

    expect(await plan(null, revision)).toMatchObject({ code: 'ACTIVITY_STARTED' })
  })

  test('by hand it opens before its time, thrown away it opens never, and a show that is over opens nothing', async () => {
    const { revision } = await draft({ is: 'minutes', minutes: 1 })
    const thrown = await draft({ is: 'minutes', minutes: 1 }, 'b')
    const late = await draft({ is: 'minutes', minutes: 2 }, 'c')
    await shop().ledger.moveActivity(aMove('a', 'open', revision))
    await shop().ledger.moveActivity(aMove('b', 'remove', thrown.revision))
    expect(await plan(null, 0)).toMatchObject({ code: 'ACTIVITY_STARTED' })
    await shop().ledger.endShow({ showId: SHOW, by: STAFF })

    shop().clock.advance(5 * MINUTE_MS)
    await shop().ledger.sweep(10)

    expect([await stateOf(), await stateOf('b'), await stateOf('c')]).toEqual(['settled', 'removed', 'draft'])
    const again = { showId: SHOW, activityId: late.id, revision: late.revision, by: STAFF }
    expect(await shop().ledger.planActivity({ ...again, waitsFor: { is: 'minutes', minutes: 3 } })).toMatchObject({
      code: 'SHOW_ENDED',
    })
    expect(await shop().ledger.planActivity({ ...again, waitsFor: null })).toMatchObject({ ok: true })
    expect(
      await shop().ledger.planActivity({ ...again, activityId: ActivityId.parse('none'), waitsFor: null }),
    ).toMatchObject({
      code: 'ACTIVITY_NOT_FOUND',
    })
    expect(await shop().ledger.check()).toEqual([])
  })
}
