// What anybody may ask of a show that is over.
import { AfterShow } from '@lantern/shared/contract/http.ts'
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHttp, type TestHttp } from '../testing/testHttp.ts'

let http: TestHttp

beforeAll(async () => {
  http = await startTestHttp()
})
afterAll(() => http.close())

test('everybody reads where a show leads to, and nothing of a show that there is not', async () => {
  const startsAt = http.clock.now() + 3_600_000
  await http.store.createShow({ id: ShowId.parse('winter'), title: { en: 'Winter table' }, startsAt })

  const answer = await fetch(`${http.url}/api/after/autumn`)

  expect(answer.headers.get('cache-control')).toBe('no-store')
  const next = { id: 'winter', title: { en: 'Winter table' }, startsAt, isLive: false }
  expect(AfterShow.parse(await answer.json())).toEqual({ pages: {}, next })
  for (const id of ['nowhere', '..', '%00', 'a'.repeat(200)])
    expect((await fetch(`${http.url}/api/after/${id}`)).status).toBe(404)
})

test('a page that is none of the web never reaches a viewer', () => {
  const next = null
  expect(AfterShow.safeParse({ pages: { cup: 'https://shop.test/cup' }, next }).success).toBe(true)
  expect(AfterShow.safeParse({ pages: { cup: 'javascript:alert(1)' }, next }).success).toBe(false)
})
