// Who lost the password comes in again by a link that works once; the old password and every session are over.
import { StaffId } from '@lantern/shared/contract/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestRecords, type TestRecords } from '../testing/testHttp.ts'
import { createIdentity, type Identity } from './identity.ts'
import { hashPassword, QUICK } from './passwords.ts'
import { createResets } from './resets.ts'

const PLACE = { address: '203.0.113.9', secure: false }
const DAY_MS = 86_400_000
const SETTINGS = {
  demo: false,
  demoStaffPassword: 'lantern-demo',
  allowedOrigins: [],
  publicUrl: null,
  nodeUrl: null,
  staffIdleMs: DAY_MS,
  staffSessionMs: DAY_MS,
}

/** Guesses of one address are few. */
let addresses = 0
const fromElsewhere = () => ({ ...PLACE, address: `198.51.100.${++addresses}` })

let records: TestRecords
let identity: Identity

beforeAll(async () => {
  records = await openTestRecords()
  identity = await createIdentity({ store: records.store, clock: records.clock.now, config: SETTINGS })
  for (const [id, role] of [
    ['ann', 'host'],
    ['owner', 'owner'],
    ['demo-host', 'host'],
  ] as const) {
    const passwordHash = await hashPassword(`the password of ${id}`, QUICK)
    await records.store.saveStaff({ id: StaffId.parse(id), name: `Miss ${id}`, role, passwordHash })
  }
})
afterAll(() => records.close())

const reset = async (name: string) => (await createResets(records.store, records.clock.now).reset(name))?.split('#')[1]
const logIn = (name: string, password: string) => identity.login({ name, password }, PLACE)

test('a reset ends the old password and the sessions; its link gives the account back, once', async () => {
  const before = await logIn('Miss ann', 'the password of ann')
  const cookie = before.ok ? (before.value.setCookie.split(';')[0] ?? '') : ''
  const staffNow = () => identity.staffFromCookie({ cookie, secure: false, isUse: true })
  expect(await staffNow()).toMatchObject({ ok: true, value: { name: 'Miss ann' } })

  const token = await reset('Miss ann')

  expect(await staffNow()).toMatchObject({ ok: false })
  expect(await logIn('Miss ann', 'the password of ann')).toMatchObject({ code: 'WRONG_LOGIN' })
  const request = { token: token ?? '', name: 'Miss ann', password: 'a better password' }
  expect(await identity.welcome(request, PLACE)).toMatchObject({ ok: true, value: { me: { id: 'ann', role: 'host' } } })
  expect(await identity.welcome(request, PLACE)).toMatchObject({ code: 'WRONG_LOGIN' })
  expect(await logIn('Miss ann', 'a better password')).toMatchObject({ ok: true })
})

test('the owner too, whom no start of the server invites again meanwhile', async () => {
  const token = await reset('Miss owner')
  expect(await identity.inviteOwner()).toBeNull()
  const request = { token: token ?? '', name: 'Miss owner', password: 'a better password' }
  expect(await identity.welcome(request, PLACE)).toMatchObject({ ok: true, value: { me: { id: 'owner' } } })
})

test('the link opens one account only, and for a day', async () => {
  const token = await reset('Miss ann')
  const request = { name: 'Miss ann', password: 'a better password' }
  const [, key] = token?.split('.') ?? []
  for (const other of [`owner.${key}`, `${key}`, `nobody.${key}`, '.', `demo-host.${key}`]) {
    expect(await identity.welcome({ ...request, token: other }, fromElsewhere())).toMatchObject({ code: 'WRONG_LOGIN' })
  }
  const taken = { ...request, name: 'Miss owner', token: token ?? '' }
  expect(await identity.welcome(taken, fromElsewhere())).toMatchObject({ code: 'NOT_ALLOWED' })
  records.clock.advance(DAY_MS)
  expect(await identity.welcome({ ...request, token: token ?? '' }, fromElsewhere())).toMatchObject({
    code: 'WRONG_LOGIN',
  })
})

test('nobody of that name, and demo staff, are not reset', async () => {
  expect(await reset('Miss nobody')).toBeUndefined()
  expect(await reset('Miss demo-host')).toBeUndefined()
})
