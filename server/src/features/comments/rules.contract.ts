// What every database must hold to for those who write: rules, standings, words, likes, erasure.
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { HoldId, OrderId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, SHOW, STAFF, START_AT } from '../../ledger/proofs/testShop.ts'
import type { Job } from '../../database/database.ts'
import type { RoomDelta } from '../../room/roomRecord.ts'
import { aComment, id, MINUTE, NEXT, commentShow, VERA, WALT } from './commentShow.contract.ts'

export function rulesContract(name: string, makePlace: PlaceMaker): void {
  describe(`rules of talking on ${name}`, () => rules(withShop(makePlace)))
  describe(`standings on ${name}`, () => standings(withShop(makePlace)))
  describe(`erasure on ${name}`, () => erasure(withShop(makePlace)))
}

function rules(current: ReturnType<typeof withShop>): void {
  const { shop, store, post, room, since } = commentShow(current)

  test('change with an event, and only when they do', async () => {
    const { cursor } = await room()
    expect(await store().setTalk(SHOW, { slowMs: 5000 }, STAFF)).toMatchObject({
      value: { slowMs: 5000, review: false },
    })
    const delta = await store().readRoomSince(SHOW, cursor)

    expect(delta.room.talk).toMatchObject({ slowMs: 5000, pinned: null })
    await store().setTalk(SHOW, { slowMs: 5000 }, STAFF)
    expect((await room()).cursor).toBe(delta.cursor)
    expect((await since()).room.talk).toBeUndefined()
  })

  test('slow down a viewer, also within one batch', async () => {
    await store().setTalk(SHOW, { slowMs: 5000 }, STAFF)

    const [first, second, staff] = await store().addComments([
      aComment('a'),
      aComment('b'),
      aComment('c', { fromStaff: true }),
    ])

    expect([first?.ok, staff?.ok]).toEqual([true, true])
    expect(second).toMatchObject({ code: 'SLOW_DOWN', retryAfterMs: 5000 })
    expect(await post('a')).toMatchObject({ id: 'a' })
    shop().clock.advance(5000)
    expect(await post('b')).toMatchObject({ id: 'b' })
  })

  test('ask for minutes since the first visit, whichever process saw it', async () => {
    await store().setTalk(SHOW, { watchMs: 2 * MINUTE }, STAFF)
    await store().noteVisits([{ showId: SHOW, viewerId: VERA, at: START_AT }])
    await store().noteVisits([{ showId: SHOW, viewerId: VERA, at: START_AT + MINUTE }])

    shop().clock.advance(2 * MINUTE - 1)
    expect(await post('a')).toBe('WATCH_FIRST')
    shop().clock.advance(1)

    expect(await post('a')).toMatchObject({ id: 'a' })
    expect(await post('w', { viewerId: WALT })).toBe('WATCH_FIRST')
  })

  test('let buyers write from their first paid order on', async () => {
    await store().setTalk(SHOW, { buyersOnly: true }, STAFF)
    expect(await post('a')).toBe('BUYERS_ONLY')
    await shop().ledger.place(aHold('h', 'vera', [[shop().offers.cup, 1]]))
    expect(await post('a')).toBe('BUYERS_ONLY')

    const fact = { type: 'order.paid', eventId: 'e', endpointId: 'demo', amountMinor: 2000, currency: 'USD' } as const
    await shop().ledger.report({ ...fact, holdId: HoldId.parse('h'), orderId: OrderId.parse('o') })

    expect(await post('a')).toMatchObject({ id: 'a' })
  })

  test('a word that is refused leaves nothing behind', async () => {
    expect(await post('a', { words: 'refuse' })).toBe('WORD_BLOCKED')
    expect((await store().readComments({ showId: SHOW, filter: 'all', before: null })).comments).toEqual([])
  })

  test('word lists start with those that were shipped; who changes an old one is told', async () => {
    const lists = await store().readWordLists()
    const list = lists.find(({ id: name }) => name === 'shop')
    if (!list) throw new Error('the shop has no list')
    const before = await store().readWordsVersion()

    const changed = await store().setWordList(
      SHOW,
      { ...list, words: ['foo', 'foo', 'bar'], treatment: 'refuse' },
      STAFF,
    )

    expect(lists.map(({ id: name }) => name)).toEqual(['shop', 'en', 'zh', 'ja'])
    expect(changed).toMatchObject({ value: { words: ['foo', 'bar'], version: 1 } })
    expect(await store().setWordList(SHOW, list, STAFF)).toMatchObject({ code: 'WORDS_CHANGED' })
    expect(await store().setWordList(SHOW, { ...list, id: 'other' }, STAFF)).toMatchObject({ code: 'WORDS_CHANGED' })
    expect(await store().readWordsVersion()).toBeGreaterThan(before)
    expect((await store().readWordLists())[0]).toMatchObject({ id: 'shop', words: ['foo', 'bar'] })
  })

  test('likes add up, from every process, and are told by the log', async () => {
    const { cursor } = await room()
    await store().addLikes([{ showId: SHOW, viewerId: VERA, count: 3 }])
    await store().addLikes([{ showId: SHOW, viewerId: WALT, count: 4 }])

    expect((await store().readRoomSince(SHOW, cursor)).room.likes).toBe(7)
    expect((await room()).room.likes).toBe(7)
    expect((await since()).room.likes).toBeUndefined()
  })
}

function standings(current: ReturnType<typeof withShop>): void {
  const { shop, store, post, room, other } = commentShow(current)
  const vera = { showId: SHOW, viewerId: VERA, by: STAFF }

  test('a mute is for one show and for its time', async () => {
    await store().createShow({ id: NEXT, title: { en: 'Next' }, startsAt: START_AT })
    await post('a')

    expect(await store().muteViewer({ ...vera, forMs: MINUTE })).toMatchObject({
      value: { viewerId: VERA, name: 'Vera', mutedUntil: START_AT + MINUTE, ban: null },
    })

    expect(await post('b')).toBe('MUTED')
    expect(await post('c', { showId: NEXT })).toMatchObject({ id: 'c' })
    shop().clock.advance(MINUTE)
    expect(await post('b')).toMatchObject({ id: 'b' })
  })

  test('a ban is for all shows, told to those that have not ended, and undone by a pardon', async () => {
    await store().createShow({ id: NEXT, title: { en: 'Next' }, startsAt: START_AT })
    const far = await other()
    const cursor = (await far.store.readRoom(NEXT))?.cursor ?? 0
    await post('a')

    await store().banViewer({ ...vera, ban: 'open' })

    expect(await post('b', { showId: NEXT })).toBe('BANNED')
    const delta = await far.store.readRoomSince(NEXT, cursor)
    expect(delta.desk.standings).toMatchObject([{ viewerId: VERA, ban: 'open' }])
    expect((await room()).desk.standings).toMatchObject([{ viewerId: VERA, ban: 'open' }])
    await store().pardonViewer(vera)
    expect(await post('b', { showId: NEXT })).toMatchObject({ id: 'b' })
    expect((await far.store.readRoomSince(NEXT, delta.cursor)).desk.standings).toMatchObject([
      { viewerId: VERA, ban: null },
    ])
    expect((await room()).desk.standings).toEqual([])
    await far.close()
  })

  test('whoever is banned silently is answered as ever, and seen by staff alone', async () => {
    await post('a')
    await store().banViewer({ ...vera, ban: 'silent' })

    const echoed = await post('b')

    expect(echoed).toEqual({ ...aSaid('b'), at: START_AT, seq: expect.any(Number) })
    expect((await room()).room.comments.rows.map((comment) => comment.id)).toEqual(['a'])
    expect((await room()).desk.marked).toMatchObject([{ id: 'b', state: 'silent' }])
  })

  test('what the silently banned wrote is read for them beside what everybody sees, at first and since', async () => {
    const { cursor } = await room()
    await post('a')
    await store().banViewer({ ...vera, ban: 'silent' })
    await post('b')
    await post('w', { viewerId: WALT, name: 'Walt' })

    const delta = await store().readRoomSince(SHOW, cursor)
    const idsOf = ({ room: { comments }, inner: { silent } }: RoomDelta) =>
      [comments?.rows, silent].map((some) => some?.map((comment) => comment.id))
    expect([delta, await room()].map(idsOf)).toEqual([
      [['a', 'w'], ['b']],
      [['a', 'w'], ['b']],
    ])
    await store().approveComment({ showId: SHOW, commentId: id('b'), by: STAFF })
    const later = await store().readRoomSince(SHOW, delta.cursor)
    expect([later.room.comments?.rows.map((c) => c.id), later.inner.silent]).toEqual([['b'], []])
  })

  test('where comments are looked at first, the silently banned are told so like everybody', async () => {
    await post('a')
    await store().banViewer({ ...vera, ban: 'silent' })
    expect(await post('b', { words: 'review' })).toMatchObject({ held: true })
    await store().setTalk(SHOW, { review: true }, STAFF)

    const silent = await post('c')
    const held = await post('w', { viewerId: WALT, name: 'Walt' })

    expect([silent, held]).toMatchObject([{ held: true }, { held: true }])
    expect(await post('c')).toEqual(silent)
    expect((await room()).inner.silent).toEqual([])
    const own = { showId: SHOW, viewerId: VERA, commentId: id('c') }
    const others = { showId: SHOW, viewerId: WALT, commentId: id('w') }
    expect(await store().reportComment(own)).toEqual(await store().reportComment(others))
  })

  test('a report of one’s own silent comment is taken, and means nothing; nobody else can name it', async () => {
    await post('a')
    await store().banViewer({ ...vera, ban: 'silent' })
    await post('b')
    const report = (viewerId: typeof VERA) => store().reportComment({ showId: SHOW, viewerId, commentId: id('b') })

    expect(await report(VERA)).toEqual({ ok: true, value: null })
    expect(await report(WALT)).toMatchObject({ code: 'COMMENT_NOT_FOUND' })
    expect((await room()).desk.marked).toMatchObject([{ id: 'b', state: 'silent', reports: 0 }])
  })

  test('nobody is muted who has not written, and staff never', async () => {
    await post('s', { fromStaff: true, viewerId: WALT })

    expect(await store().muteViewer({ ...vera, forMs: MINUTE })).toMatchObject({ code: 'VIEWER_NOT_FOUND' })
    expect(await store().banViewer({ ...vera, viewerId: WALT, ban: 'open' })).toMatchObject({
      code: 'VIEWER_NOT_FOUND',
    })
    expect(await store().pardonViewer(vera)).toMatchObject({ code: 'VIEWER_NOT_FOUND' })
  })

  const aSaid = (name: string) => ({
    id: name,
    viewerId: VERA,
    name: 'Vera',
    fromStaff: false,
    text: `text of ${name}`,
  })
}

function erasure(current: ReturnType<typeof withShop>): void {
  const { shop, store, post, room, shown } = commentShow(current)
  const SECRET = /my address is|Vera/

  test('takes text and name of one viewer from everywhere, in every show, and can be repeated', async () => {
    await store().createShow({ id: NEXT, title: { en: 'Next' }, startsAt: START_AT })
    await post('a', { text: 'my address is 5 Elm Street' })
    await post('b', { showId: NEXT, text: 'my address is 5 Elm Street' })
    await post('w', { viewerId: WALT, name: 'Walt' })
    await post('r', { fromStaff: true, viewerId: ViewerId.parse('staff'), name: 'Ann', replyTo: id('a') })
    await store().pinComment(SHOW, id('a'), STAFF)
    await store().muteViewer({ showId: SHOW, viewerId: VERA, by: STAFF, forMs: MINUTE })
    await shop().ledger.place({ ...aHold('h', 'vera', [[shop().offers.cup, 1]]), viewerName: 'Vera' })
    await store().reportComment({ showId: SHOW, viewerId: VERA, commentId: id('w') })
    const request = { showId: SHOW, viewerId: VERA, by: StaffId.parse('owner') }
    const { cursor } = await room()

    const erased = await store().eraseViewer(request)
    const again = await store().eraseViewer(request)

    expect([erased.comments, again.comments]).toEqual([2, 0])
    expect([...erased.showIds].sort()).toEqual([NEXT, SHOW].sort())
    expect(await shown()).toEqual(['w', 'r'])
    const delta = await store().readRoomSince(SHOW, cursor)
    expect(delta.room).toMatchObject({ comments: { removed: ['a'] }, talk: { pinned: null } })
    const rows = await everyRow()
    expect(rows).toMatch(/text of w/)
    expect(rows).not.toMatch(SECRET)
  })

  /** Everything the database holds, as text; the thread of SQLite runs no job that it does not know. */
  async function everyRow(): Promise<string> {
    const { place } = current()
    const read = (table: (typeof TABLES)[number]) =>
      'file' in place ? readFile(String(place.file), table) : shop().database.run(readTable(table), null)
    return JSON.stringify(await Promise.all(TABLES.map(read)))
  }
}

const TABLES = ['comments', 'events', 'mutes', 'bans', 'reports', 'visits', 'holds', 'waits', 'talk'] as const

function readFile(file: string, table: string): unknown {
  const database = new DatabaseSync(file, { readOnly: true })
  const rows = database.prepare(`select * from ${table}`).all()
  database.close()
  return rows
}

function readTable(table: (typeof TABLES)[number]): Job<null, unknown> {
  return { name: `read ${table}`, kind: 'read', work: (db) => db.selectFrom(table).selectAll().execute() }
}
