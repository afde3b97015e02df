// The owner's page about webhooks over HTTP: for the owner alone, secrets shown once, addresses looked at.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EndpointSecret, WebhookBoard } from '@lantern/shared/contract/webhooks.ts'
import { startTestApp, type TestApp } from '../testing/startTestApp.ts'

let app: TestApp
let owner = ''

beforeAll(async () => {
  app = await startTestApp({ env: { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1:9' } })
  owner = await app.staffCookie('owner')
})
afterAll(() => app.close())

const get = (path = '', cookie = owner) => fetch(`${app.url}/api/webhooks${path}`, { headers: { cookie } })
const post = (path: string, body: unknown, cookie = owner) =>
  fetch(`${app.url}/api/webhooks${path}`, {
    method: 'POST',
    headers: { cookie, origin: app.url, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const board = async () => WebhookBoard.parse(await (await get()).json())
const add = async (url = 'http://127.0.0.1:9/hook') =>
  EndpointSecret.parse(await (await post('', { url, types: ['show.started'] })).json())

test('it is the owner’s alone', async () => {
  for (const role of ['host', 'assistant', 'moderator'] as const) {
    const cookie = await app.staffCookie(role)
    expect((await get('', cookie)).status, role).toBe(403)
    expect((await post('', { url: 'https://shop.example/', types: [] }, cookie)).status, role).toBe(403)
  }
  expect((await get('', '')).status).toBe(401)
})

test('a secret is shown when it is made and never again', async () => {
  const made = await add()
  const rotated = EndpointSecret.parse(await (await post(`/${made.id}/rotate`, {})).json())

  expect(made.secret).toMatch(/^whsec_/)
  expect(rotated.secret).not.toBe(made.secret)
  const shown = await (await get()).text()
  expect(shown).not.toContain('whsec_')
  expect((await board()).endpoints.find((each) => each.id === made.id)).toMatchObject({
    types: ['show.started'],
    enabled: true,
    rotatingUntil: expect.any(Number),
  })
})

test.each([
  'http://127.0.0.1/',
  'http://[::1]/',
  'http://10.0.0.1/',
  'http://169.254.169.254/latest/meta-data',
  'ftp://shop.example/',
  'https://user:word@shop.example/',
])('%s is not allowed', async (url) => {
  const answer = await post('', { url, types: [] })

  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({ code: 'URL_NOT_ALLOWED' })
})

test.each([{}, { url: 5 }, { url: 'https://shop.example/', types: ['weather'] }, 'hook', null])(
  '%j is no endpoint',
  async (body) => {
    expect((await post('', body)).status).toBe(400)
  },
)

test('one is switched off and on, removed, and missed afterwards', async () => {
  const { id } = await add()
  const isOn = async () => (await board()).endpoints.find((each) => each.id === id)?.enabled

  expect((await post(`/${id}/switch`, { enabled: false })).status).toBe(200)
  expect(await isOn()).toBe(false)
  expect((await post(`/${id}/switch`, { enabled: true })).status).toBe(200)
  expect(await isOn()).toBe(true)
  expect(await (await get(`/${id}/deliveries`)).json()).toEqual({ deliveries: [] })
  expect((await post(`/${id}/deliveries/none/replay`, {})).status).toBe(404)
  expect((await post(`/${id}/remove`, {})).status).toBe(200)
  for (const path of [`/${id}/remove`, `/${id}/rotate`, '/arrivals/none'])
    expect((await post(path, { choice: 'seen' })).status, path).toBe(404)
  expect((await get(`/${id}/deliveries`)).status).toBe(404)
})
