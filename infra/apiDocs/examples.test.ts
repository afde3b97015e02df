// The programs in infra/docs/api/README.md do what the page says of them, against a real server.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { PROTOCOL } from '@lantern/shared/contract/handshake.ts'
import { HoldId, StaffId } from '@lantern/shared/contract/ids.ts'
import { LAMP_PRICE, startTestApp, type TestApp, TEST_SHOW } from '@lantern/server/src/testing/startTestApp.ts'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FOLDER } from './write.ts'

/** Within the repository, so that the packages they import are found. */
const CACHE = fileURLToPath(new URL('../../.cache/', import.meta.url))
const secretOf = (text: string) => `whsec_${Buffer.from(text.padEnd(32, '.')).toString('base64')}`
const SECRET = secretOf('what both know')
const OTHER_SECRET = secretOf('a guess')

let app: TestApp
let folder: string
const running: ChildProcess[] = []

beforeAll(async () => {
  app = await startTestApp({ env: { SHOP_WEBHOOK_SECRET: SECRET } })
  await app.store.goLive(TEST_SHOW, StaffId.parse('owner'))
  await mkdir(CACHE, { recursive: true })
  folder = await mkdtemp(join(CACHE, 'examples-'))
  const page = await readFile(`${FOLDER}README.md`, 'utf8')
  for (const [, name, code] of page.matchAll(/```js name=(\w+)\n([\s\S]*?)```/g))
    await writeFile(join(folder, `${name}.mjs`), code ?? '')
})
afterAll(async () => {
  for (const child of running) child.kill()
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

function start(name: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(folder, `${name}.mjs`), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  return createInterface({ input: child.stdout })
}

async function run(name: string, ...args: string[]): Promise<string[]> {
  const lines: string[] = []
  for await (const line of start(name, ...args)) lines.push(line)
  return lines
}

it('a viewer joins, holds a unit, is told, and gives it back', async () => {
  const lines = await run('viewer', app.url, TEST_SHOW)

  expect(lines[0]).toBe('joined Test show: 3 offers')
  expect(lines).toContainEqual(expect.stringMatching(/^held until 2\d{3}-.*Z, pay at http.*\/c\/h_/))
  expect(lines.at(-1)).toBe('now released')
})

it('a shop’s order reaches the hold that it names', async () => {
  const holdId = HoldId.parse('h_of-an-order')
  const { viewer } = app.identity.issueViewer(undefined, { secure: false, via: null })
  const offer = (await app.store.readRoom(TEST_SHOW))?.room.offers.find(({ priceMinor }) => priceMinor === LAMP_PRICE)
  if (offer === undefined) throw new Error('no lamp')
  const who = { viewerId: viewer.viewerId, viewerName: 'Otter 1', via: null, source: null }
  const lines = [{ offerId: offer.id, quantity: 1 }]
  expect((await app.ledger.place({ ...who, holdId, showId: TEST_SHOW, lines })).ok).toBe(true)

  expect(await run('shop', app.url, 'demo', SECRET, holdId)).toEqual(['202 {"ok":true,"value":{"taken":true}}'])
  expect(await run('shop', app.url, 'demo', OTHER_SECRET, holdId)).toEqual([
    expect.stringMatching(/^401 .*BAD_SIGNATURE/),
  ])

  await expect.poll(async () => (await app.ledger.findForHandoff(holdId))?.state).toBe('paid')
})

it('a receiver takes what is signed, once, and nothing else', async () => {
  const heard = start('receiver', SECRET, '0')[Symbol.asyncIterator]()
  const port = /\d+$/.exec(String((await heard.next()).value))?.[0]
  const body = JSON.stringify({
    type: 'show.started',
    timestamp: new Date().toISOString(),
    data: { showId: 'a-show', at: 1 },
  })
  const post = async (id: string, secret: string) => {
    const at = new Date()
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    }
    return (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })).status
  }

  expect([await post('1', OTHER_SECRET), await post('1', SECRET), await post('1', SECRET)]).toEqual([401, 204, 204])
  expect(await post('2', SECRET)).toBe(204)
  expect([(await heard.next()).value, (await heard.next()).value]).toEqual([
    'show.started a-show',
    'show.started a-show',
  ])
})

it('the page names the protocol of today', async () => {
  expect(await readFile(`${FOLDER}README.md`, 'utf8')).toContain(`protocol: ${PROTOCOL} }`)
})
