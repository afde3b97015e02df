// A sharer's page over HTTP: bound to one phone and logged nowhere, links made and void, statements as files, and what staff do.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DEFAULT_RULES, type SharerId } from '@lantern/shared/contract/sharing.ts'
import { SharerPageUrl, SharerState } from '@lantern/shared/contract/sharerPage.ts'
import { StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinSharer } from '../sharing/people.ts'
import { setSharingRules } from '../sharing/rules.ts'
import { startTestHttp, TEST_SHOW, type TestHttp } from '../testing/testHttp.ts'

let http: TestHttp
let staff = ''

beforeAll(async () => {
  http = await startTestHttp()
  const rules = { ...DEFAULT_RULES, isOn: true }
  await http.store.run(setSharingRules, { version: 0, rules, by: StaffId.parse('owner') })
  staff = await login('owner')
})
afterAll(() => http.close())

async function login(name: string): Promise<string> {
  const body = JSON.stringify({ name, password: http.config.demoStaffPassword })
  const headers = { origin: http.url, 'content-type': 'application/json' }
  const answer = await fetch(`${http.url}/api/staff/login`, { method: 'POST', headers, body })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function sharer(name: string): Promise<SharerId> {
  const asked = { viewerId: ViewerId.parse(`v-${name}`), staffId: null, name, consent: '2' }
  const joined = await http.store.run(joinSharer, asked)
  if (!joined.ok) throw new Error(joined.code)
  return joined.value.id
}

async function ask(path: string, { body, cookie = staff }: { body?: object; cookie?: string } = {}) {
  const headers = { origin: http.url, cookie, 'content-type': 'application/json' }
  const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await fetch(`${http.url}${path}`, init)
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, json: (): unknown => JSON.parse(text) }
}

/** As staff send it on. */
async function codeOf(id: SharerId): Promise<string> {
  const { url } = SharerPageUrl.parse((await ask(`/api/sharers/${id}/page`, { body: {} })).json())
  return url.slice(url.lastIndexOf('/') + 1)
}

/** A phone with a cookie jar of its own. */
function phone(code: string) {
  let cookie = ''
  return {
    async ask(path: string, body?: object) {
      const answer = await ask(`/api/sharer/${code}${path}`, { cookie, ...(body && { body }) })
      cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
      return answer
    },
  }
}

test('the first phone has it, another is let in by staff once, and void it is gone', async () => {
  const willow = await sharer('willow')
  const code = await codeOf(willow)
  const [first, second] = [phone(code), phone(code)]

  expect((await first.ask('')).status).toBe(403)
  expect((await first.ask('/open', { pass: null })).status).toBe(200)
  expect(SharerState.parse((await first.ask('')).json())).toMatchObject({ name: 'willow', links: [] })
  expect((await second.ask('/open', { pass: null })).json()).toMatchObject({ code: 'OTHER_PHONE' })
  const { pass } = Object((await ask(`/api/sharers/${willow}/page/pass`, { body: {} })).json())
  expect((await second.ask('/open', { pass })).status).toBe(200)
  expect((await first.ask('')).json()).toMatchObject({ code: 'OTHER_PHONE' })
  await ask(`/api/sharers/${willow}/page/void`, { body: {} })
  for (const gone of [second, phone('short'), phone('A'.repeat(41))]) {
    expect((await gone.ask('/open', { pass: null })).json()).toMatchObject({ code: 'SHARER_PAGE_GONE' })
  }
})

test('whose first opening got no reply is no other phone, and its cookie lasts from each visit on', async () => {
  const code = await codeOf(await sharer('heath'))
  const heath = phone(code)
  const first = await heath.ask('')
  expect(first.status).toBe(403)
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''

  const lost = await ask(`/api/sharer/${code}/open`, { body: { pass: null }, cookie })
  expect(lost.status).toBe(200)
  expect((await heath.ask('/open', { pass: null })).status).toBe(200)
  const again = await heath.ask('')
  expect(again.status).toBe(200)
  expect(again.headers.getSetCookie()).toEqual([expect.stringMatching(`^${cookie};.*Max-Age=31536000`)])
  expect((await phone(code).ask('/open', { pass: null })).json()).toMatchObject({ code: 'OTHER_PHONE' })
})

test('only the owner sends a sharer’s page, makes it void and lets phones in', async () => {
  const moss = await sharer('moss')
  for (const name of ['host', 'assistant', 'moderator']) {
    const cookie = await login(name)
    for (const path of ['page', 'page/pass', 'page/void']) {
      const answer = await ask(`/api/sharers/${moss}/${path}`, { body: {}, cookie })
      expect(answer.json()).toMatchObject({ code: 'NOT_ALLOWED' })
    }
  }
  expect((await ask('/api/sharers', { cookie: await login('assistant') })).status).toBe(200)
})

test('links are made, lead to the show, and end; a sharer’s page is no way to those of others', async () => {
  const river = phone(await codeOf(await sharer('river')))
  const elsewhere = phone(await codeOf(await sharer('stone')))
  await river.ask('/open', { pass: null })
  await elsewhere.ask('/open', { pass: null })
  const asked = { id: 'link-number-1', showId: TEST_SHOW, name: 'Elm Street', messenger: 'whatsapp' }

  const { code } = Object((await river.ask('/links', asked)).json())
  expect(Object((await river.ask('/links', asked)).json())).toEqual({ code })
  expect((await fetch(`${http.url}/l/${code}`, { redirect: 'manual' })).headers.get('location')).toContain(code)
  expect((await river.ask('/links', { ...asked, id: 'link-number-2', showId: 'nowhere' })).status).toBe(404)
  expect((await river.ask('/links', { ...asked, name: 'a\u202eb' })).status).toBe(400)
  expect((await elsewhere.ask('/links/void', { code })).json()).toMatchObject({ code: 'LINK_NOT_FOUND' })
  expect((await river.ask('/links/void', { code })).status).toBe(200)
  const { links } = SharerState.parse((await river.ask('')).json())
  expect(links).toMatchObject([{ name: 'Elm Street', messenger: 'whatsapp', overAt: expect.any(Number) }])
  const own = Object((await river.ask('/links', { ...asked, name: null, messenger: null })).json())
  expect(own).not.toEqual({ code })
})

test('statements are files, with a month and a zone that there is', async () => {
  const lake = phone(await codeOf(await sharer('lake')))
  await lake.ask('/open', { pass: null })

  const file = await lake.ask('/statement.csv?month=2026-11&zone=Asia/Shanghai')
  expect(file.headers.get('content-type')).toContain('text/csv')
  expect(file.headers.get('content-disposition')).toContain('statement-2026-11.csv')
  expect(file.text.split('\r\n')).toHaveLength(2)
  for (const query of ['month=2026-13', 'month=2026-11&zone=Nowhere/Town', '']) {
    expect((await lake.ask(`/statement.csv?${query}`)).status).toBe(400)
    expect((await ask(`/api/sharers/statement.csv?${query}`)).status).toBe(400)
  }
  expect((await phone(await codeOf(await sharer('pond'))).ask('/statement.csv?month=2026-11')).status).toBe(403)
  expect((await ask('/api/sharers/statement.csv?month=2026-11', { cookie: '' })).status).toBe(401)
})

test('who stops goes on reading, and shares no more', async () => {
  const hill = phone(await codeOf(await sharer('hill')))
  await hill.ask('/open', { pass: null })

  expect((await hill.ask('/leave', {})).status).toBe(200)
  expect(SharerState.parse((await hill.ask('')).json()).isOver).toBe(true)
  const asked = { id: 'link-number-1', showId: TEST_SHOW, name: null, messenger: null }
  expect((await hill.ask('/links', asked)).json()).toMatchObject({ code: 'SHARER_OVER' })
})

test('nothing that opens a page is logged, also where the server fails', async () => {
  const code = await codeOf(await sharer('fern'))
  const fern = phone(code)
  await fern.ask('/open', { pass: null })
  const database = new DatabaseSync(join(http.dataDir, 'lantern.db'))
  const { rules } = Object(database.prepare('select rules from sharing_rules').get())
  database.prepare('update sharing_rules set rules = ?').run('{')
  expect((await fern.ask('')).json()).toMatchObject({ code: 'INTERNAL' })
  database.prepare('update sharing_rules set rules = ?').run(rules)
  database.close()

  const logged = http.logged.join('')
  expect(logged).toContain('/api/sharer/…')
  expect(logged).not.toContain(code)
})
