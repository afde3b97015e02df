// What every database must hold to for chosen testers: exactly so many places, a contact by consent, and nothing left of who is erased.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { MakeActivity } from '../../activities/activities.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { openShop, SHOW, STAFF, type TestShop } from '../../ledger/proofs/testShop.ts'
import { createRoomMemory } from '../../realtime/roomState.ts'
import { keepContact } from './keepContact.ts'

const LIST = ActivityId.parse('testers-1')

export function testersContract(name: string, makePlace: PlaceMaker): void {
  describe(`chosen testers on ${name}`, () => testers(withShop(makePlace)))
}

const aList = (places = 3, more: Partial<MakeActivity> = {}): MakeActivity => ({
  activityId: LIST,
  showId: SHOW,
  kind: 'testers',
  opensAt: null,
  lengthMs: 60_000,
  start: 'open',
  conditions: [],
  by: STAFF,
  config: { title: 'Who tries the cup?', note: null, productId: null, places },
  ...more,
})

const who = (viewer: string) => ({ showId: SHOW, activityId: LIST, viewerId: ViewerId.parse(viewer) })

const aTap = (viewer: string, requestId: string = randomUUID()) => ({
  ...who(viewer),
  via: null,
  watching: null,
  kind: 'testers',
  entry: {},
  requestId,
})

async function readRecord({ store }: TestShop) {
  const record = await store.readRoom(SHOW)
  if (record === null) throw new Error('the show is gone')
  return record
}

const listOf = async (shop: TestShop) => (await readRecord(shop)).desk.testers?.[0]?.list
const viewers = (n: number) => Array.from({ length: n }, (_, nth) => `viewer-${nth}`)

function testers(current: ReturnType<typeof withShop>): void {
  const shop = () => current().shop
  const take = (...given: Parameters<typeof aTap>) => shop().ledger.enter(aTap(...given))
  const tell = (viewer: string, contact: string) =>
    shop().store.change(keepContact, { ...who(viewer), name: `${viewer}!`, contact })

  test('500 taps at once for 20 places: places 1 to 20, each of somebody else, and true refusals', async () => {
    await shop().ledger.makeActivity(aList(20))

    const replies = await Promise.all(viewers(500).map((viewer) => take(viewer)))

    const places = replies.flatMap((reply) => (reply.ok ? [reply.value.no] : []))
    expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, nth) => nth + 1))
    expect(new Set(replies.map((reply) => (reply.ok ? 'in' : reply.code)))).toEqual(new Set(['in', 'ACTIVITY_FULL']))
    const { own } = await readRecord(shop())
    const rewards = own
      .flatMap(({ changes }) => changes.rewards ?? [])
      .map(({ what }) => what.is === 'place' && what.no)
    expect(rewards.toSorted()).toEqual(places.toSorted())
    expect(await shop().ledger.check()).toEqual([])
  })

  test('the same tap twice has the same place', async () => {
    await shop().ledger.makeActivity(aList())
    const first = await take('ann', 'tap')

    expect(await take('ann', 'tap')).toEqual(first)
    expect(await take('ann', 'another')).toEqual(first)
  })

  test('how somebody is reached is for staff and for themselves, and is changed as they like', async () => {
    await shop().ledger.makeActivity(aList())
    await take('ann')
    await take('bob')

    expect(await tell('ann', 'ann@example.org')).toMatchObject({ ok: true, value: { contact: 'ann@example.org' } })
    await tell('ann', '+49 30 123')

    const record = await readRecord(shop())
    expect(await listOf(shop())).toMatchObject([
      { no: 1, name: 'ann!', contact: '+49 30 123' },
      { no: 2, name: null, contact: null, consentedAt: null },
    ])
    expect(JSON.stringify(record.room)).not.toContain('+49')
    const told = record.own.filter(({ changes }) => (changes.testerContacts ?? []).length > 0)
    expect(told.map(({ viewerId }) => viewerId)).toEqual(['ann'])
  })

  test('who has no place says nothing, neither in another show nor of another kind', async () => {
    await shop().ledger.makeActivity(aList(1))
    await take('ann')
    await take('bob')

    expect(await tell('bob', 'bob@example.org')).toMatchObject({ ok: false, code: 'NO_PLACE' })
    const elsewhere = { ...who('ann'), activityId: ActivityId.parse('nothing'), name: 'a', contact: 'b' }
    expect(await shop().store.change(keepContact, elsewhere)).toMatchObject({ ok: false, code: 'ACTIVITY_NOT_FOUND' })
  })

  test('who is erased stays a number, and how they were reached is gone, for pages that follow, too', async () => {
    await shop().ledger.makeActivity(aList())
    await take('ann')
    await tell('ann', 'ann@example.org')
    const followed = createRoomMemory(await readRecord(shop()))

    await shop().store.eraseViewer({ showId: SHOW, viewerId: ViewerId.parse('ann'), by: STAFF })

    followed.apply(await shop().store.readRoomSince(SHOW, followed.cursor()))
    expect(followed.desk().testers).toMatchObject([{ entries: 1, list: [{ no: 1, name: null, contact: null }] }])
    expect(await listOf(shop())).toMatchObject([{ no: 1, name: null, contact: null }])
  })

  test('after the close, in another process and after a restart, a contact can still be told', async () => {
    await shop().ledger.makeActivity(aList())
    await take('ann')
    shop().clock.advance(60_000)
    const again = await openShop(current().place, { clock: shop().clock })
    await again.ledger.sweep(10)

    expect(
      await again.store.change(keepContact, { ...who('ann'), name: 'ann', contact: 'a@example.org' }),
    ).toMatchObject({
      ok: true,
    })

    const [list] = (await readRecord(again)).desk.testers ?? []
    expect(list).toMatchObject({ state: 'settled', list: [{ no: 1, contact: 'a@example.org' }] })
    await again.close()
  })

  test('a room that is followed is the room that is read whole', async () => {
    await shop().ledger.makeActivity(aList())
    const followed = createRoomMemory(await readRecord(shop()))
    const acts = [() => take('ann'), () => take('bob'), () => tell('bob', 'b@example.org'), () => tell('ann', 'x')]

    for (const act of acts) {
      await act()
      followed.apply(await shop().store.readRoomSince(SHOW, followed.cursor()))
      const whole = createRoomMemory(await readRecord(shop()))
      expect(followed.roomState().testers).toEqual(whole.roomState().testers)
      expect(followed.desk().testers).toEqual(whole.desk().testers)
      const bob = ViewerId.parse('bob')
      expect(followed.own(bob).testerContacts).toEqual(whole.own(bob).testerContacts)
    }
  })
}
