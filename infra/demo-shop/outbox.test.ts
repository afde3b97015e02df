import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDemoShop } from './shop.ts'
import { handoffClaims, WEBHOOK_SECRET } from './studioStandIn.ts'
import { startTestShop } from './testShop.ts'
import type { TestShop } from './testShop.ts'

let folder: string
let dataFile: string
let shop: TestShop

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demo-shop-'))
  dataFile = join(folder, 'shop.json')
  shop = await startTestShop({ dataFile })
})
afterEach(async () => {
  await shop.close()
  rmSync(folder, { recursive: true })
})

const restart = async (studioUrl: string) => {
  const next = createDemoShop({ studioUrl, webhookSecret: WEBHOOK_SECRET, dataFile, backoffMs: [0, 10] })
  return { next, url: await next.listen(0) }
}

it('sends a webhook again under the same id after the studio failed', async () => {
  shop.studio.refuseNext(2, 500)

  await shop.payByApi(await shop.studio.sign(handoffClaims()))

  const [opened, paid] = await shop.studio.waitFor(2)
  expect(shop.studio.attempts).toEqual([opened?.webhookId, opened?.webhookId, opened?.webhookId, paid?.webhookId])
})

it('takes a redirect for a failure', async () => {
  shop.studio.refuseNext(1, 302)

  await shop.arrive(await shop.studio.sign(handoffClaims()))

  await shop.studio.waitFor(1)
  expect(shop.studio.attempts).toHaveLength(2)
})

it('keeps the order of events of one hold while an early one is retried', async () => {
  shop.studio.refuseNext(3, 503)

  await shop.payByApi(await shop.studio.sign(handoffClaims()))

  const events = await shop.studio.waitFor(2)
  expect(events.map((event) => event.type)).toEqual(['checkout.opened', 'order.paid'])
})

it('gives up an event that the studio says is gone and goes on with the next', async () => {
  shop.studio.refuseNext(1, 410)

  await shop.payByApi(await shop.studio.sign(handoffClaims()))

  const events = await shop.studio.waitFor(1)
  expect(events.map((event) => event.type)).toEqual(['order.paid'])
})

it('lets news of an opened checkout go after a minute, never the payment behind it', async () => {
  let clock = Date.now()
  const other = await startTestShop({ now: () => clock })
  other.studio.refuseNext(Infinity, 422)
  const path = await other.arrive(await other.studio.sign(handoffClaims()))
  await other.post(`${path}/pay`)
  await expect.poll(() => other.studio.attempts.length).toBeGreaterThan(1)

  clock += 60_000
  await expect.poll(() => new Set(other.studio.attempts).size).toBe(2)
  other.studio.refuseNext(0, 422)

  const events = await other.studio.waitFor(1)
  expect(events.map((event) => event.type)).toEqual(['order.paid'])
  await other.close()
})

it('loses neither orders nor undelivered webhooks in a restart', async () => {
  shop.studio.refuseNext(1000, 500)
  const token = await shop.studio.sign(handoffClaims())
  await shop.payByApi(token)
  await expect.poll(() => shop.studio.attempts.length).toBeGreaterThan(0)
  await shop.shop.close()
  const refusedId = shop.studio.attempts[0]
  shop.studio.refuseNext(0, 500)

  const { next, url } = await restart(shop.studio.url)

  const events = await shop.studio.waitFor(2)
  expect(events.map((event) => event.type)).toEqual(['checkout.opened', 'order.paid'])
  expect(events[0]?.webhookId).toBe(refusedId)
  const headers = { 'content-type': 'application/json' }
  const again = await fetch(`${url}/api/pay`, { method: 'POST', headers, body: JSON.stringify({ token }) })
  expect(await again.json()).toEqual({ orderId: 'WC-10001', amountMinor: 12900 })
  await next.close()
})

it('never gives an order id a second time after a restart', async () => {
  await shop.payByApi(await shop.studio.sign(handoffClaims()))
  await shop.shop.close()

  const { next, url } = await restart(shop.studio.url)
  const token = await shop.studio.sign(handoffClaims({ jti: 'hold-2' }))
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/pay`, { method: 'POST', headers, body: JSON.stringify({ token }) })

  expect(await answer.json()).toEqual({ orderId: 'WC-10002', amountMinor: 12900 })
  await next.close()
})

it('refuses to start on a data file it cannot read', () => {
  const broken = join(folder, 'broken.json')
  writeFileSync(broken, '{"orders": 7}')

  expect(() => createDemoShop({ webhookSecret: WEBHOOK_SECRET, dataFile: broken })).toThrow()
})
