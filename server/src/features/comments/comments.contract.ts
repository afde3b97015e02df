// What every database must hold to for comments: verdicts, replies, pins, reports, pages.
import { describe, expect, test } from 'vitest'
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import { aComment, id, commentShow, VERA, WALT } from './commentShow.contract.ts'

export function commentContract(name: string, makePlace: PlaceMaker): void {
  describe(`comments on ${name}`, () => comments(withShop(makePlace)))
}

function comments(current: ReturnType<typeof withShop>): void {
  const { store, post, judged, room, shown, other } = commentShow(current)

  test('a hidden comment leaves every room by the log, and comes back to its place', async () => {
    const far = await other()
    await post('a')
    await post('b')
    const { cursor } = await room()

    await store().hideComment(judged('a'))
    const hidden = await far.store.readRoomSince(SHOW, cursor)
    await store().showComment(judged('a'))
    const back = await far.store.readRoomSince(SHOW, hidden.cursor)

    expect(hidden).toMatchObject({
      room: { comments: { removed: ['a'], rows: [] } },
      desk: { marked: [{ id: 'a', state: 'hidden', judgedBy: STAFF }] },
    })
    expect(back).toMatchObject({
      room: { comments: { removed: [], rows: [{ id: 'a' }] } },
      desk: { marked: [{ id: 'a', state: 'shown' }] },
    })
    expect(await shown()).toEqual(['a', 'b'])
    await far.close()
  })

  test('the same verdict again changes nothing', async () => {
    await post('a')
    await store().hideComment(judged('a'))
    const { cursor } = await room()

    expect(await store().hideComment(judged('a'))).toMatchObject({ value: { state: 'hidden' } })
    expect(await store().hideComment(judged('nothing'))).toMatchObject({ code: 'COMMENT_NOT_FOUND' })
    expect((await room()).cursor).toBe(cursor)
  })

  test('a held comment is nobody’s but staff’s until it is let through, and arrives then', async () => {
    await store().setTalk(SHOW, { review: true }, STAFF)
    expect(await post('a')).toMatchObject({ id: 'a', held: true })
    await post('from staff', { id: 'b', fromStaff: true })

    expect(await shown()).toEqual(['b'])
    expect((await room()).desk.marked).toMatchObject([{ id: 'a', state: 'held' }])
    await store().approveComment(judged('a'))

    expect(await shown()).toEqual(['b', 'a'])
    expect((await room()).desk.marked).toEqual([])
  })

  test('a refused one goes back to the queue by the undo', async () => {
    await post('a', { words: 'review' })
    await store().hideComment(judged('a'))

    expect(await store().showComment(judged('a'))).toMatchObject({ value: { state: 'held' } })
    expect(await shown()).toEqual([])
  })

  test('a reply quotes what it answers for as long as that is there', async () => {
    await post('a')
    const reply = await post('r', { fromStaff: true, replyTo: id('a') })

    expect(reply).toMatchObject({ replyTo: { id: 'a', name: 'Vera', text: 'text of a' } })
    expect((await room()).room.comments.rows.at(-1)).toEqual(reply)
    expect(await post('s', { fromStaff: true, replyTo: id('nothing') })).toBe('COMMENT_NOT_FOUND')
    await store().hideComment(judged('a'))
    expect((await room()).room.comments.rows).toMatchObject([{ id: 'r' }])
    expect((await room()).room.comments.rows[0]).not.toHaveProperty('replyTo')
  })

  test('a pinned comment stands until it is hidden or another takes its place', async () => {
    await post('a')
    await post('b')

    expect(await store().pinComment(SHOW, id('a'), STAFF)).toMatchObject({ value: { pinned: { id: 'a' } } })
    await store().pinComment(SHOW, id('b'), STAFF)
    expect((await room()).room.talk.pinned).toMatchObject({ id: 'b' })
    await store().hideComment(judged('b'))

    expect((await room()).room.talk.pinned).toBeNull()
    expect(await store().pinComment(SHOW, id('b'), STAFF)).toMatchObject({ code: 'COMMENT_NOT_FOUND' })
    await store().pinComment(SHOW, id('a'), STAFF)
    expect(await store().unpinComment(SHOW, STAFF)).toMatchObject({ value: { pinned: null } })
  })

  test('reports count each viewer once and are settled by a look', async () => {
    await post('a')
    const report = (viewerId: ViewerId) => store().reportComment({ showId: SHOW, viewerId, commentId: id('a') })
    const { cursor } = await room()
    await report(VERA)
    await report(VERA)
    await report(WALT)

    const delta = await store().readRoomSince(SHOW, cursor)
    expect(delta).toMatchObject({ room: {}, desk: { marked: [{ id: 'a', state: 'shown', reports: 2 }] } })
    const reported = { showId: SHOW, filter: 'reported', before: null } as const
    expect((await store().readComments(reported)).comments).toHaveLength(1)
    await store().showComment(judged('a'))

    expect((await store().readComments(reported)).comments).toEqual([])
    expect((await room()).desk.marked).toEqual([])
    await store().hideComment(judged('a'))
    expect(await report(ViewerId.parse('late'))).toMatchObject({ code: 'COMMENT_NOT_FOUND' })
  })

  test('older comments come page by page', async () => {
    await store().addComments(Array.from({ length: 60 }, (_, n) => aComment(`c${n}`)))
    const first = await store().readComments({ showId: SHOW, filter: 'all', before: null })
    const before = first.comments.at(-1)?.seq ?? 0

    const second = await store().readComments({ showId: SHOW, filter: 'all', before })

    expect([first.comments.length, first.more, second.comments.length, second.more]).toEqual([50, true, 10, false])
    expect(second.comments.at(-1)).toMatchObject({ id: 'c0', state: 'shown', reports: 0 })
  })

  test('an id of somebody else is refused, whatever became of that comment', async () => {
    await post('a')

    expect(await post('a', { viewerId: WALT })).toBe('COMMENT_ID_TAKEN')
  })
}
