// Connecting a shop while two processes run: values kept sealed, the round trip with what it finds, and the change of shop.
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ShopConnections, TripStepId } from '@lantern/shared/contract/connections.ts'
import { HoldId, ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSharedClock, type SharedClock } from '../../kit/clock.ts'
import { openShop, sqlitePlace } from '../../ledger/proofs/testShop.ts'
import type { DatabasePlace, TestShop } from '../../ledger/proofs/testShop.ts'
import { createLog } from '../../ops/log.ts'
import { readConfig } from '../../settings/config.ts'
import { readConnection } from '../../settings/connection.ts'
import type { Checkout, HandedHold } from '../checkout.ts'
import { createConnectionRecords } from '../records/createConnectionRecords.ts'
import { createShopRecords } from '../records/createShopRecords.ts'
import type { Connections } from './connections.ts'
import { createConnections } from './createConnections.ts'
import { createLiveShops, type LiveShops } from './liveShops.ts'
import { createSecretKeys, KEY_FILE } from './secretKeys.ts'
import { createSwitchedCheckout } from './switchedCheckout.ts'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const VISIT = { origin: 'https://live.test', hostname: 'live.test', locale: 'en' } as const
const PROFILE = 'dev.ucp.shopping.permalink'

interface Process {
  readonly live: LiveShops
  readonly checkout: Checkout
  readonly connections: Connections
}

let place: DatabasePlace
let clock: SharedClock
let base: TestShop
let dataDir: string
let server: Server
let url: string
/** What the shop answers; and by how many seconds its clock is off. */
let answer: (path: string, res: ServerResponse) => void
let skewSeconds: number
let heard: { at: number | null; refusedBy: string | null }
let lines: string[]
let open: LiveShops[] = []
/** Of what is set up so far, also when the rest of it fails. */
const undo: (() => unknown)[] = []

const profile = () => ({
  ucp: { capabilities: { [PROFILE]: [{ version: '2026-08-25', config: { endpoint: `${url}/buy` } }] } },
})
const wellKnown = (path: string, res: ServerResponse) =>
  path === '/.well-known/ucp' ? res.end(JSON.stringify(profile())) : res.writeHead(303, { location: '/pay' }).end()

beforeEach(async () => {
  place = await sqlitePlace()
  undo.push(place.drop)
  clock = createSharedClock(Date.now())
  base = await openShop(place, { clock })
  undo.push(base.close)
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-connect-'))
  undo.push(() => rm(dataDir, { recursive: true }))
  server = createServer((req, res) => {
    res.setHeader('date', new Date(clock.now() + skewSeconds * 1000).toUTCString())
    answer(req.url?.split('?')[0] ?? '', res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  undo.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  ;[answer, skewSeconds, heard, lines, open] = [wellKnown, 0, { at: null, refusedBy: null }, [], []]
  const variant = { externalId: 'var_1', sku: 'CUP', title: null, priceMinor: 2000, stock: 10 }
  const cup = { id: ProductId.parse('cup'), externalId: 'prod_1', title: 'Cup', picture: null, variants: [variant] }
  const shopRecords = createShopRecords({ database: base.database, onChange: () => undefined })
  await shopRecords.importCatalogue({ currency: 'USD', products: [cup], isWhole: false })
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((live) => live.close()))
  for (const step of undo.splice(0).reverse()) await step()
})

const BY_SETTINGS = { SHOP_URL: 'https://shop.test', SHOP_WEBHOOK_SECRET: SECRET }

async function start(env: Record<string, string> = BY_SETTINGS, folder = dataDir): Promise<Process> {
  const outcome = readConfig({ ...env, DATA_DIR: folder, WEBHOOK_ALLOWED_HOSTS: new URL(url).host })
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  const { config } = outcome
  const records = createConnectionRecords(base.database, { onChange: () => undefined })
  const needs = {
    records,
    store: base.store,
    shopRecords: createShopRecords({ database: base.database, onChange: () => undefined }),
    keys: createSecretKeys(config),
    fixed: config,
    allowedHosts: config.webhookAllowedHosts,
    readSettings: readConnection,
    hasShows: () => Promise.resolve(true),
    hear: () => Promise.resolve(heard),
    baseUrl: 'https://live.test',
    clock: clock.now,
    log: createLog('debug', { write: (line) => void lines.push(line) }),
    onUse: () => undefined,
    everyMs: 20,
  }
  const live = await createLiveShops(needs)
  open.push(live)
  const checkout = createSwitchedCheckout({ live, records })
  return { live, checkout, connections: createConnections({ ...needs, live }) }
}

const holdOf = (id: string): HandedHold => ({
  id: HoldId.parse(id),
  showId: ShowId.parse('show'),
  viewerId: 'v',
  currency: 'USD',
  expiresAt: clock.now() + 600_000,
  via: null,
  items: [{ sku: 'CUP', quantity: 1, unitPriceMinor: 2000, payMinor: 2000, shopPriceMinor: 2000, externalId: 'var_1' }],
})
const linkOf = async ({ checkout }: Process, id: string) => JSON.stringify(await checkout.linkTo(holdOf(id), VISIT))
const kindIn = (board: ShopConnections, kind: 'ucp' | 'generic') => {
  const found = board.kinds.find((one) => one.kind === kind)
  if (found === undefined) throw new Error(`no ${kind}`)
  return found
}
const stepIn = (board: ShopConnections, id: TripStepId) => kindIn(board, 'ucp').trip.steps.find((one) => one.id === id)
const statesIn = (board: ShopConnections) =>
  kindIn(board, 'ucp')
    .trip.steps.map(({ state }) => state)
    .join()
const setUcp = ({ connections }: Process, more: Record<string, string> = {}) =>
  connections.setKeys({ kind: 'ucp', fields: { SHOP_URL: url, ...more } })

test('values are kept beside what is in use: secrets sealed, shown by their end, and in no line of the log', async () => {
  const one = await start()
  const kept = await setUcp(one, { SHOP_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 9).toString('base64')}` })

  const ucp = kept.ok ? kindIn(kept.value, 'ucp') : null
  expect(ucp).toMatchObject({ state: 'untried', hasDraft: true, eventsUrl: 'https://live.test/api/shop/events/ucp' })
  expect(ucp?.fields).toContainEqual(expect.objectContaining({ name: 'SHOP_URL', value: url, from: 'studio' }))
  const secret = expect.objectContaining({ name: 'SHOP_WEBHOOK_SECRET', value: null, tail: 'CQk=', isSet: true })
  expect(ucp?.fields).toContainEqual(secret)
  expect(kept.ok && kept.value).toMatchObject({ inUse: 'generic', from: 'environment', lockedBy: null })
  const rows = JSON.stringify(await createConnectionRecords(base.database, { onChange: () => undefined }).list())
  for (const text of [rows, lines.join(), JSON.stringify(kept)]) expect(text).not.toContain('CQkJCQkJ')
  expect(await linkOf(one, 'a')).toContain('https://shop.test/handoff')
})

test('a secret that nobody has to think of is made once, and stays over further values', async () => {
  const one = await start()
  const tailIn = (board: Awaited<ReturnType<typeof setUcp>>) =>
    board.ok ? kindIn(board.value, 'ucp').fields.find(({ name }) => name === 'SHOP_WEBHOOK_SECRET')?.tail : null
  const made = tailIn(await setUcp(one))

  expect(made).toMatch(/^.{4}$/)
  expect(tailIn(await setUcp(one, { UCP_ENDPOINT_HOST: 'pay.example' }))).toBe(made)
  const recipe = await one.connections.recipe('ucp')
  expect(recipe.ok && recipe.value.rows.find(({ name }) => name === 'secret')?.value.endsWith(made ?? '?')).toBe(true)
})

test('what is wrong with a value is said before anything is kept', async () => {
  const { connections } = await start()
  const set = (kind: 'ucp' | 'generic' | 'medusa', fields: object) => connections.setKeys({ kind, fields })

  expect(await set('ucp', { SHOP_URL: 'http://10.0.0.1' })).toMatchObject({ code: 'URL_NOT_ALLOWED' })
  expect(await set('ucp', { SHOP_URL: 'shop' })).toMatchObject({ code: 'URL_NOT_ALLOWED' })
  expect(await set('ucp', { SHOP_URL: url, SHOP_WEBHOOK_SECRET: 'short' })).toMatchObject({
    code: 'VALUE_REFUSED',
    detail: { field: 'SHOP_WEBHOOK_SECRET', wants: expect.stringContaining('whsec_') },
  })
  expect(await set('ucp', { MEDUSA_URL: url })).toMatchObject({ code: 'VALUE_REFUSED' })
  expect(await set('generic', { SHOP_URL: url })).toMatchObject({
    code: 'SET_BY_ENVIRONMENT',
    detail: { variable: 'SHOP_URL' },
  })
  expect((await connections.read()).kinds.filter(({ hasDraft }) => hasDraft)).toEqual([])
})

test('the round trip waits for the shop’s message, and then every process sells by the new shop', async () => {
  const [one, other] = [await start(), await start()]
  await linkOf(other, 'before')
  await setUcp(one)
  const ran = await one.connections.runTrip('ucp')
  const early = await one.connections.use('ucp')
  heard = { at: clock.now(), refusedBy: null }

  const used = await one.connections.use('ucp')

  expect(statesIn(ran)).toBe('passed,passed,passed,waiting,cannot,cannot')
  expect(stepIn(ran, 'opens_checkout')?.figures.link).toMatch(new RegExp(`^${url}/buy/var_1:1`))
  expect(kindIn(ran, 'ucp').state).toBe('waiting')
  expect(early).toMatchObject({ code: 'TRIP_NOT_PASSED', detail: { steps: 'told_of_order' } })
  expect(used.ok && used.value).toMatchObject({ inUse: 'ucp', from: 'studio' })
  expect(await linkOf(one, 'a')).toContain(`${url}/buy/`)
  await expect.poll(() => other.live.current()?.kind).toBe('ucp')
  expect(await linkOf(other, 'b')).toContain(`${url}/buy/`)
  expect(other.checkout.answers.price).toBe('none')
  const shops = other.live.all().map(({ kind, state }) => `${kind} ${state}`)
  expect(shops, 'what the former handed out is still its own').toEqual(['ucp in_use', 'generic former'])
})

test.each<[string, TripStepId, () => void, object]>([
  [
    'a shop that is down',
    'reads_products',
    () => (answer = (_p, res) => res.writeHead(503).end()),
    { problem: 'shop_silent' },
  ],
  [
    'a server that is no such shop',
    'reads_products',
    () => (answer = (_p, res) => res.writeHead(404).end()),
    { problem: 'not_this_shop' },
  ],
  [
    'keys that were revoked',
    'reads_products',
    () => (answer = (_p, res) => res.writeHead(401).end()),
    { problem: 'keys_refused' },
  ],
  ['a clock that is off', 'told_of_order', () => (skewSeconds = 60), { state: 'failed', problem: 'clock_off' }],
  [
    'a message that was refused',
    'told_of_order',
    () => (heard = { at: null, refusedBy: 'stale' }),
    { state: 'to_do', problem: 'message_refused', detail: { reason: 'stale' } },
  ],
  [
    'a checkout that is not there',
    'opens_checkout',
    () => (answer = (path, res) => (path.startsWith('/buy') ? res.writeHead(404).end() : wellKnown(path, res))),
    { state: 'failed', problem: 'no_route' },
  ],
])('%s is found', async (...[, step, spoil, found]) => {
  const one = await start()
  spoil()
  await setUcp(one)
  const ran = await one.connections.runTrip('ucp')

  expect(stepIn(ran, step)).toMatchObject(found)
  expect(await one.connections.use('ucp')).toMatchObject({ code: 'TRIP_NOT_PASSED' })
  expect(await linkOf(one, 'a')).toContain('https://shop.test/handoff')
})

test('a kind that the environment fixes is not changed in the studio', async () => {
  const one = await start({ ...BY_SETTINGS, SHOP_KIND: 'generic' })
  await setUcp(one)
  heard = { at: clock.now(), refusedBy: null }
  const ran = await one.connections.runTrip('ucp')

  expect(ran.lockedBy).toBe('SHOP_KIND')
  expect(await one.connections.use('ucp')).toMatchObject({
    code: 'SET_BY_ENVIRONMENT',
    detail: { variable: 'SHOP_KIND' },
  })
})

test('a server without any shop starts, says so, and sells once one is connected', async () => {
  const one = await start({ SHOP_NAME: 'Willow' })
  const before = await one.connections.read()
  const refused = await linkOf(one, 'a')
  await setUcp(one)
  heard = { at: clock.now(), refusedBy: null }
  await one.connections.runTrip('ucp')
  await one.connections.use('ucp')

  expect(before).toMatchObject({ inUse: null, from: null })
  expect(refused).toContain('SHOP_REFUSED')
  expect(await linkOf(one, 'b')).toContain(`${url}/buy/`)
})

test('without its key, or with another, nothing is sold by it and nothing is lost; put back, all goes on', async () => {
  const one = await start()
  await setUcp(one)
  heard = { at: clock.now(), refusedBy: null }
  await one.connections.runTrip('ucp')
  await one.connections.use('ucp')
  const [file, aside] = [join(dataDir, KEY_FILE), join(dataDir, 'aside')]
  await rename(file, aside)
  const late = await start()
  const missing = await late.connections.read()
  const refused = await linkOf(late, 'a')
  const tried = await setUcp(late, { UCP_ENDPOINT_HOST: 'pay.example' })
  const elsewhere = await mkdtemp(join(tmpdir(), 'lantern-other-'))
  await createSecretKeys({ dataDir: elsewhere, secretsKeys: null }).boxOrNew()
  const wrong = await (await start(BY_SETTINGS, elsewhere)).connections.read()
  await rename(aside, file)

  expect([missing.keyProblem, wrong.keyProblem]).toEqual(['missing', 'wrong'])
  expect(refused).toContain('SHOP_REFUSED')
  expect(tried).toMatchObject({ code: 'SECRETS_KEY_MISSING' })
  await expect.poll(() => late.live.keyProblem()).toBeNull()
  expect(await linkOf(late, 'a')).toContain(`${url}/buy/`)
  expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(1)
  await rm(elsewhere, { recursive: true })
})
