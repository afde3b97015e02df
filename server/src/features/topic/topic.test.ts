// A topic end to end: asked before the show over real sockets, answered on the waiting page, judged as comments are, picked in the show.
import { randomUUID } from 'node:crypto'
import { ActivityId, CommentId } from '@lantern/shared/contract/ids.ts'
import { COMMANDS } from '@lantern/shared/features/topic/contract.ts'
import type { Snapshot } from '@lantern/shared/contract/snapshot.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/startTestApp.ts'
import { joinShow, type TestClient } from '../../testing/testClient.ts'

let app: TestApp
const open: TestClient[] = []

beforeEach(async () => {
  app = await startTestApp()
})
afterEach(async () => {
  for (const client of open.splice(0)) client.close()
  await app.close()
})

async function join(as: 'viewer' | 'staff', cookie?: string): Promise<TestClient> {
  const own = cookie ?? (as === 'staff' ? await app.staffCookie('owner') : await app.viewerCookie())
  const client = await joinShow({ url: app.url, cookie: own, as })
  open.push(client)
  return client
}

/** Asked before the show. */
async function ask() {
  const staff = await join('staff')
  const activityId = ActivityId.parse(randomUUID())
  const life = { opensAt: null, lengthMs: null, start: 'open', conditions: [] } as const
  const made = await staff.send('topic:make', { activityId, question: 'Which colour?', ...life })
  if (!made.ok) throw new Error(made.code)
  return { staff, activityId }
}

const say = (client: TestClient, activityId: ActivityId, text: string) =>
  client.send('topic:answer', { activityId, requestId: randomUUID(), text })
const firstIn = (page: unknown) => {
  const [answer] = COMMANDS['topic:answers'].output.parse(page).answers
  if (!answer) throw new Error('staff read no answer')
  return answer
}
const list = { filter: 'all', search: '', before: null } as const
const topic = ({ room }: Snapshot) => room.topics[0]

test('asked and answered before the show, it goes on in it, and everyone sees what staff pick', async () => {
  const cookie = await app.viewerCookie()
  const [ann, tablet, bob] = [await join('viewer', cookie), await join('viewer', cookie), await join('viewer')]
  const { staff, activityId } = await ask()
  await ann.until((snapshot) => topic(snapshot)?.state === 'open')
  expect(ann.snapshot().room.show.phase).toBe('scheduled')

  expect(await say(ann, activityId, '  a warm \u200b sage ')).toMatchObject({
    ok: true,
    value: { entry: { text: 'a warm sage' } },
  })
  await tablet.until(({ own }) => JSON.stringify(own.entries).includes('a warm sage'))
  await bob.until((snapshot) => topic(snapshot)?.entries === 1)
  expect(JSON.stringify(bob.frames)).not.toContain('sage')

  const page = await staff.send('topic:answers', { activityId, ...list })
  const { no, version } = page.ok ? firstIn(page.value) : { no: 0, version: 0 }
  expect(await staff.send('topic:mark', { activityId, no, version, mark: 'picked' })).toMatchObject({ ok: true })
  await staff.send('show:goLive', {})
  await bob.until((snapshot) => topic(snapshot)?.picked[0]?.text === 'a warm sage')
  const late = await join('viewer')
  expect(topic(late.snapshot())).toMatchObject({ state: 'open', picked: [{ no: 1, text: 'a warm sage' }] })
})

test('the shop’s words, the length in characters, a pause and a ban hold for answers too; a silent ban is not told', async () => {
  const ann = await join('viewer')
  const { staff, activityId } = await ask()
  await staff.send('words:set', { id: 'shop', treatment: 'refuse', words: ['brandx'], version: 0 })
  await ann.send('comment:post', { commentId: CommentId.parse(randomUUID()), text: 'hello' })
  const viewerId = ann.snapshot().self?.viewerId
  if (viewerId === undefined) throw new Error('a viewer has an id')

  expect(await say(ann, activityId, 'b r a n d x')).toMatchObject({ ok: false, code: 'ANSWER_BLOCKED' })
  expect(await say(ann, activityId, '\u200b')).toMatchObject({ ok: false, code: 'ANSWER_EMPTY' })
  expect(await say(ann, activityId, '👨‍👩‍👧‍👦'.repeat(201))).toMatchObject({ ok: false, code: 'ANSWER_TOO_LONG' })
  expect(await say(ann, activityId, '灯'.repeat(200))).toMatchObject({ ok: true })
  await staff.send('viewer:mute', { viewerId, forMs: 60_000 })
  expect(await say(ann, activityId, 'sand')).toMatchObject({
    ok: false,
    code: 'MUTED',
    retryAfterMs: expect.any(Number),
  })
  await staff.send('viewer:pardon', { viewerId })
  await staff.send('viewer:ban', { viewerId, ban: 'open' })
  expect(await say(ann, activityId, 'sand')).toMatchObject({ ok: false, code: 'BANNED' })
  await staff.send('viewer:ban', { viewerId, ban: 'silent' })
  expect(await say(ann, activityId, 'sand')).toMatchObject({ ok: true })
  expect(await staff.send('topic:answers', { activityId, ...list })).toMatchObject({
    ok: true,
    value: { answers: [{ text: 'sand', isBanned: true }], next: null },
  })
})

test('viewers neither ask, nor read what others answered, nor pick; moderators read and pick', async () => {
  const ann = await join('viewer')
  const { activityId } = await ask()
  await say(ann, activityId, 'sage')
  const moderator = await join('staff', await app.staffCookie('moderator'))
  const mark = { activityId, no: 1, version: 0, mark: 'hidden' } as const
  const making = {
    activityId,
    question: 'Mine?',
    opensAt: null,
    lengthMs: null,
    start: 'open',
    conditions: [],
  } as const

  expect(await ann.send('topic:make', making)).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
  expect(await ann.send('topic:answers', { activityId, ...list })).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
  expect(await ann.send('topic:mark', mark)).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
  expect(await moderator.send('topic:make', making)).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
  expect(await moderator.send('topic:mark', mark)).toMatchObject({ ok: true, value: { mark: 'hidden' } })
})
