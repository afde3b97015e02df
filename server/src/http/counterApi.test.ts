// The counter over HTTP: staff at the desk alone redeem, a retry is answered the same, a buyer is told of their own alone.
import { ShownCode, StaffRedemption } from '@lantern/shared/contract/counter.ts'
import { HoldId, OrderId, type ViewerId } from '@lantern/shared/contract/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aHold, STAFF } from '../ledger/proofs/testShop.ts'
import { startTestHttp, TEST_SHOW, type TestHttp } from '../testing/testHttp.ts'

let http: TestHttp
const cookies = new Map<string, string>()

beforeAll(async () => {
  http = await startTestHttp()
  for (const role of ['assistant', 'moderator']) cookies.set(role, await login(role))
  await http.store.goLive(TEST_SHOW, STAFF)
})
afterAll(() => http.close())

const cookiesIn = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

async function ask(path: string, body?: object, cookie = '') {
  const headers = { origin: http.url, 'content-type': 'application/json', cookie }
  const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
  return fetch(`${http.url}${path}`, init)
}

async function login(role: string) {
  return cookiesIn(await ask('/api/staff/login', { name: role, password: http.config.demoStaffPassword }))
}

async function paidOrder(id: string, viewerId: ViewerId) {
  const offerId = (await http.store.readRoom(TEST_SHOW))?.room.offers[0]?.id
  if (offerId === undefined) throw new Error('nothing is sold')
  await http.ledger.place({ ...aHold(id, viewerId, [[offerId, 1]]), showId: TEST_SHOW })
  const order = { orderId: OrderId.parse(`=${id}`), amountMinor: 1000, currency: 'CNY' }
  await http.ledger.report({ eventId: id, endpointId: 'shop', holdId: HoldId.parse(id), type: 'order.paid', ...order })
}

async function aViewer() {
  const cookie = cookiesIn(await fetch(`${http.url}/s/${TEST_SHOW}`))
  const viewer = http.identity.viewerFromCookie({ cookie, secure: false })
  if (viewer === null) throw new Error('no viewer')
  return { cookie, viewerId: viewer.viewerId }
}

test('from the buyer’s phone to the list of the day; a retry is answered the same, the switch is off for nobody who was served', async () => {
  const at = (role: string) => cookies.get(role) ?? ''
  const buyer = await aViewer()
  await paidOrder('order-1', buyer.viewerId)
  const thing = { kind: 'order', ref: 'order-1' }

  const closed = await ask('/api/counter/show', thing, buyer.cookie)
  expect([closed.status, await closed.json()]).toMatchObject([409, { code: 'COUNTER_CLOSED' }])
  await ask('/api/counter', { coupons: false, orders: true }, at('assistant'))
  const shown = ShownCode.parse(await (await ask('/api/counter/show', thing, buyer.cookie)).json())
  const code = shown.is === 'code' ? shown.code : ''
  const stranger = await aViewer()
  expect(await (await ask('/api/counter/show', thing, stranger.cookie)).json()).toMatchObject({
    code: 'COUNTER_NOT_YOURS',
  })

  const redeem = { id: 'some-phone-1', code, showId: null, place: '=Till' }
  expect((await ask('/api/counter/redeem', redeem)).status).toBe(401)
  expect((await ask('/api/counter/redeem', redeem, at('moderator'))).status).toBe(403)
  expect((await ask('/api/counter/redeem', { ...redeem, place: '' }, at('assistant'))).status).toBe(400)
  const done = StaffRedemption.parse(await (await ask('/api/counter/redeem', redeem, at('assistant'))).json())
  await ask('/api/counter', { coupons: false, orders: false }, at('assistant'))
  expect(await (await ask('/api/counter/redeem', redeem, at('assistant'))).json()).toEqual(done)
  const other = await ask('/api/counter/redeem', { ...redeem, id: 'other-phone-1' }, at('assistant'))
  expect(await other.json()).toMatchObject({ ok: false })
  expect(await (await ask('/api/counter/show', thing, buyer.cookie)).json()).toMatchObject({ is: 'redeemed' })

  const now = http.clock.now()
  const day = `from=${now - 1000}&to=${now + 1000}`
  const list = await (await ask(`/api/counter/redemptions?${day}`, undefined, at('assistant'))).json()
  expect(list).toMatchObject({ redemptions: [{ ...done, what: '=order-1' }] })
  const csv = await (await ask(`/api/counter/redemptions.csv?${day}`, undefined, at('assistant'))).text()
  expect(csv).toContain(`order,"'=order-1"`)
  expect(csv).toContain(`"'=Till",${done.by ?? ''},some-phone-1`)
  const week = `from=${now}&to=${now + 7 * 86_400_000}`
  expect((await ask(`/api/counter/redemptions?${week}`, undefined, at('assistant'))).status).toBe(400)
  expect(http.logged.join('')).not.toContain(code)
})
