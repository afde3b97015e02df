// What is said in a room, end to end: real sockets, a real database, staff who moderate.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Frame } from '@lantern/shared/contract/events.ts'
import { CommentId } from '@lantern/shared/contract/ids.ts'
import { startTestApp, TEST_SHOW, type TestApp } from '../testing/startTestApp.ts'
import { joinShow, newCommentId, type TestClient } from '../testing/testClient.ts'

let app: TestApp
const open: TestClient[] = []

beforeEach(async () => {
  app = await startTestApp()
})
afterEach(async () => {
  for (const client of open.splice(0)) client.close()
  await app.close()
})

async function join(as: 'viewer' | 'staff', role: 'owner' | 'moderator' = 'moderator'): Promise<TestClient> {
  const cookie = await (as === 'staff' ? app.staffCookie(role) : app.viewerCookie())
  const client = await joinShow({ url: app.url, cookie, as })
  open.push(client)
  return client
}

const people = async () => ({ staff: await join('staff'), author: await join('viewer'), other: await join('viewer') })

async function post(client: TestClient, text: string) {
  const commentId = newCommentId()
  return { commentId, outcome: await client.send('comment:post', { commentId, text }) }
}

const texts = (client: TestClient) => client.snapshot().room.comments.rows.map(({ text }) => text)
const reads = (client: TestClient, ...wanted: string[]) =>
  client.until(({ room }) => room.comments.rows.map(({ text }) => text).join() === wanted.join())
const isAdded = (room: Frame['room']) => (room?.comments?.rows.length ?? 0) > 0
const idOf = (client: TestClient) => client.snapshot().self.viewerId

describe('a comment', () => {
  it('is cleaned before anyone reads it, its author too', async () => {
    const { author, other } = await people()

    const { outcome } = await post(author, '  ＨＥＬＬＯ\u200b   wor\u202eld ')

    expect(outcome).toMatchObject({ ok: true, value: { text: 'ＨＥＬＬＯ world' } })
    await reads(other, 'ＨＥＬＬＯ world')
  })

  it('may have 500 characters as a reader counts them, and something to read', async () => {
    const { author, other } = await people()
    const thumb = '👍🏽'

    expect((await post(author, thumb.repeat(500))).outcome).toMatchObject({ ok: true })
    expect((await post(author, thumb.repeat(501))).outcome).toMatchObject({ code: 'COMMENT_TOO_LONG' })
    expect((await post(author, ' \u200b \u200e ')).outcome).toMatchObject({ code: 'COMMENT_EMPTY' })
    await reads(other, thumb.repeat(500))
  })

  it('that staff hide leaves every screen and comes back by the undo', async () => {
    const { staff, author, other } = await people()
    const { commentId } = await post(author, 'rude')
    await Promise.all([reads(other, 'rude'), reads(staff, 'rude')])

    expect(await staff.send('comment:hide', { commentId })).toMatchObject({ value: { state: 'hidden' } })
    await Promise.all([reads(other), reads(author)])
    await staff.until(({ desk }) => desk?.marked[0]?.id === commentId)
    expect(await staff.send('comment:show', { commentId })).toMatchObject({ value: { state: 'shown' } })

    await Promise.all([reads(other, 'rude'), reads(author, 'rude')])
    await staff.until(({ desk }) => desk?.marked.length === 0)
    expect((await other.rejoin()).room).toEqual(author.snapshot().room)
  })

  it('waits for staff where they look first, and its author is told so', async () => {
    const { staff, author, other } = await people()
    await staff.send('room:setTalk', { review: true })

    const { commentId, outcome } = await post(author, 'may I?')

    expect(outcome).toMatchObject({ value: { held: true } })
    await staff.until(({ desk }) => desk?.marked[0]?.state === 'held')
    expect(texts(other)).toEqual([])
    await staff.send('comment:approve', { commentId })
    await reads(other, 'may I?')
    await staff.until(({ desk }) => desk?.marked.length === 0)
  })

  it('of staff answers one, and everybody sees both', async () => {
    const { staff, author, other } = await people()
    const { commentId: replyTo } = await post(author, 'is it warm?')

    const reply = await staff.send('comment:reply', { commentId: newCommentId(), replyTo, text: 'very' })

    expect(reply).toMatchObject({ value: { fromStaff: true, replyTo: { id: replyTo, text: 'is it warm?' } } })
    await reads(other, 'is it warm?', 'very')
    expect(other.snapshot().room.comments.rows[1]?.replyTo).toMatchObject({ id: replyTo })
    await staff.send('comment:hide', { commentId: replyTo })
    await other.until(({ room }) => room.comments.rows.length === 1 && room.comments.rows[0]?.replyTo === undefined)
    const nothing = { commentId: newCommentId(), replyTo: CommentId.parse('nothing'), text: 'x' }
    expect(await staff.send('comment:reply', nothing)).toMatchObject({ code: 'COMMENT_NOT_FOUND' })
  })

  it('stands above the others while it is pinned', async () => {
    const { staff, author, other } = await people()
    const { commentId } = await post(author, 'size runs small')

    await staff.send('comment:pin', { commentId })
    await other.until(({ room }) => room.talk.pinned?.text === 'size runs small')
    await staff.send('comment:unpin', {})

    await other.until(({ room }) => room.talk.pinned === null)
  })

  it('that viewers report comes before staff', async () => {
    const { staff, author, other } = await people()
    const { commentId } = await post(author, 'buy elsewhere')

    await other.send('comment:report', { commentId })
    await other.send('comment:report', { commentId })

    await staff.until(({ desk }) => desk?.marked[0]?.reports === 1)
    expect(await staff.send('comments:read', { filter: 'reported', before: null })).toMatchObject({
      value: { comments: [{ id: commentId, reports: 1 }], more: false },
    })
    await staff.send('comment:show', { commentId })
    await staff.until(({ desk }) => desk?.marked.length === 0)
  })
})

describe('staff', () => {
  it('slow everybody down, but not themselves', async () => {
    const { staff, author, other } = await people()
    await staff.send('room:setTalk', { slowMs: 60_000 })
    await other.until(({ room }) => room.talk.slowMs === 60_000)

    expect((await post(author, 'one')).outcome).toMatchObject({ ok: true })
    expect((await post(author, 'two')).outcome).toMatchObject({ code: 'SLOW_DOWN', retryable: false })
    expect((await post(other, 'three')).outcome).toMatchObject({ ok: true })
    for (const text of ['a', 'b']) expect((await post(staff, text)).outcome).toMatchObject({ ok: true })
  })

  it('silence the room, and open it again', async () => {
    const { staff, author } = await people()

    await staff.send('room:setTalk', { mutedAll: true })
    expect((await post(author, 'hello')).outcome).toMatchObject({ code: 'COMMENTS_OFF' })
    await staff.send('room:setTalk', { mutedAll: false, watchMs: 60_000 })
    expect((await post(author, 'hello')).outcome).toMatchObject({ code: 'WATCH_FIRST', detail: { minutes: 1 } })
    await staff.send('room:setTalk', { watchMs: 0, buyersOnly: true })
    expect((await post(author, 'hello')).outcome).toMatchObject({ code: 'BUYERS_ONLY' })
    await staff.send('room:setTalk', { buyersOnly: false })
    expect((await post(author, 'hello')).outcome).toMatchObject({ ok: true })
  })

  it('mute, ban and pardon one viewer', async () => {
    const { staff, author, other } = await people()
    const viewerId = idOf(author)
    expect(await staff.send('viewer:mute', { viewerId, forMs: 60_000 })).toMatchObject({ code: 'VIEWER_NOT_FOUND' })
    await post(author, 'first')

    await staff.send('viewer:mute', { viewerId, forMs: 60_000 })
    expect((await post(author, 'no')).outcome).toMatchObject({ code: 'MUTED' })
    await staff.send('viewer:ban', { viewerId, ban: 'open' })
    expect((await post(author, 'no')).outcome).toMatchObject({ code: 'BANNED' })
    await staff.until(({ desk }) => desk?.standings[0]?.ban === 'open')
    await staff.send('viewer:pardon', { viewerId })

    expect((await post(author, 'back')).outcome).toMatchObject({ ok: true })
    await reads(other, 'first', 'back')
  })

  it('let the silently banned talk to themselves', async () => {
    const { staff, author, other } = await people()
    await post(author, 'first')
    await staff.send('viewer:ban', { viewerId: idOf(author), ban: 'silent' })

    const { outcome } = await post(author, 'second')
    await post(other, 'third')

    expect(outcome).toMatchObject({ ok: true, value: { text: 'second' } })
    expect(outcome).not.toHaveProperty('value.held')
    await reads(other, 'first', 'third')
    await staff.until(({ desk }) => desk?.marked[0]?.state === 'silent')
  })

  it('ban somebody silently, who cannot tell by any tab, reload, report or wait', async () => {
    const { staff, author, other } = await people()
    const cookie = await app.viewerCookie()
    const [troll, secondTab] = await Promise.all([1, 2].map(() => joinShow({ url: app.url, cookie, as: 'viewer' })))
    if (!troll || !secondTab) throw new Error('no tabs')
    open.push(troll, secondTab)
    await post(troll, 'first')
    await staff.send('viewer:ban', { viewerId: idOf(troll), ban: 'silent' })

    const own = await post(troll, 'second')
    await Promise.all([troll, secondTab].map((tab) => reads(tab, 'first', 'second')))
    const { outcome } = await post(author, 'third')

    // The frames of both have the same shape and the same numbers: the test client throws at a gap.
    await Promise.all([troll, secondTab].map((tab) => reads(tab, 'first', 'second', 'third')))
    await reads(other, 'first', 'third')
    const addedTo = (tab: TestClient) => tab.frames.flatMap(({ room }) => (isAdded(room) ? [room] : []))
    expect(addedTo(secondTab)).toEqual(addedTo(troll))
    expect(Object.keys(own.outcome.ok ? (own.outcome.value as object) : {})).toEqual(
      Object.keys(outcome.ok ? (outcome.value as object) : {}),
    )
    for (const tab of [await troll.rejoin(), await secondTab.rejoin()])
      expect(tab.room.comments.rows.map(({ text }) => text)).toEqual(['first', 'second', 'third'])
    expect((await other.rejoin()).room.comments.rows.map(({ text }) => text)).toEqual(['first', 'third'])
    expect(await troll.send('comment:report', { commentId: own.commentId })).toMatchObject({ ok: true })
    expect(await troll.send('comment:post', { commentId: own.commentId, text: 'second' })).toEqual(own.outcome)
    await staff.send('room:setTalk', { slowMs: 60_000 })
    await other.until(({ room }) => room.talk.slowMs === 60_000)
    expect((await post(troll, 'fourth')).outcome).toMatchObject({ code: 'SLOW_DOWN' })
    await staff.send('room:setTalk', { slowMs: 0, review: true })
    await other.until(({ room }) => room.talk.review)
    expect((await post(troll, 'fifth')).outcome).toMatchObject({ value: { held: true } })
    expect(texts(other)).toEqual(['first', 'third'])
  })

  it('let through what a silently banned viewer wrote: then it is there for all, once', async () => {
    const { staff, author, other } = await people()
    await post(author, 'first')
    await staff.send('viewer:ban', { viewerId: idOf(author), ban: 'silent' })
    const { commentId } = await post(author, 'second')
    await reads(author, 'first', 'second')

    await staff.send('comment:approve', { commentId })

    await Promise.all([other, author].map((client) => reads(client, 'first', 'second')))
    const again = await author.rejoin()
    expect(again.room.comments.rows.map(({ text }) => text)).toEqual(['first', 'second'])
  })

  it('choose the words: some are refused, some are looked at first', async () => {
    const { staff, author, other } = await people()
    const list = { id: 'shop', words: ['brandx'], version: 0 }

    expect(await staff.send('words:set', { ...list, treatment: 'refuse' })).toMatchObject({ value: { version: 1 } })
    expect((await post(author, 'b r a n d x is better')).outcome).toMatchObject({ code: 'WORD_BLOCKED' })
    expect(await staff.send('words:set', { ...list, treatment: 'off' })).toMatchObject({ code: 'WORDS_CHANGED' })
    await staff.send('words:set', { ...list, version: 1, treatment: 'review' })
    expect((await post(author, 'BRANDX')).outcome).toMatchObject({ value: { held: true } })
    expect((await post(other, '加微信 abc123')).outcome).toMatchObject({ value: { held: true } })
    const read = await staff.send('words:read', {})

    expect(read).toMatchObject({ value: { lists: [{ id: 'shop', words: ['brandx'] }, { id: 'en' }, {}, {}] } })
  })

  it('erase what a viewer wrote; only the owner may', async () => {
    const { staff, author, other } = await people()
    await post(author, 'my address')
    await reads(other, 'my address')
    const owner = await join('staff', 'owner')

    expect(await staff.send('viewer:erase', { viewerId: idOf(author) })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await owner.send('viewer:erase', { viewerId: idOf(author) })).toMatchObject({ value: { comments: 1 } })

    await reads(other)
    expect(JSON.stringify(await app.store.readRoomSince(TEST_SHOW, 0))).not.toContain('my address')
  })
})

describe('likes', () => {
  it('are added up and told to everyone', async () => {
    const { author, other, staff } = await people()

    await Promise.all([author.send('like:send', { count: 5 }), other.send('like:send', { count: 7 })])

    await Promise.all([author, other, staff].map((client) => client.until(({ room }) => room.likes === 12)))
    expect((await join('viewer')).snapshot().room.likes).toBe(12)
  })

  it('are bounded for each viewer', async () => {
    const { author, other } = await people()

    expect(await author.send('like:send', { count: 21 })).toMatchObject({ code: 'BAD_INPUT' })
    const many = await Promise.all(Array.from({ length: 20 }, () => author.send('like:send', { count: 20 })))

    expect(many.filter((outcome) => outcome.ok)).toHaveLength(14)
    expect(many.at(-1)).toMatchObject({ code: 'TOO_MANY' })
    await other.until(({ room }) => room.likes === 14 * 20)
  })
})
