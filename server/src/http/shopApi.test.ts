// Who may ask about the shop, and what a shop that cannot be asked says.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Shortfalls, ShopStatus } from '@lantern/shared/contract/shop.ts'
import { startTestApp, type TestApp } from '../testing/startTestApp.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

async function ask(path: string, role: 'owner' | 'host' | null, method = 'POST') {
  const cookie = role === null ? '' : await app.staffCookie(role)
  const headers = { cookie, origin: app.url, 'content-type': 'application/json' }
  const answer = await fetch(`${app.url}/api/shop${path}`, {
    method,
    headers,
    ...(method === 'POST' && { body: '{}' }),
  })
  return { status: answer.status, body: await answer.json() }
}

test('staff read what the shop can do', async () => {
  const { body } = await ask('', 'host', 'GET')

  expect(ShopStatus.parse(body)).toMatchObject({
    answers: { kind: 'generic', price: 'signed' },
    short: [],
    vanished: [],
  })
})

test('staff, and nobody else, read what live shows hold and the shop does not have', async () => {
  const asked = await ask('/short', 'host', 'GET')
  const nobody = await ask('/short', null, 'GET')

  expect(Shortfalls.parse(asked.body)).toEqual({ short: [] })
  expect(nobody.status).toBe(401)
  expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('lantern_short_units 0')
})

test('only the owner tries it or imports from it', async () => {
  const tried = await Promise.all(['/test', '/preview', '/import'].map((path) => ask(path, 'host')))
  const nobody = await ask('/import', null)

  expect(tried.map(({ status }) => status)).toEqual([403, 403, 403])
  expect(nobody.status).toBe(401)
})

test('a generic shop has no list of products to read', async () => {
  const { body } = await ask('/import', 'owner')

  expect(body).toMatchObject({ ok: false, code: 'SHOP_CANNOT' })
})
