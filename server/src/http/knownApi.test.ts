// "What this shop knows of me" over HTTP: by one's own cookie alone, as files, consents taken back, and all of it erased.
import { parse } from 'csv-parse/sync'
import { Known, KnownFile } from '@lantern/shared/contract/known.ts'
import { OwnConsent } from '@lantern/shared/contract/consents.ts'
import { StaffId } from '@lantern/shared/contract/ids.ts'
import { DEFAULT_RULES } from '@lantern/shared/contract/sharing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aComment } from '../features/comments/commentShow.contract.ts'
import { endSharer, joinSharer } from '../sharing/people.ts'
import { setSharingRules } from '../sharing/rules.ts'
import { commentRecords } from '../testing/commentRecords.ts'
import { startTestHttp, TEST_SHOW, type TestHttp } from '../testing/testHttp.ts'

let http: TestHttp
beforeAll(async () => {
  http = await startTestHttp()
  const rules = { ...DEFAULT_RULES, isOn: true }
  await http.store.run(setSharingRules, { version: 0, rules, by: StaffId.parse('owner') })
})
afterAll(() => http.close())

/** A phone that has opened the show. */
function visit() {
  const { viewer, setCookie } = http.identity.issueViewer(undefined, { secure: false, via: null })
  const cookie = setCookie?.split(';')[0] ?? ''
  const headers = { cookie, origin: http.url, 'content-type': 'application/json' }
  const ask = async (path = '', body?: object) => {
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${http.url}/api/known${path}`, init)
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text, json: (): unknown => JSON.parse(text) }
  }
  return { viewerId: viewer.viewerId, ask }
}

const say = (who: ReturnType<typeof visit>, text: string) =>
  commentRecords(http.store).addComments([
    aComment(`c-${who.viewerId}`, { showId: TEST_SHOW, viewerId: who.viewerId, name: 'Vera', text }),
  ])

test('whoever has no cookie of ours is told nothing', async () => {
  const answer = await fetch(`${http.url}/api/known`)

  expect(answer.status).toBe(401)
})

test('each reads their own rows alone, and the files have the same; formulas are words there', async () => {
  const [vera, walt] = [visit(), visit()]
  await say(vera, '=HYPERLINK("x")')
  await say(walt, 'mine')

  const known = Known.parse((await vera.ask()).json())
  const file = KnownFile.parse((await vera.ask('/file.json')).json())
  const csv = await vera.ask('/file.csv')

  expect(known.groups.map(({ kind }) => kind)).toEqual(['said'])
  expect(known.groups[0]?.rows[0]?.facts).toMatchObject({ text: '=HYPERLINK("x")', name: 'Vera' })
  expect(file).toEqual({ viewerId: vera.viewerId, groups: known.groups.map(({ kind, rows }) => ({ kind, rows })) })
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="known-of-me.csv"')
  const [row]: Record<string, string>[] = parse(csv.text, { bom: true, columns: true })
  expect(row).toMatchObject({ kind: 'said', text: `'=HYPERLINK("x")` })
})

test('a consent is kept with its text’s version and language, once; withdrawn, what it allowed is over', async () => {
  const vera = visit()
  const asked = { viewerId: vera.viewerId, staffId: null, name: 'Vera' } as const
  await http.store.run(joinSharer, { ...asked, consent: '1', language: 'zh-Hant' })
  await http.store.run(joinSharer, { ...asked, consent: '2', language: 'en' })
  await http.store.run(joinSharer, { ...asked, consent: '2', language: 'en' })
  const read = async () => {
    const { consents } = Object((await vera.ask('/consents')).json())
    return OwnConsent.array().parse(consents)
  }
  const before = await read()
  expect(before.map(({ version, language }) => [version, language]).toSorted()).toEqual([
    ['1', 'zh-Hant'],
    ['2', 'en'],
  ])

  const foreign = await visit().ask('/consents/withdraw', { id: before[0]?.id })
  expect(foreign.status).toBe(200)
  expect((await read()).every(({ withdrawnAt }) => withdrawnAt === null)).toBe(true)
  for (const _ of [1, 2]) expect((await vera.ask('/consents/withdraw', { id: before[0]?.id })).status).toBe(200)

  expect((await read()).map(({ withdrawnAt }) => withdrawnAt)).toEqual([http.clock.now(), http.clock.now()])
  const again = await http.store.run(joinSharer, { ...asked, consent: '2' })
  expect(again).toMatchObject({ code: 'SHARER_OVER' })
})

test('whom staff end has taken nothing back', async () => {
  const nora = visit()
  const asked = { viewerId: nora.viewerId, staffId: null, name: 'Nora' } as const
  const joined = await http.store.run(joinSharer, { ...asked, consent: '2', language: 'en' })
  if (!joined.ok) throw new Error(joined.code)
  await http.store.run(endSharer, { sharerId: joined.value.id, by: StaffId.parse('owner') })

  const { consents } = Object((await nora.ask('/consents')).json())

  expect(OwnConsent.array().parse(consents)).toMatchObject([{ withdrawnAt: null }])
})

test('erased, the cookie stands for nobody, and nobody else lost anything', async () => {
  const [vera, walt] = [visit(), visit()]
  for (const who of [vera, walt]) await say(who, 'hello')

  expect((await vera.ask('/erase', {})).status).toBe(200)

  expect((await vera.ask()).json()).toMatchObject({ code: 'SESSION_OVER' })
  expect((await vera.ask('/erase', {})).status).toBe(401)
  expect(Known.parse((await walt.ask()).json()).groups).toHaveLength(1)
})

test('somebody who was nowhere yet can be erased, and one address may not ask without end', async () => {
  expect((await visit().ask('/erase', {})).status).toBe(200)
  const vera = visit()
  const many = await Promise.all(Array.from({ length: 14 }, () => vera.ask('/file.json')))

  expect(many.some(({ status }) => status === 429)).toBe(true)
  http.clock.advance(60_000)
  expect((await vera.ask('/file.json')).status).toBe(200)
})
