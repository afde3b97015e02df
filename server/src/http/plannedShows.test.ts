// A show is planned: never in the past, and what it would have to sell is known before.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHttp, TEST_TITLE, type TestHttp } from '../testing/testHttp.ts'

let http: TestHttp
let cookie = ''

const post = (path: string, body: object) =>
  fetch(`${http.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: http.url, cookie },
    body: JSON.stringify(body),
  })

beforeAll(async () => {
  http = await startTestHttp()
  const login = await post('/api/staff/login', { name: 'owner', password: 'lantern-demo' })
  cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? ''
})
afterAll(() => http.close())

test('staff read how many units a new show would have, and which show keeps the others', async () => {
  const free = await fetch(`${http.url}/api/shows/free`, { headers: { cookie } })

  const keptBy = [{ showId: 'autumn', title: { en: TEST_TITLE }, units: 500 }]
  expect(await free.json()).toEqual({ free: 0, products: 1, without: 1, keptBy })
  expect((await fetch(`${http.url}/api/shows/free`)).status).toBe(401)
})

test('a show cannot start in the past, but for the minute in which its time was chosen', async () => {
  const plan = (startsAt: number) => post('/api/shows', { title: { en: 'Late' }, startsAt })
  const now = http.clock.now()

  const late = await plan(now - 60_001)

  expect([late.status, await late.json()]).toEqual([422, { ok: false, code: 'START_IN_PAST', retryable: false }])
  expect((await plan(now - 60_000)).status).toBe(201)
})
