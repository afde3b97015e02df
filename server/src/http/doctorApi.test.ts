// What is missing before a show is the owner's to read: it names addresses and what the shop said.
import type { Role } from '@lantern/shared/contract/commands.ts'
import { DoctorReport } from '@lantern/shared/contract/doctor.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/startTestApp.ts'

let app: TestApp
beforeAll(async () => {
  // Nobody listens there: the shop is away.
  app = await startTestApp({ env: { SHOP_URL: 'http://127.0.0.1:1', SHOP_INTERNAL_URL: 'http://127.0.0.1:1' } })
})
afterAll(() => app.close())

async function ask(role: Role | null) {
  const cookie = role === null ? '' : await app.staffCookie(role)
  return fetch(`${app.url}/api/doctor`, { headers: { cookie } })
}

test('the owner reads every check once', async () => {
  const answer = await ask('owner')
  const { findings } = DoctorReport.parse(await answer.json())

  expect(findings.map(({ check }) => check)).toEqual(['address', 'tls', 'turn', 'shop', 'webhook', 'disk', 'clock'])
  expect(findings.find(({ check }) => check === 'shop')).toMatchObject({ state: 'bad', why: 'shop_failed' })
})

test('nobody else does', async () => {
  const statuses = await Promise.all(([null, 'host', 'assistant', 'moderator'] as const).map(ask))

  expect(statuses.map(({ status }) => status)).toEqual([401, 403, 403, 403])
})
