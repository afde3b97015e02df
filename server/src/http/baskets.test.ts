// Several holds in one basket: one link for all of them or none, and each of them told apart in what the shop says of the order.
import { HoldId, OfferId, ProductId, ShowId, StaffId, type ViewerId } from '@lantern/shared/contract/ids.ts'
import { HandoffClaims } from '@lantern/shared/contract/handoff.ts'
import { decodeJwt } from 'jose'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestHttp, TEST_SECRET, type TestHttp } from '../testing/testHttp.ts'

let http: TestHttp
let buyer: { cookie: string; viewerId: ViewerId }
let made = 0
/** Each hold of a test is of another product. */
let next = 0

const EVENING = ShowId.parse('evening')
const LAST_ONE = 7
const PRODUCTS = [1, 2, 3, 4, 5, 6, 7].map((no) => ({
  id: ProductId.parse(`bowl-${no}`),
  title: { en: `Bowl ${no}` },
  picture: '/pictures/bowl.svg',
  variants: [{ sku: `BOWL-${no}`, title: null, priceMinor: 1000, stock: no === LAST_ONE ? 1 : 500 }],
}))

const openShow = async (env: Record<string, string> = {}) => {
  const started = await startTestHttp({ SHOP_URL: 'http://{host}:4100', SHOP_BASKET: 'several', ...env })
  await started.store.saveCatalogue('CNY', PRODUCTS)
  await started.store.createShow({ id: EVENING, title: { en: 'Evening' }, startsAt: started.clock.now() })
  await started.store.goLive(EVENING, StaffId.parse('owner'))
  return started
}

function newBuyer() {
  const issued = http.identity.issueViewer(undefined, { secure: false, via: null })
  return { cookie: issued.setCookie?.split(';')[0] ?? '', viewerId: issued.viewer.viewerId }
}

beforeAll(async () => {
  http = await openShow()
})
beforeEach(() => {
  buyer = newBuyer()
  next = 0
})
afterAll(() => http.close())

async function hold(quantity = 1, { viewerId } = buyer): Promise<HoldId> {
  const room = await http.store.readRoom(EVENING)
  const lines = [{ offerId: OfferId.parse(room?.room.offers[next++]?.id), quantity }]
  const holdId = HoldId.parse(`h${(made += 1)}`)
  const of = { showId: EVENING, viewerId, viewerName: 'Otter 1', via: null, source: null }
  const placed = await http.ledger.place({ holdId, ...of, lines })
  if (!placed.ok) throw new Error(placed.code)
  return holdId
}

async function checkOut(path: string, { cookie } = buyer): Promise<URL> {
  const answer = await fetch(`${http.url}/c/${path}`, { headers: { cookie }, redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? '', http.url)
}

const claimsOf = (link: URL) => HandoffClaims.parse(decodeJwt(link.searchParams.get('token') ?? ''))
const noticeOf = (link: URL) => link.searchParams.get('notice')

async function tell(type: string, data: object, id = `msg_${(made += 1)}`): Promise<number> {
  const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data })
  const at = new Date()
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(TEST_SECRET).sign(id, at, body),
  }
  const answer = await fetch(`${http.url}/api/shop/events/demo`, { method: 'POST', headers, body })
  await expect.poll(async () => (await http.webhookRecords.inbox.backlog()).waiting, { interval: 10 }).toBe(0)
  return answer.status
}

const stateOf = async (holdId: HoldId) => (await http.ledger.findForHandoff(holdId))?.state

/** Order, amount, state, what staff must look at and what went back, by the hold. */
async function ordersOf(...holdIds: HoldId[]) {
  const orders = (await http.store.readRoom(EVENING))?.desk.orders ?? []
  return holdIds.map((id) =>
    orders
      .filter(({ holdId }) => holdId === id)
      .map(({ orderId, amountMinor, state, matter, backMinor }) => [orderId, amountMinor, state, matter, backMinor]),
  )
}

/** The two in one basket, as the shop reads them. */
async function together(first: HoldId, second: HoldId) {
  const { holds } = claimsOf(await checkOut(`${first}?with=${second}`))
  return holds ?? []
}

const order = (holds: unknown, orderId: string, amountMinor: number) => {
  return { holds, orderId, amountMinor, currency: 'CNY', items: [], at: Date.now() }
}

test('one link for both: what each comes to, whose each item is, and a name that is the same the other way round', async () => {
  const [a, b] = [await hold(1), await hold(2)]

  const claims = claimsOf(await checkOut(`${a}?with=${b}&locale=en`))
  const again = claimsOf(await checkOut(`${b}?with=${a}`))

  expect(claims.holds).toEqual([
    { holdId: a, amountMinor: 1000 },
    { holdId: b, amountMinor: 2000 },
  ])
  expect(claims.items.map(({ holdId, quantity }) => [holdId, quantity])).toEqual([
    [a, 1],
    [b, 2],
  ])
  expect(claims.jti).not.toBe(a)
  expect(again.jti).toBe(claims.jti)
  expect(claims.returnUrl).toContain(`back=${a}`)
})

test('the link ends with the first of them', async () => {
  const a = await hold()
  http.clock.advance(60_000)
  const b = await hold()

  const link = await checkOut(`${b}?with=${a}`)

  const { exp = 0 } = decodeJwt(link.searchParams.get('token') ?? '')
  expect(exp * 1000).toBeLessThanOrEqual((await http.ledger.findForHandoff(a))?.expiresAt ?? 0)
})

test('a hold alone is what it was before, whatever the shop can take', async () => {
  const a = await hold()

  const claims = claimsOf(await checkOut(a))

  expect(claims.jti).toBe(a)
  expect([Object.keys(claims), Object.keys(claims.items[0] ?? {})].flat()).not.toContain('holds')
  expect(Object.keys(claims.items[0] ?? {})).not.toContain('holdId')
})

test('one that is let go, paid, over, a stranger’s or none is no part of a basket, and nobody leaves', async () => {
  const [mine, released, paid] = [await hold(), await hold(), await hold()]
  await http.ledger.release({ holdId: released, viewerId: buyer.viewerId })
  await tell('order.paid', { ...order(undefined, 'P-1', 1000), holdId: paid })
  const strangers = await hold(1, newBuyer())

  for (const other of [released, paid, strangers, 'nobody', '%00', '', `${mine}`, `${released},`]) {
    expect(noticeOf(await checkOut(`${mine}?with=${other}`)), other).toBe('BASKET_CHANGED')
  }
  expect(noticeOf(await checkOut(`${paid}?with=${mine}`))).toBe('BASKET_CHANGED')
  expect(noticeOf(await checkOut(`${mine}?with=${released}`, newBuyer()))).toBe('HOLD_NOT_FOUND')
  const late = await hold()
  http.clock.advance(600_000)
  expect(noticeOf(await checkOut(`${late}?with=${await hold()}`))).toBe('BASKET_CHANGED')
})

test('a shop that takes one hold at a time says so', async () => {
  const usual = http
  http = await openShow({ SHOP_BASKET: 'one' })
  buyer = newBuyer()
  const [a, b] = [await hold(), await hold()]

  expect(noticeOf(await checkOut(`${a}?with=${b}`))).toBe('NOT_TOGETHER')
  expect(claimsOf(await checkOut(a)).jti).toBe(a)
  await http.close()
  http = usual
})

test('one order is an order of each, to the last minor unit, however often it is told', async () => {
  const [a, b] = [await hold(1), await hold(2)]
  const holds = await together(a, b)
  const said = order(holds, 'B-1', 3000)

  const statuses = [await tell('order.paid', said, 'same'), await tell('order.paid', said, 'same')]

  expect(statuses).toEqual([202, 202])
  expect(await ordersOf(a, b)).toEqual([[['B-1', 1000, 'paid', null, 0]], [['B-1', 2000, 'paid', null, 0]]])
  await tell('order.paid', order(holds.toReversed(), 'B-1', 3000), 'another message about it')
  expect(await ordersOf(a, b)).toEqual([[['B-1', 1000, 'paid', null, 0]], [['B-1', 2000, 'paid', null, 0]]])
})

test('money that is off is shared out to the last minor unit, and staff see it at each', async () => {
  const [a, b] = [await hold(1), await hold(2)]
  await tell('order.paid', order(await together(a, b), 'B-2', 2999))

  expect(await ordersOf(a, b)).toEqual([[['B-2', 1000, 'paid', null, 0]], [['B-2', 1999, 'paid', 'amount_differs', 0]]])
})

test('both are paying while the buyer is there, and held again when the buyer left', async () => {
  const [a, b] = [await hold(), await hold()]
  const holds = await together(a, b)

  await tell('checkout.opened', { holds })
  const there = [await stateOf(a), await stateOf(b)]
  await tell('order.cancelled', { holds })

  expect(there).toEqual(['paying', 'paying'])
  expect([await stateOf(a), await stateOf(b)]).toEqual(['held', 'held'])
})

test('a part goes back to each by its share, or to the one that is named; all of it to all', async () => {
  const [a, b] = [await hold(1), await hold(2)]
  const holds = await together(a, b)
  await tell('order.paid', order(holds, 'B-3', 3000))

  await tell('order.refunded', { holds, orderId: 'B-3', amountMinor: 1000 })
  expect(await ordersOf(a, b)).toEqual([
    [['B-3', 1000, 'paid', 'part_refunded', 333]],
    [['B-3', 2000, 'paid', 'part_refunded', 667]],
  ])
  await tell('order.refunded', { holdId: a, orderId: 'B-3', amountMinor: 1000 })
  expect([await stateOf(a), await stateOf(b)]).toEqual(['refunded', 'paid'])
  await tell('order.refunded', { holds, orderId: 'B-3' })
  expect([await stateOf(a), await stateOf(b)]).toEqual(['refunded', 'refunded'])
})

test('a refund that comes before its payment is the same in the end', async () => {
  const [a, b] = [await hold(1), await hold(2)]
  const holds = await together(a, b)

  await tell('order.refunded', { holds, orderId: 'B-4' })
  await tell('order.paid', order(holds, 'B-4', 3000))

  expect([await stateOf(a), await stateOf(b)]).toEqual(['refunded', 'refunded'])
})

test('one that ran out meanwhile and went to somebody else is paid late, and only that', async () => {
  next = LAST_ONE - 1
  const last = await hold()
  next = 0
  http.clock.advance(500_000)
  const other = await hold(2)
  const holds = await together(last, other)
  http.clock.advance(150_000)
  await http.ledger.sweep(1000)
  next = LAST_ONE - 1
  await hold(1, newBuyer())

  await tell('order.paid', order(holds, 'B-5', 3000))

  expect(await ordersOf(last, other)).toEqual([
    [['B-5', 1000, 'late_paid', 'late_paid', 0]],
    [['B-5', 2000, 'paid', null, 0]],
  ])
})

test('one that is paid by itself as well has a second payment, and the other none', async () => {
  const [a, b] = [await hold(1), await hold(2)]
  const holds = await together(a, b)

  await tell('order.paid', { ...order(undefined, 'ALONE', 1000), holdId: a })
  await tell('order.paid', order(holds, 'B-6', 3000))

  const [ofA = [], ofB = []] = await ordersOf(a, b)
  expect(ofA.map(([id, , , matter]) => [id, matter]).toSorted()).toEqual([
    ['ALONE', null],
    ['B-6', 'second_payment'],
  ])
  expect(ofB).toEqual([['B-6', 2000, 'paid', null, 0]])
})

test('a mistake in the split is not hidden by its being fair', async () => {
  const [a, b] = [await hold(1), await hold(2)]
  await together(a, b)

  await tell(
    'order.paid',
    order(
      [
        { holdId: a, amountMinor: 2000 },
        { holdId: b, amountMinor: 1000 },
      ],
      'B-8',
      3000,
    ),
  )

  expect((await ordersOf(a, b)).map(([first]) => first?.[3])).toEqual(['amount_differs', 'amount_differs'])
})

test.each([
  ['names nobody', {}],
  [
    'names one twice',
    {
      holds: [
        { holdId: 'x', amountMinor: 1 },
        { holdId: 'x', amountMinor: 1 },
      ],
    },
  ],
  ['names a basket of one', { holds: [{ holdId: 'x', amountMinor: 1 }] }],
])('an order that %s is BAD_INPUT', async (_what, named) => {
  expect(await tell('order.paid', { ...order(undefined, 'B-7', 1), ...named })).toBe(400)
})
