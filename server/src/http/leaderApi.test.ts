// A leader's page over HTTP: bound to one phone, told of nobody else's orders, and what is handed over is recorded once.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { NewDevicePass } from '@lantern/shared/contract/boundPage.ts'
import { GroupId, PointId } from '@lantern/shared/contract/groups.ts'
import { HoldId, OfferId, OrderId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { LeaderState, OwnPickups } from '@lantern/shared/contract/leaderPage.ts'
import { LinkId } from '@lantern/shared/features/links/contract.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLink } from '../features/links/jobs.ts'
import { startTestHttp, TEST_SHOW, TEST_TITLE, type TestHttp } from '../testing/testHttp.ts'

const STAFF = StaffId.parse('staff')
const ELM = GroupId.parse('elm-street')
const OAK = GroupId.parse('oak-street')
/** It has no pick-up point. */
const ASH = GroupId.parse('ash-street')
const DAY_MS = 86_400_000
const POINT = PointId.parse('corner-bakery')

let http: TestHttp
let offerId: OfferId
const links = new Map<GroupId, string>()

beforeAll(async () => {
  http = await startTestHttp()
  const { groups, store } = http
  await store.goLive(TEST_SHOW, STAFF)
  await groups.savePoint(POINT, { name: 'Corner Bakery', address: '12 Elm Street', hours: null, note: null }, STAFF)
  for (const [id, pointId] of [
    [ELM, POINT],
    [OAK, POINT],
    [ASH, null],
  ] as const) {
    const about = { name: id, messenger: 'line', theme: null, leader: null, size: null } as const
    await groups.save(id, { ...about, tags: [], pointId }, STAFF)
    links.set(id, await link(id))
  }
  offerId = OfferId.parse((await store.readRoom(TEST_SHOW))?.room.offers[0]?.id)
})
afterAll(() => http.close())

async function link(groupId: GroupId, showId = TEST_SHOW) {
  const code = await http.links.make()
  const id = LinkId.parse(`link-${groupId}`)
  await http.store.change(makeLink, { showId, id, code, name: groupId, groupId, staffId: STAFF })
  return code
}

function setTitle(title: string) {
  const database = new DatabaseSync(join(http.dataDir, 'lantern.db'))
  database.prepare('update shows set title = ? where id = ?').run(title, TEST_SHOW)
  database.close()
}

/** A phone with a cookie jar of its own. */
function phone(code: string) {
  let cookie = ''
  const ask = async (path: string, body?: object) => {
    const headers = { origin: http.url, cookie, 'content-type': 'application/json' }
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${http.url}/api/leader/${code}${path}`, init)
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    const json: unknown = await answer.json()
    return { status: answer.status, json }
  }
  const read = async () => LeaderState.parse((await ask('')).json)
  const order = async (id: string) =>
    (await read()).shows.flatMap(({ orders }) => orders).find(({ holdId }) => holdId === id)
  return { ask, read, order, open: (pass: string | null = null) => ask('/open', { pass }) }
}

async function page(id = ELM) {
  const made = await http.groups.leaders.make(id, STAFF)
  if (!made.ok) throw new Error(made.code)
  return made.value.code
}

let holds = 0
async function buy(viewer: string, { group = ELM, isPaid = true } = {}) {
  const holdId = HoldId.parse(`hold-${(holds += 1)}`)
  const viewerId = ViewerId.parse(viewer)
  const who = { viewerId, viewerName: viewer, via: links.get(group) ?? null, source: null, crowd: null }
  const lines = [{ offerId, quantity: 1, priceMinor: 100_000 }]
  const placed = await http.ledger.place({ holdId, showId: TEST_SHOW, lines, ...who })
  expect(placed).toMatchObject({ ok: true })
  const order = { orderId: OrderId.parse(`order-${holdId}`), amountMinor: 1000, currency: 'CNY' }
  const fact = { type: 'order.paid', endpointId: 'shop', eventId: holdId, holdId, ...order } as const
  if (isPaid) await http.ledger.report(fact)
  return holdId
}

const handOf = (holdIds: readonly string[], code: string, id = 'hand-over-1') => ({
  ...{ id, showId: TEST_SHOW, holdIds, code, at: 1234 },
})

test('the first phone has it; another needs a pass, which is good once', async () => {
  const code = await page()
  const [first, second, third] = [phone(code), phone(code), phone(code)]

  expect((await first.ask('')).status).toBe(403)
  expect((await first.open()).status).toBe(200)
  expect((await first.open()).status).toBe(200)
  expect((await second.open()).json).toMatchObject({ code: 'OTHER_PHONE' })
  expect((await second.open('12345678')).json).toMatchObject({ code: 'PASS_WRONG' })
  const passed = await http.groups.leaders.pass(ELM, STAFF)
  const { pass } = NewDevicePass.parse(passed.ok && passed.value)
  expect((await second.open(pass)).status).toBe(200)
  expect((await third.open(pass)).json).toMatchObject({ code: 'PASS_WRONG' })

  expect((await second.ask('')).status).toBe(200)
  expect((await first.ask('')).json).toMatchObject({ code: 'OTHER_PHONE' })
})

test('two phones that open it at once: one has it', async () => {
  const code = await page()

  const opened = await Promise.all([phone(code).open(), phone(code).open()])

  expect(opened.map(({ status }) => status).sort()).toEqual([200, 403])
})

test('after five wrong passes the right one is none any more, nor is one of ten minutes ago', async () => {
  const code = await page()
  await phone(code).open()
  const other = phone(code)
  const give = async () => {
    const passed = await http.groups.leaders.pass(ELM, STAFF)
    return NewDevicePass.parse(passed.ok && passed.value)
  }

  const tried = await give()
  for (let n = 0; n < 5; n += 1) await other.open('00000000')
  expect((await other.open(tried.pass)).json).toMatchObject({ code: 'PASS_WRONG' })
  const late = await give()
  http.clock.advance(600_000)
  expect((await other.open(late.pass)).json).toMatchObject({ code: 'PASS_WRONG' })
})

test('void, made anew or made up it opens nothing, and none of it is logged', async () => {
  const before = await page()
  const one = phone(before)
  await one.open()
  setTitle('{')
  expect((await one.ask('')).json).toMatchObject({ code: 'INTERNAL' })
  setTitle(JSON.stringify({ en: TEST_TITLE }))
  const code = await page()

  for (const gone of [before, 'A'.repeat(24), 'short']) {
    expect((await phone(gone).open()).json).toMatchObject({ code: 'LEADER_PAGE_GONE' })
  }
  expect((await one.ask('')).json).toMatchObject({ code: 'LEADER_PAGE_GONE' })
  await http.groups.leaders.makeVoid(ELM, STAFF)
  await http.groups.leaders.makeVoid(ELM, STAFF)
  expect((await phone(code).open()).json).toMatchObject({ code: 'LEADER_PAGE_GONE' })
  const logged = http.logged.join('')
  expect(logged).toContain('/api/leader/…')
  for (const secret of [before, code]) expect(logged).not.toContain(secret)
})

test('it shows orders of its group alone, with what was paid, and hands over what a buyer shows', async () => {
  const elm = phone(await page())
  await elm.open()
  const [bought, unpaid] = [await buy('panda'), await buy('clover', { isPaid: false })]
  const foreign = await buy('fox', { group: OAK })

  expect(await elm.order(bought)).toMatchObject({ name: 'panda', isPaid: true, handed: null })
  expect(await elm.order(unpaid)).toMatchObject({ name: 'clover', isPaid: false })
  expect(await elm.order(foreign)).toBeUndefined()
  const code = (await elm.order(bought))?.digits ?? ''

  expect((await elm.ask('/handed', handOf([foreign], code))).json).toMatchObject({ code: 'ORDER_NOT_HERE' })
  expect((await elm.ask('/handed', handOf([bought, bought], code))).json).toEqual({ conflicts: [] })
  expect((await elm.ask('/handed', handOf([bought], code))).json).toEqual({ conflicts: [] })
  expect(await elm.order(bought)).toMatchObject({ handed: { id: 'hand-over-1', at: 1234, here: true }, conflicts: [] })
})

test('what two phones hand over is a conflict on both, and counts once', async () => {
  const code = await page()
  const first = phone(code)
  await first.open()
  const holdId = await buy('river')
  const { token = '' } = (await first.order(holdId)) ?? {}
  await first.ask('/handed', handOf([holdId], token, 'of-the-first'))
  const passed = await http.groups.leaders.pass(ELM, STAFF)
  const second = phone(code)
  await second.open(NewDevicePass.parse(passed.ok && passed.value).pass)

  expect((await second.ask('/handed', handOf([holdId], token, 'of-the-second'))).json).toEqual({ conflicts: [holdId] })
  await second.ask('/handed', handOf([holdId], token, 'of-the-second'))

  expect(await second.order(holdId)).toMatchObject({
    handed: { id: 'of-the-first', here: false },
    conflicts: [{ id: 'of-the-second', here: true }],
  })
})

test('a wrong code hands over nothing, and after five of them a phone waits a minute', async () => {
  const elm = phone(await page())
  await elm.open()
  const holdId = await buy('noodle')
  const { digits = '' } = (await elm.order(holdId)) ?? {}
  const wrong = digits === '000000' ? '000001' : '000000'

  for (let n = 0; n < 5; n += 1) {
    expect((await elm.ask('/handed', handOf([holdId], wrong, `try-number-${n}`))).json).toMatchObject({
      code: 'CODE_WRONG',
    })
  }
  expect((await elm.ask('/handed', handOf([holdId], digits))).status).toBe(429)
  http.clock.advance(60_000)
  expect((await elm.ask('/handed', handOf([holdId], digits, 'at-last-1'))).status).toBe(200)
})

test('arrived is told once, and the buyer reads where and by which code', async () => {
  const elm = phone(await page())
  await elm.open()
  const issued = http.identity.issueViewer(undefined, { secure: false, via: null })
  const cookie = issued.setCookie?.split(';')[0] ?? ''
  const holdId = await buy(issued.viewer.viewerId)
  const own = async () => {
    const answer = await fetch(`${http.url}/api/pickups/${TEST_SHOW}`, { headers: { cookie } })
    return OwnPickups.parse(await answer.json()).pickups[0]
  }
  const { digits = '' } = (await elm.order(holdId)) ?? {}

  const where = { group: ELM, point: { name: 'Corner Bakery' }, digits }
  expect(await own()).toMatchObject({ ...where, arrivedAt: null, handed: 0 })
  expect((await elm.ask('/arrived', { showId: ShowId.parse('nowhere') })).status).toBe(404)
  await elm.ask('/arrived', { showId: TEST_SHOW })
  const arrivedAt = (await own())?.arrivedAt
  http.clock.advance(1000)
  await elm.ask('/arrived', { showId: TEST_SHOW })
  await elm.ask('/handed', handOf([holdId], digits, 'hand-to-own'))

  expect(arrivedAt).toBeTypeOf('number')
  expect(await own()).toMatchObject({ arrivedAt, orders: 1, handed: 1 })
  expect(await (await fetch(`${http.url}/api/pickups/${TEST_SHOW}`)).json()).toEqual({ pickups: [] })
  http.clock.advance(1000)
  await buy(issued.viewer.viewerId)
  expect(await own()).toMatchObject({ arrivedAt: null, orders: 2, handed: 1 })
  const qr = await fetch(`${http.url}/api/pickups/${TEST_SHOW}/qr.svg`, { headers: { cookie } })
  expect(await qr.text()).toContain('<svg')
})

test('one phone hands over at a pick-up point at a time', async () => {
  const [elm, oak] = [phone(await page(ELM)), phone(await page(OAK))]
  await elm.open()
  await oak.open()

  expect((await elm.ask('/counter', {})).status).toBe(200)
  expect([(await elm.read()).counter, (await oak.read()).counter]).toEqual(['this', 'other'])
  await oak.ask('/counter', {})
  expect([(await elm.read()).counter, (await oak.read()).counter]).toEqual(['other', 'this'])
})

test('of a deleted group what was ordered before is still handed over', async () => {
  const oak = phone(await page(OAK))
  await oak.open()
  const holdId = await buy('bear', { group: OAK })
  http.clock.advance(1000)
  await http.groups.remove(OAK, STAFF)
  http.clock.advance(1000)
  const late = await buy('late', { group: OAK })

  expect((await oak.read()).group.isDeleted).toBe(true)
  expect(await oak.order(late)).toBeUndefined()
  const { digits = '' } = (await oak.order(holdId)) ?? {}
  expect((await oak.ask('/handed', handOf([holdId], digits, 'after-the-end'))).status).toBe(200)
  const board = await http.groups.board()
  expect(board.groups.find(({ id }) => id === OAK)).toMatchObject({ toHand: 1, leaderPage: 'bound' })
})

test('who buys by a group without a pick-up point waits for none, unless its leader has a page', async () => {
  await buy('robin', { group: ASH })
  const read = async () => {
    const { groups } = await http.groups.board()
    const pickups = await http.groups.leaders.pickups(TEST_SHOW, ViewerId.parse('robin'))
    return [pickups.length, groups.find(({ id }) => id === ASH)?.toHand]
  }

  expect(await read()).toEqual([0, 0])
  await page(ASH)
  expect(await read()).toEqual([1, 1])
})

test('it shows the shows of two weeks until tomorrow, and older ones with something to hand over', async () => {
  const ash = phone(await page(ASH))
  await ash.open()
  await buy('wren', { group: ASH })
  http.clock.advance(20 * DAY_MS)
  for (const [id, days] of Object.entries({ done: -20, today: 0, 'next-week': 7 })) {
    const showId = ShowId.parse(id)
    await http.store.createShow({ id: showId, title: { en: id }, startsAt: http.clock.now() + days * DAY_MS })
    await link(ASH, showId)
  }

  expect((await ash.read()).shows.map(({ id }) => id)).toEqual(['today', TEST_SHOW])
})
