// What every database must hold to for polls: one vote a person, counts that are the rows, what is hidden, and what comes of it.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { MakeActivity } from '../../activities/activities.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { CUP, openShop, SHIRT, SHOW, STAFF, type TestShop } from '../../ledger/proofs/testShop.ts'
import { createRoomMemory } from '../../realtime/roomState.ts'

const POLL = ActivityId.parse('poll-1')

export function pollContract(name: string, makePlace: PlaceMaker): void {
  describe(`polls on ${name}`, () => polls(withShop(makePlace)))
}

function aPoll(config: object = {}, more: Partial<MakeActivity> = {}): MakeActivity {
  return {
    activityId: POLL,
    showId: SHOW,
    kind: 'poll',
    opensAt: null,
    lengthMs: 60_000,
    start: 'open',
    conditions: [],
    by: STAFF,
    config: {
      question: 'What goes on the table next?',
      answers: [{ productId: CUP }, { productId: SHIRT }, { text: 'A surprise', picture: null }],
      several: false,
      hidden: false,
      pinsWinner: true,
      ...config,
    },
    ...more,
  }
}

function aVote(viewer: string, ...choices: number[]) {
  const viewerId = ViewerId.parse(viewer)
  const nothing = { via: null, watching: null }
  const ids = { showId: SHOW, activityId: POLL, viewerId, requestId: randomUUID() }
  return { ...ids, ...nothing, kind: 'poll', entry: { choices } }
}

async function readPolls({ store }: TestShop) {
  const record = await store.readRoom(SHOW)
  if (record === null) throw new Error('the show is gone')
  const entries = record.own.map(({ viewerId, changes }) => [viewerId, changes.entries?.map(({ entry }) => entry)])
  return { seen: record.room.polls, staff: record.desk.polls, entries, pins: record.room.pins.productIds }
}

async function readMemory({ store }: TestShop) {
  const record = await store.readRoom(SHOW)
  if (record === null) throw new Error('the show is gone')
  return createRoomMemory(record)
}

function polls(current: ReturnType<typeof withShop>): void {
  const shop = () => current().shop
  const make = (...asked: Parameters<typeof aPoll>) => shop().ledger.makeActivity(aPoll(...asked))
  const vote = (...given: Parameters<typeof aVote>) => shop().ledger.enter(aVote(...given))
  const close = async () => {
    const [poll] = (await readPolls(shop())).staff
    if (!poll) throw new Error('there is no poll')
    return shop().ledger.moveActivity({
      showId: SHOW,
      activityId: POLL,
      act: 'close',
      revision: poll.revision,
      by: STAFF,
    })
  }

  test('one vote a person, changed as often as they like, and the counts are the rows', async () => {
    await make()
    await vote('ann', 0)
    await vote('bob', 0)

    expect(await vote('ann', 2)).toMatchObject({ ok: true, value: { entry: { choices: [2] } } })

    const { seen, staff, entries } = await readPolls(shop())
    expect(seen).toMatchObject([{ id: POLL, state: 'open', entries: 2, votes: [1, 0, 1], result: null }])
    expect(staff).toEqual(seen)
    expect(Object.fromEntries(entries)).toEqual({ ann: [{ choices: [2] }], bob: [{ choices: [0] }] })
    expect(await shop().ledger.check()).toEqual([])
  })

  test('of several answers each counts, of one person once', async () => {
    await make({ several: true })
    await vote('ann', 2, 0)
    await vote('bob', 0, 1)
    await vote('bob', 1)

    expect((await readPolls(shop())).seen).toMatchObject([{ entries: 2, votes: [1, 1, 1] }])
  })

  test.each([
    ['an answer that there is not', false, [3]],
    ['several where one is asked for', false, [0, 1]],
    ['nothing', true, []],
    ['one twice', true, [1, 1]],
  ])('%s is no vote', async (_what, several, choices) => {
    await make({ several })

    expect(await vote('ann', ...choices)).toMatchObject({ ok: false, code: 'BAD_INPUT' })
    expect((await readPolls(shop())).seen).toMatchObject([{ entries: 0, votes: [0, 0, 0] }])
  })

  test('at its close the product with the most votes is pinned in front, and no vote counts any more', async () => {
    await shop().store.setPins(SHOW, [SHIRT], STAFF)
    await make()
    await vote('ann', 0)

    expect(await close()).toMatchObject({ ok: true, value: { state: 'settled' } })

    expect(await vote('bob', 1)).toMatchObject({ ok: false, code: 'ACTIVITY_OVER' })
    const { seen, pins } = await readPolls(shop())
    expect(seen).toMatchObject([{ state: 'settled', votes: [1, 0, 0], result: { winners: [0], pinned: CUP } }])
    expect(pins).toEqual([CUP, SHIRT])
  })

  test('where it is even nothing is pinned', async () => {
    await make()
    await vote('ann', 0)
    await vote('bob', 1)
    await close()

    const { seen, pins } = await readPolls(shop())
    expect(seen).toMatchObject([{ result: { winners: [0, 1], pinned: null } }])
    expect(pins).toEqual([])
  })

  test('the clock closes it, at its time, also after a restart', async () => {
    await make()
    await vote('ann', 1)
    const again = await openShop(current().place, { clock: shop().clock })
    shop().clock.advance(60_000)

    await again.ledger.sweep(100)

    expect((await readPolls(again)).seen).toMatchObject([{ state: 'settled', result: { winners: [1], pinned: SHIRT } }])
    await again.close()
  })

  test('hidden counts are for staff alone until it is over', async () => {
    await make({ hidden: true })
    await vote('ann', 1)

    const during = await readPolls(shop())
    expect(during.seen).toMatchObject([{ entries: 1, votes: null }])
    expect(during.staff).toMatchObject([{ votes: [0, 1, 0] }])
    await close()
    expect((await readPolls(shop())).seen).toMatchObject([{ votes: [0, 1, 0] }])
  })

  test('a draft is for staff alone, and what was cancelled is nothing any more', async () => {
    await make({}, { start: 'draft' })
    const draft = await readPolls(shop())
    expect(draft.seen).toEqual([])
    expect(draft.staff).toMatchObject([{ state: 'draft' }])
    const moving = { showId: SHOW, activityId: POLL, by: STAFF } as const
    await shop().ledger.moveActivity({ ...moving, act: 'open', revision: draft.staff[0]?.revision ?? 0 })
    await vote('ann', 0)

    await shop().ledger.moveActivity({
      ...moving,
      act: 'cancel',
      revision: (await readPolls(shop())).staff[0]?.revision ?? 0,
    })

    expect(await vote('ann', 1)).toMatchObject({ ok: false, code: 'ACTIVITY_OVER' })
    expect((await readPolls(shop())).pins).toEqual([])
  })

  test('a room that is followed is the room that is read whole, whatever is voted and moved', async () => {
    await make({ hidden: true })
    await make({}, { activityId: ActivityId.parse('draft'), start: 'draft' })
    const followed = await readMemory(shop())
    const act = [() => vote('ann', 0), () => vote('bob', 1), () => vote('ann', 1), close]

    for (const one of act) {
      await one()
      followed.apply(await shop().store.readRoomSince(SHOW, followed.cursor()))
      const whole = await readMemory(shop())
      expect(followed.roomState().polls).toEqual(whole.roomState().polls)
      expect(followed.desk().polls).toEqual(whole.desk().polls)
      for (const id of ['ann', 'bob']) {
        const viewerId = ViewerId.parse(id)
        expect(followed.own(viewerId).entries).toEqual(whole.own(viewerId).entries)
      }
    }
  })

  test('whose vote it was is forgotten with the viewer, that it was given is not', async () => {
    await make()
    await vote('ann', 0)

    await shop().store.eraseViewer({ showId: SHOW, viewerId: ViewerId.parse('ann'), by: STAFF })

    const { seen, entries } = await readPolls(shop())
    expect(seen).toMatchObject([{ entries: 1, votes: [1, 0, 0] }])
    expect(entries).toEqual([])
  })
}
