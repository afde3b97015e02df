// What staff pages say of their own failures: into the log, from staff alone, small and seldom.
import { StaffId } from '@lantern/shared/contract/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../ops/log.ts'
import { startTestHttp, type TestHttp } from '../testing/testHttp.ts'
import { createPageProblems } from './problems.ts'

const PROBLEM = { panel: 'rundown', message: 'TypeError: x is not a function', stack: 'at y', path: '/studio/shows/a' }
let http: TestHttp

beforeAll(async () => {
  http = await startTestHttp()
})
afterAll(() => http.close())

const post = (path: string, body: unknown, cookie = '') =>
  fetch(`${http.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: http.url, cookie },
    body: JSON.stringify(body),
  })

async function loginCookie(name: string): Promise<string> {
  const answer = await post('/api/staff/login', { name, password: 'lantern-demo' })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const logged = () => http.logged.filter((line) => line.includes('a part of a staff page failed'))

test('a failure in a staff page stands in the log with its part, its place and who saw it', async () => {
  const answer = await post('/api/staff/problems', PROBLEM, await loginCookie('moderator'))

  expect(answer.status).toBe(200)
  expect(JSON.parse(logged()[0] ?? '')).toMatchObject({ problem: PROBLEM, role: 'moderator', level: 50 })
})

test('a stranger writes nothing into the log, nor does anyone write much', async () => {
  const before = logged().length
  const cookie = await loginCookie('host')

  expect((await post('/api/staff/problems', PROBLEM)).status).toBe(401)
  expect((await post('/api/staff/problems', { ...PROBLEM, stack: 'x'.repeat(4001) }, cookie)).status).toBe(400)
  expect((await post('/api/staff/problems', { ...PROBLEM, message: 'x'.repeat(20_000) }, cookie)).status).toBe(400)
  expect(logged()).toHaveLength(before)
})

test('a page that fails over and over is heard ten times a minute, all pages together sixty times', async () => {
  const lines: string[] = []
  const problems = createPageProblems(createLog('info', { write: (line) => void lines.push(line) }))
  const from = (name: string) => ({ id: StaffId.parse(name), name, role: 'host' as const, demo: false })

  const answers = []
  for (let n = 0; n < 12; n += 1) answers.push(await problems.take(PROBLEM, from('a')))
  for (let n = 0; n < 100; n += 1) await problems.take(PROBLEM, from(`other-${n}`))

  expect(answers.map(({ ok }) => ok)).toEqual([...Array<boolean>(10).fill(true), false, false])
  expect(answers.at(-1)).toMatchObject({ code: 'TOO_MANY', retryAfterMs: 60_000 })
  expect(lines).toHaveLength(60)
})
