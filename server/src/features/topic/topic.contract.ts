// What every database must hold to for topics: one answer a viewer, seen by staff alone until it is picked, and gone with the viewer.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { AnswerMark } from '@lantern/shared/features/topic/contract.ts'
import { MOST_PICKED } from '@lantern/shared/features/topic/limits.ts'
import type { MakeActivity } from '../../activities/activities.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { openShop, SHOW, STAFF, type TestShop } from '../../ledger/proofs/testShop.ts'
import { createRoomMemory } from '../../realtime/roomState.ts'
import { commentRecords } from '../../testing/commentRecords.ts'
import { type AskAnswers, readAnswers } from './readAnswers.ts'
import { markAnswer } from './markAnswer.ts'

const TOPIC = ActivityId.parse('topic-1')

export function topicContract(name: string, makePlace: PlaceMaker): void {
  describe(`topics on ${name}`, () => {
    const current = withShop(makePlace)
    answering(current)
    picking(current)
    listing(current)
  })
}

type Current = ReturnType<typeof withShop>

function aTopic(more: Partial<MakeActivity> = {}): MakeActivity {
  const life = { opensAt: null, lengthMs: null, start: 'open', conditions: [] } as const
  const config = { question: 'Which colour for the next shirt?' }
  return { activityId: TOPIC, showId: SHOW, kind: 'topic', ...life, config, by: STAFF, ...more }
}

function anAnswer(viewer: string, text: string) {
  const who = { viewerId: ViewerId.parse(viewer), viewerName: `${viewer}!`, via: null, watching: null }
  return { showId: SHOW, activityId: TOPIC, kind: 'topic', requestId: randomUUID(), ...who, entry: { text } }
}

async function readRecord({ store }: TestShop) {
  const record = await store.readRoom(SHOW)
  if (record === null) throw new Error('the show is gone')
  return record
}

const words = (current: Current) => {
  const shop = () => current().shop
  const list = async (asked: Partial<AskAnswers> = {}) => {
    const all = { showId: SHOW, activityId: TOPIC, filter: 'all', search: '', before: null } as const
    const page = await shop().store.run(readAnswers, { ...all, ...asked })
    if (page === null) throw new Error('there is no topic')
    return page
  }
  return {
    shop,
    make: (more?: Partial<MakeActivity>) => shop().ledger.makeActivity(aTopic(more)),
    say: (viewer: string, text: string) => shop().ledger.enter(anAnswer(viewer, text)),
    list,
    /** As staff read it a moment ago. */
    async mark(no: number, mark: AnswerMark) {
      const all = [...(await list()).answers, ...(await list({ filter: 'hidden' })).answers]
      const version = all.find((one) => one.no === no)?.version ?? 0
      return shop().store.change(markAnswer, { showId: SHOW, activityId: TOPIC, no, version, mark, by: STAFF })
    },
    seen: async () => (await readRecord(shop())).room.topics[0]?.picked,
  }
}

function answering(current: Current): void {
  const { shop, make, say, list, seen } = words(current)

  test('one answer a viewer, changed by a later one; how many answered is for everyone, what they said for staff', async () => {
    await make()
    await say('ann', 'Sage')
    await say('bob', 'Indigo')

    expect(await say('ann', 'Sage, or sand')).toMatchObject({
      ok: true,
      value: { no: 1, entry: { text: 'Sage, or sand' } },
    })

    const { room, own } = await readRecord(shop())
    expect(room.topics).toMatchObject([{ id: TOPIC, state: 'open', entries: 2, picked: [] }])
    expect(JSON.stringify(room)).not.toContain('Sage')
    expect(Object.fromEntries(own.map(({ viewerId, changes }) => [viewerId, changes.entries?.[0]?.entry]))).toEqual({
      ann: { text: 'Sage, or sand' },
      bob: { text: 'Indigo' },
    })
    expect((await list()).answers).toMatchObject([
      { no: 1, name: 'ann!', viewerId: 'ann', text: 'Sage, or sand', mark: 'plain', isBanned: false },
      { no: 2, name: 'bob!', text: 'Indigo' },
    ])
    expect(await shop().ledger.check()).toEqual([])
    expect(await seen()).toEqual([])
  })

  test('no answer before it opens, none after it closes, and an empty one never', async () => {
    const made = await make({ start: 'announced' })
    expect(await say('ann', 'Sage')).toMatchObject({ ok: false, code: 'ACTIVITY_NOT_OPEN' })
    const moving = { showId: SHOW, activityId: TOPIC, by: STAFF } as const
    const revision = made.ok ? made.value.revision : 0
    const opened = await shop().ledger.moveActivity({ ...moving, act: 'open', revision })
    await say('ann', 'Sage')
    expect(await say('bob', '')).toMatchObject({ ok: false, code: 'BAD_INPUT' })

    const closing = { ...moving, act: 'close', revision: opened.ok ? opened.value.revision : 0 } as const
    expect(await shop().ledger.moveActivity(closing)).toMatchObject({ ok: true, value: { state: 'settled' } })

    expect(await say('ann', 'Sand')).toMatchObject({ ok: false, code: 'ACTIVITY_OVER' })
    expect((await list()).answers).toMatchObject([{ text: 'Sage' }])
  })

  test('who is erased is no longer read, in no list and on no page, also one that follows', async () => {
    await make()
    await say('ann', 'a secret of Ann')
    await say('bob', 'Indigo')
    await words(current).mark(1, 'picked')
    const followed = createRoomMemory(await readRecord(shop()))
    expect(followed.roomState().topics).toMatchObject([{ picked: [{ text: 'a secret of Ann' }] }])

    await shop().store.eraseViewer({ showId: SHOW, viewerId: ViewerId.parse('ann'), by: STAFF })

    followed.apply(await shop().store.readRoomSince(SHOW, followed.cursor()))
    expect(followed.roomState().topics).toMatchObject([{ entries: 2, picked: [] }])
    expect((await list()).answers.map(({ text }) => text)).toEqual(['Indigo'])
    expect(await words(current).mark(1, 'picked')).toMatchObject({ ok: false, code: 'ANSWER_NOT_FOUND' })
    const left = JSON.stringify(await readRecord(shop()))
    expect(left).not.toContain('a secret of Ann')
    expect(left).not.toContain('ann!')
  })
}

function picking(current: Current): void {
  const { shop, make, say, list, mark, seen } = words(current)

  test('what staff pick everyone sees, the latest pick first, until it is put back', async () => {
    await make()
    await say('ann', 'Sage')
    await say('bob', 'Indigo')

    expect(await mark(2, 'picked')).toMatchObject({ ok: true, value: { no: 2, mark: 'picked', text: 'Indigo' } })
    await mark(1, 'picked')
    await mark(1, 'picked')

    expect(await seen()).toEqual([
      { no: 1, name: 'ann!', text: 'Sage' },
      { no: 2, name: 'bob!', text: 'Indigo' },
    ])
    await mark(1, 'plain')
    expect((await seen())?.map(({ no }) => no)).toEqual([2])
    expect((await list({ filter: 'picked' })).answers.map(({ no }) => no)).toEqual([2])
  })

  test('a pick is one of a text: a changed answer is picked no more, and one that staff have not read is not picked', async () => {
    await make()
    await say('ann', 'Sage')
    const read = (await list()).answers[0]?.version ?? 0
    await mark(1, 'picked')

    await say('ann', 'something rude')

    expect(await seen()).toEqual([])
    const late = { showId: SHOW, activityId: TOPIC, no: 1, version: read, mark: 'picked', by: STAFF } as const
    expect(await shop().store.change(markAnswer, late)).toMatchObject({ ok: false, code: 'ANSWER_CHANGED' })
    expect(await mark(1, 'picked')).toMatchObject({ ok: true })
  })

  test('a hidden one is out of the list and of the show, also once it is changed, until it is shown again', async () => {
    await make()
    await say('ann', 'rude')
    await mark(1, 'picked')
    await mark(1, 'hidden')
    await say('ann', 'rude again')

    expect(await seen()).toEqual([])
    expect((await list()).answers).toEqual([])
    expect((await list({ filter: 'hidden' })).answers).toMatchObject([{ no: 1, text: 'rude again', mark: 'hidden' }])
    await mark(1, 'plain')
    expect((await list()).answers).toMatchObject([{ no: 1, mark: 'plain' }])
  })

  test('only so many are picked at a time, and what is not here is not picked', async () => {
    await make()
    for (let n = 0; n <= MOST_PICKED; n += 1) await say(`v${n}`, `answer ${n}`)
    for (let no = 1; no <= MOST_PICKED; no += 1) await mark(no, 'picked')

    expect(await mark(MOST_PICKED + 1, 'picked')).toMatchObject({ ok: false, code: 'PICKED_ENOUGH' })
    expect(await mark(1, 'picked')).toMatchObject({ ok: true })
    expect(await mark(99, 'picked')).toMatchObject({ ok: false, code: 'ANSWER_NOT_FOUND' })
    const elsewhere = { showId: SHOW, activityId: ActivityId.parse('nowhere'), no: 1, version: 1, by: STAFF }
    expect(await shop().store.change(markAnswer, { ...elsewhere, mark: 'picked' })).toMatchObject({
      ok: false,
      code: 'ACTIVITY_NOT_FOUND',
    })
  })

  test('a room that is followed is the room that is read whole, also after a restart', async () => {
    await make()
    await make({ activityId: ActivityId.parse('draft'), start: 'draft' })
    const followed = createRoomMemory(await readRecord(shop()))
    const acts = [
      () => say('ann', 'Sage'),
      () => say('bob', 'Indigo'),
      () => mark(1, 'picked'),
      () => say('ann', 'Sand'),
      () => mark(2, 'picked'),
      () => mark(2, 'hidden'),
    ]

    const again = await openShop(current().place, { clock: shop().clock })
    for (const act of acts) {
      await act()
      followed.apply(await shop().store.readRoomSince(SHOW, followed.cursor()))
      const whole = createRoomMemory(await readRecord(again))
      expect(followed.roomState().topics).toEqual(whole.roomState().topics)
      expect(followed.desk().topics).toEqual(whole.desk().topics)
      expect(followed.own(ViewerId.parse('ann')).entries).toEqual(whole.own(ViewerId.parse('ann')).entries)
    }
    await again.close()
  })
}

function listing(current: Current): void {
  const { shop, make, say, list } = words(current)

  test('page by page, newest first, each once; searched in text and name, whatever the case and width', async () => {
    await make()
    await Promise.all(Array.from({ length: 120 }, (_, n) => say(`v${n}`, n % 60 === 7 ? `ＳＡＧＥ ${n}` : `sand ${n}`)))

    const pages = [await list()]
    for (let last = pages[0]; last?.next; last = pages.at(-1)) pages.push(await list({ before: last.next }))

    expect(pages.map(({ answers }) => answers.length)).toEqual([50, 50, 20])
    const all = pages.flatMap(({ answers }) => answers)
    expect(new Set(all.map(({ no }) => no)).size).toBe(120)
    const order = all.map(({ version, no }) => [version, no] as const)
    expect(order).toEqual(order.toSorted((a, b) => b[0] - a[0] || b[1] - a[1]))
    expect((await list({ search: ' sage ' })).answers.map(({ name }) => name).toSorted()).toEqual(['v67!', 'v7!'])
    expect((await list({ search: 'V67' })).answers).toHaveLength(1)
    expect((await list({ search: '%' })).answers).toEqual([])
    expect(await list({ search: 'sand' })).toMatchObject({ next: { version: expect.any(Number) } })
  })

  test('only so many are looked at for a page, which says where to search further, until all were', async () => {
    await make()
    for (const n of Array.from({ length: 5 }).keys()) await say(`v${n}`, n === 1 ? 'sage' : 'sand')
    const search = (before: AskAnswers['before']) => list({ search: 'sage', lookAt: 2, before })
    const first = await search(null)
    const second = await search(first.next)
    const third = await search(second.next)

    expect([first, second, third].map(({ answers }) => answers.map(({ no }) => no))).toEqual([[], [2], []])
    expect(third.next).toBeNull()
    expect((await list({ search: 'sage' })).next).toBeNull()
  })

  test('whoever has written nothing but an answer is banned by it, under the name it has', async () => {
    await make()
    await say('ann', 'Sage')
    const banned = { showId: SHOW, viewerId: ViewerId.parse('ann'), ban: 'silent', by: STAFF } as const
    const { banViewer } = commentRecords(shop().store)

    expect(await banViewer(banned)).toMatchObject({ ok: true, value: { name: 'ann!', ban: 'silent' } })
    expect(await banViewer({ ...banned, viewerId: ViewerId.parse('nobody') })).toMatchObject({
      code: 'VIEWER_NOT_FOUND',
    })
  })

  test('staff see who is banned, and another show has no such topic', async () => {
    await make()
    await say('ann', 'Sage')
    const ann = ViewerId.parse('ann')
    await commentRecords(shop().store).banViewer({ showId: SHOW, viewerId: ann, ban: 'silent', by: STAFF })

    expect((await list()).answers).toMatchObject([{ no: 1, isBanned: true }])
    await expect(list({ activityId: ActivityId.parse('nowhere') })).rejects.toThrow('no topic')
  })
}
