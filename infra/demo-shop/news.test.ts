import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { handoffClaims, WEBHOOK_SECRET } from './studioStandIn.ts'
import { startTestShop } from './testShop.ts'
import type { TestShop } from './testShop.ts'

const STUDIO_SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`
const said = { type: 'hold.created', timestamp: new Date().toISOString(), data: { holdId: 'hold-1', showId: 'autumn' } }
let shop: TestShop

beforeEach(async () => {
  shop = await startTestShop({ studioSecret: STUDIO_SECRET, mayMisbehave: true })
})
afterEach(() => shop.close())

function tell({
  id = `msg_${randomUUID()}`,
  secret = STUDIO_SECRET,
  body = JSON.stringify(said),
  signal = null as AbortSignal | null,
} = {}) {
  const at = new Date()
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
  return fetch(`${shop.url}/hooks/studio`, { method: 'POST', headers, body, signal })
}

const misbehave = (misdeed: string, times = 1) =>
  fetch(`${shop.url}/api/misbehave`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ misdeed, times }),
  })
const news = async (): Promise<unknown> => (await shop.get('/api/news')).json()
const buy = async (hold = 'hold-1') => shop.payByApi(await shop.studio.sign(handoffClaims({ jti: hold })))
const typesAfter = async (count: number) => (await shop.studio.waitFor(count)).map((event) => event.type)

it('takes what the studio says once for each webhook-id, and shows it', async () => {
  const answers = [await tell({ id: 'msg_1' }), await tell({ id: 'msg_1' }), await tell({ id: 'msg_2' })]

  expect(answers.map((answer) => answer.status)).toEqual([204, 204, 204])
  expect(await news()).toMatchObject([
    { id: 'msg_1', type: 'hold.created', data: { holdId: 'hold-1' } },
    { id: 'msg_2' },
  ])
  expect(await (await shop.get('/desk')).text()).toContain('data-webhook-id="msg_2"')
})

it('takes nothing that is forged or no event', async () => {
  expect((await tell({ secret: WEBHOOK_SECRET })).status).toBe(401)
  expect((await tell({ body: 'hello' })).status).toBe(400)
  expect(await news()).toEqual([])
})

describe('told to misbehave, it', () => {
  it.each([
    ['fail', 500],
    ['throttle', 429],
  ])('answers %s with %i, so often as it was told', async (misdeed, status) => {
    await misbehave(misdeed, 2)

    const answers = [await tell(), await tell(), await tell()]

    expect(answers.map((answer) => answer.status)).toEqual([status, status, 204])
    expect(answers[0]?.headers.get('retry-after')).toBe(status === 429 ? '1' : null)
  })

  it('resets after reading, and hangs', async () => {
    await misbehave('reset')
    await expect(tell()).rejects.toThrow()

    await misbehave('hang')
    await expect(tell({ signal: AbortSignal.timeout(200) })).rejects.toThrow(/timeout/i)
    expect(await news()).toEqual([])
  })

  it('sends twice, under one name and under two', async () => {
    await misbehave('sendTwice')
    await misbehave('sendTwiceRenamed')

    await shop.arrive(await shop.studio.sign(handoffClaims()))

    const events = await shop.studio.waitFor(3)
    const id = events[0]?.webhookId
    expect(events.map((event) => event.webhookId)).toEqual([id, id, `${id}_again`])
  })

  it('signs wrongly once, and is heard with the next attempt', async () => {
    await misbehave('signWrong')

    await shop.arrive(await shop.studio.sign(handoffClaims()))

    expect(await typesAfter(1)).toEqual(['checkout.opened'])
    expect(shop.studio.attempts).toHaveLength(2)
  })

  it('reports another amount, and pays twice', async () => {
    await misbehave('amountWrong')
    await misbehave('payTwice')

    await buy()

    const events = await shop.studio.waitFor(3)
    expect(events.map((event) => event.data['amountMinor'])).toEqual([undefined, 13_000, 12_900])
    expect(new Set(events.map((event) => event.data['orderId'])).size).toBe(3)
  })

  it('reports a payment only after the price has run out', async () => {
    await misbehave('payLate')
    const exp = Math.floor(Date.now() / 1000) + 2

    await shop.payByApi(await shop.studio.sign(handoffClaims({ exp })))

    await shop.studio.waitFor(2)
    expect(Date.now()).toBeGreaterThan(exp * 1000)
  })

  it.each([{ misdeed: 'dance', times: 1 }, { misdeed: 'fail' }, 'fail'])('does not understand %j', async (order) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${shop.url}/api/misbehave`, { method: 'POST', headers, body: JSON.stringify(order) })

    expect(answer.status).toBe(400)
  })
})

it('listens to nobody about misbehaving unless it was started for that', async () => {
  const usual = await startTestShop()
  const answer = await fetch(`${usual.url}/api/misbehave`, { method: 'POST' })
  await usual.close()

  expect(answer.status).toBe(404)
})

it('gives money back once, and tells how much stock there is', async () => {
  await buy()
  const refund = () => shop.post('/desk/orders/WC-10001/refund')

  await refund()
  await refund()
  await shop.post('/desk/stock', { sku: 'CHILLI-240', available: '7' })

  // Messages about different things may overtake each other.
  const [first, second, ...others] = await typesAfter(4)
  expect([first, second, ...others.sort()]).toEqual([
    'checkout.opened',
    'order.paid',
    'order.refunded',
    'stock.changed',
  ])
  const ofType = (type: string) => shop.studio.received.find((one) => one.type === type)
  const [refunded, stock] = [ofType('order.refunded'), ofType('stock.changed')]
  expect(refunded?.data).toMatchObject({ holdId: 'hold-1', orderId: 'WC-10001', amountMinor: 12_900 })
  expect(stock?.data).toEqual({ sku: 'CHILLI-240', available: 7 })
  expect(await (await shop.get('/desk')).text()).toContain('Refunded')
})

it('shows what was taken off items, of whatever kind', async () => {
  const adjustments = [
    { kind: 'tier_price', ref: 'gold', amountMinor: 1000 },
    { kind: 'coupon', ref: 'thanks', amountMinor: 500 },
  ]
  const items = [{ sku: 'LINEN-SAND-M', quantity: 1, unitPriceMinor: 11_900, adjustments }]
  await tell({ body: JSON.stringify({ ...said, data: { ...said.data, currency: 'CNY', items } }) })

  const page = await (await shop.get('/desk')).text()

  expect(page).toContain('LINEN-SAND-M · tier_price −¥10')
  expect(page).toContain('LINEN-SAND-M · coupon −¥5')
})
