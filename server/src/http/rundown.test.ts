// What a show sells is read and changed over HTTP by who may, with the refusals of the contract.
import { MOST_OFFERS, ShowRundown } from '@lantern/shared/contract/rundown.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHttp, TEST_SHOW, type TestHttp } from '../testing/testHttp.ts'

let http: TestHttp

beforeAll(async () => {
  http = await startTestHttp()
})
afterAll(() => http.close())

const post = (path: string, body: object, cookie = '') =>
  fetch(`${http.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: http.url, cookie },
    body: JSON.stringify(body),
  })

async function login(name: string): Promise<string> {
  const answer = await post('/api/staff/login', { name, password: http.config.demoStaffPassword })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const PATH = `/api/shows/${TEST_SHOW}/rundown`

test('a host reads it, changes units with what was seen, and is refused with what was seen before', async () => {
  const cookie = await login('host')
  const seen = ShowRundown.parse(await (await fetch(http.url + PATH, { headers: { cookie } })).json())
  const [cup] = seen.products
  const variantId = cup?.variants[0]?.variantId ?? ''
  const wish = (units: number) => ({
    revision: seen.revision,
    rundown: [{ productId: cup?.productId ?? '', variants: [{ variantId, units }] }],
  })

  const changed = await post(PATH, wish(300), cookie)

  expect(changed.status).toBe(200)
  expect(ShowRundown.parse(await changed.json()).products[0]?.variants[0]?.units).toBe(300)
  const late = await post(PATH, wish(200), cookie)
  expect([late.status, (await late.json()).code]).toEqual([409, 'RUNDOWN_CHANGED'])
})

test('a whole rundown with the units of every variant is not too much to send', async () => {
  const cookie = await login('host')
  const id = (kind: string, index: number) => `${kind}_${String(index).padStart(40, '0')}`
  const rundown = Array.from({ length: MOST_OFFERS }, (_, index) => ({
    productId: id('p', index),
    variants: [{ variantId: id('v', index), units: 1000 }],
  }))
  const { revision } = ShowRundown.parse(await (await fetch(http.url + PATH, { headers: { cookie } })).json())

  const answer = await post(PATH, { revision, rundown }, cookie)

  expect([answer.status, (await answer.json()).code]).toEqual([404, 'PRODUCT_NOT_FOUND'])
})

test('who only helps may read it and not change it', async () => {
  const cookie = await login('assistant')

  expect((await fetch(http.url + PATH, { headers: { cookie } })).status).toBe(200)
  expect((await post(PATH, { revision: '', rundown: [] }, cookie)).status).toBe(403)
})
