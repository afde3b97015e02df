// A poll end to end: real sockets, a real database, two phones of one person, and who comes late or after a restart.
import { randomUUID } from 'node:crypto'
import { ActivityId, ProductId } from '@lantern/shared/contract/ids.ts'
import type { Snapshot } from '@lantern/shared/contract/snapshot.ts'
import type { Poll } from '@lantern/shared/features/poll/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { COMMAND_SCHEMAS } from '../../commands/contract.ts'
import { LAMP, SCARF, startTestApp, TEST_SHOW, type TestApp } from '../../testing/startTestApp.ts'
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

async function join(as: 'viewer' | 'staff', cookie?: string, at: TestApp = app): Promise<TestClient> {
  const own = cookie ?? (as === 'staff' ? await at.staffCookie('owner') : await at.viewerCookie())
  const client = await joinShow({ url: at.url, cookie: own, as })
  open.push(client)
  return client
}

const aPoll = (part: object = {}) => ({
  activityId: ActivityId.parse(randomUUID()),
  opensAt: null,
  lengthMs: null,
  start: 'open' as const,
  conditions: [],
  question: 'What goes on the table next?',
  answers: [{ productId: LAMP }, { productId: SCARF }],
  several: false,
  hidden: false,
  pinsWinner: true,
  ...part,
})

/** Staff who are live, with a poll that is open. */
async function openPoll(part: object = {}) {
  const staff = await join('staff')
  await staff.send('show:goLive', {})
  const poll = aPoll(part)
  const made = await staff.send('poll:make', poll)
  if (!made.ok) throw new Error(made.code)
  return { staff, id: poll.activityId }
}

const vote = (client: TestClient, activityId: ActivityId, ...choices: number[]) =>
  client.send('poll:vote', { activityId, requestId: randomUUID(), choices })
const pollIn = ({ room: { polls } }: Snapshot, id: string) => polls.find((poll) => poll.id === id)
const is = (id: string, part: Partial<Poll>) => (snapshot: Snapshot) => {
  const poll = pollIn(snapshot, id)
  return (
    poll !== undefined &&
    Object.entries(part).every(([key, value]) => {
      const now: unknown = Reflect.get(poll, key)
      return JSON.stringify(now) === JSON.stringify(value)
    })
  )
}
const ownChoice = ({ own }: Snapshot) => JSON.stringify(own.entries.map(({ entry }) => entry))

async function close(staff: TestClient, activityId: ActivityId) {
  const revision = pollIn(staff.snapshot(), activityId)?.revision ?? 0
  return staff.send('activity:close', { activityId, revision })
}

test('everyone sees what is voted, each their own vote on every device, and what came of it', async () => {
  const cookie = await app.viewerCookie()
  const [ann, annsTablet, bob] = [await join('viewer', cookie), await join('viewer', cookie), await join('viewer')]
  const { staff, id } = await openPoll()
  await ann.until(is(id, { state: 'open', votes: [0, 0] }))
  expect(ann.snapshot().room.front.activityId).toBe(id)

  expect(await vote(ann, id, 0)).toMatchObject({ ok: true, value: { entry: { choices: [0] } } })
  await vote(bob, id, 1)
  await bob.until(is(id, { entries: 2, votes: [1, 1] }))
  await vote(ann, id, 1)
  await staff.until(is(id, { entries: 2, votes: [0, 2] }))
  await annsTablet.until((snapshot) => ownChoice(snapshot) === '[{"choices":[1]}]')
  await bob.until((snapshot) => ownChoice(snapshot) === '[{"choices":[1]}]')

  const late = await join('viewer')
  expect(pollIn(late.snapshot(), id)).toEqual(pollIn(staff.snapshot(), id))
  expect(late.snapshot().own.entries).toEqual([])
  expect(await close(staff, id)).toMatchObject({ ok: true, value: { state: 'settled' } })
  await late.until(is(id, { state: 'settled', result: { winners: [1], pinned: SCARF } }))
  await ann.until(({ room }) => room.pins.productIds[0] === SCARF)
  expect(await vote(late, id, 0)).toMatchObject({ ok: false, code: 'ACTIVITY_OVER' })
})

test('after a restart it is the same: the counts, the own vote, what stands in front', async () => {
  const cookie = await app.viewerCookie()
  const ann = await join('viewer', cookie)
  const { id } = await openPoll({ lengthMs: 60_000 })
  await vote(ann, id, 1)
  const before = await ann.until(is(id, { votes: [0, 1] }))

  const other = await startTestApp({ dataDir: app.dataDir })
  try {
    const again = await join('viewer', cookie, other)
    expect(again.snapshot().room.polls).toEqual(before.room.polls)
    expect(again.snapshot().room.front).toEqual(before.room.front)
    expect(again.snapshot().own.entries).toMatchObject([{ activityId: id, entry: { choices: [1] } }])
    await vote(again, id, 0)
    // One process hears of what was voted on another.
    await ann.until(is(id, { votes: [1, 0] }))
  } finally {
    await other.close()
  }
})

test('hidden counts reach staff alone, and drafts nobody else', async () => {
  const ann = await join('viewer')
  const { staff, id } = await openPoll({ hidden: true })
  await vote(ann, id, 0)
  await staff.until(({ desk }) => JSON.stringify(desk?.polls[0]?.votes) === '[1,0]')
  await ann.until(is(id, { entries: 1, votes: null }))

  const draft = aPoll({ start: 'draft' })
  await staff.send('poll:make', draft)
  await staff.until(({ desk }) => desk?.polls.some((poll) => poll.id === draft.activityId) ?? false)
  await vote(ann, id, 1)
  await staff.until(({ desk }) => JSON.stringify(desk?.polls.find((poll) => poll.id === id)?.votes) === '[0,1]')

  expect(JSON.stringify(ann.frames)).not.toContain(draft.activityId)
  expect(ann.frames.flatMap(({ room }) => room?.polls ?? []).every(({ votes }) => votes === null)).toBe(true)
  expect(await vote(ann, draft.activityId, 0)).toMatchObject({ ok: false, code: 'ACTIVITY_NOT_FOUND' })
})

test.each([
  [
    'a product of no show',
    { answers: [{ productId: LAMP }, { productId: ProductId.parse('nowhere') }] },
    'PRODUCT_NOT_FOUND',
  ],
  ['one answer', { answers: [{ productId: LAMP }] }, 'BAD_INPUT'],
  ['the same answer twice', { answers: [{ productId: LAMP }, { productId: LAMP }] }, 'BAD_INPUT'],
  ['a second long', { lengthMs: 1_000 }, 'BAD_INPUT'],
])('%s makes no poll', async (_what, part, code) => {
  const staff = await join('staff')

  expect(await staff.send('poll:make', aPoll(part))).toMatchObject({ ok: false, code })
})

test('a vote is a viewer’s, a poll is made at the desk, and metrics count both', async () => {
  const ann = await join('viewer')
  const { staff, id } = await openPoll()
  await vote(ann, id, 0)

  expect(await vote(staff, id, 0)).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
  expect(await ann.send('poll:make', aPoll())).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
  const metrics = await (await fetch(`${app.url}/metrics`)).text()
  expect(metrics).toContain('lantern_commands_total{command="poll:vote",result="ok"} 1')
  expect(metrics).toContain('lantern_commands_total{command="poll:make",result="ok"} 1')
})

test('who has come by a link that was shared is let in; an address that anybody can write is none', async () => {
  const { staff, id } = await openPoll({ conditions: [{ is: 'came', via: null }] })
  const made = await staff.sendRaw('link:make', { id: randomUUID(), name: 'Group', groupId: null })
  const { code } = COMMAND_SCHEMAS['link:make'].output.parse(made.ok ? made.value : null)
  const [asked, guesser] = [await join('viewer'), await join('viewer')]
  await guesser.send('show:join', { showId: TEST_SHOW, via: `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}` })
  await asked.send('show:join', { showId: TEST_SHOW, via: code })

  expect(await vote(guesser, id, 0)).toMatchObject({ ok: false, code: 'CONDITIONS_UNMET' })
  expect(await guesser.send('activity:progress', { activityId: id })).toMatchObject({
    value: { progress: [{ have: 0 }] },
  })
  expect(await vote(asked, id, 0)).toMatchObject({ ok: true })
})
