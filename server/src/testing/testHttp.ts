// The web server alone for its tests: real SQLite, real HTTP on a free port, a clock that the test sets.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import { createCheckout } from '../shops/createCheckout.ts'
import { createConnections } from '../shops/connect/createConnections.ts'
import { createLiveShops } from '../shops/connect/liveShops.ts'
import { createSecretKeys } from '../shops/connect/secretKeys.ts'
import { createConnectionRecords } from '../shops/records/createConnectionRecords.ts'
import type { ConnectionRecords } from '../shops/records/connectionRecords.ts'
import { readConnection } from '../settings/connection.ts'
import { createShopAdmin } from '../shops/shopAdmin.ts'
import { createSharedClock, type SharedClock } from '../kit/clock.ts'
import { type Config, readConfig } from '../settings/config.ts'
import { createHttp, type Web } from '../http/http.ts'
import { startListeners } from '../http/listen.ts'
import { createIdentity, type Identity } from '../identity/identity.ts'
import { createLedger } from '../ledger/createLedger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openSqlite } from '../app/openSqlite.ts'
import { createLog, type Log } from '../ops/log.ts'
import { openWebhooks } from '../app/openWebhooks.ts'
import { writeBlankSqlite } from './blankSqlite.ts'
import { createWebhookRecords } from '../webhooks/records/createWebhookRecords.ts'
import { createSharerBook, type SharerBook } from '../features/commission/sharerBook.ts'
import { createCounterBook } from '../features/counter/counterBook.ts'
import { createGroupBook, type GroupBook } from '../features/groups/groupBook.ts'
import { createMemberBook } from '../features/members/memberBook.ts'
import { createShareLinks, type ShareLinks } from '../features/links/shareLinks.ts'
import { createKnownBook } from '../records/knownBook.ts'
import { createStore } from '../records/createStore.ts'
import type { WebhookRecords } from '../webhooks/records/webhookRecords.ts'
import { createShopRecords } from '../shops/records/createShopRecords.ts'
import type { ShopRecords } from '../shops/records/shopRecords.ts'
import type { Store } from '../records/store.ts'

export const TEST_SECRET = `whsec_${randomBytes(32).toString('base64')}`
export const TEST_SHOW = ShowId.parse('autumn')
export const TEST_TITLE = `"Autumn" <script>alert(1)</script> & $& market`

export interface TestRecords {
  readonly store: Store
  readonly ledger: Ledger
  readonly webhookRecords: WebhookRecords
  readonly clock: SharedClock
  readonly shop: ShopRecords
  readonly connectionRecords: ConnectionRecords
  readonly dataDir: string
  close(): Promise<void>
}

/** Store and ledger on a new SQLite file with one product of one variant (500 in stock at 10.00) and one show. */
export async function openTestRecords(): Promise<TestRecords> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lantern-http-'))
  const clock = createSharedClock(Date.now())
  const file = join(dataDir, 'lantern.db')
  await writeBlankSqlite(file)
  const database = await openSqlite({ file, clock })
  const store = createStore({ database, onChange: () => undefined })
  const ledger = createLedger({ database, onChange: () => undefined })
  const variants = [{ sku: 'CUP', title: null, priceMinor: 1000, stock: 500 }]
  const cup = { id: ProductId.parse('cup'), title: { en: 'Cup "<b>"' }, picture: '/pictures/cup.svg', variants }
  await store.saveCatalogue('CNY', [cup])
  await store.createShow({ id: TEST_SHOW, title: { en: TEST_TITLE }, startsAt: clock.now() })
  const close = async () => {
    await ledger.close()
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  const shop = createShopRecords({ database, onChange: () => undefined })
  const connectionRecords = createConnectionRecords(database, { onChange: () => undefined })
  return {
    store,
    ledger,
    webhookRecords: createWebhookRecords(database),
    shop,
    connectionRecords,
    clock,
    dataDir,
    close,
  }
}

export interface TestHttp extends TestRecords {
  readonly routes: Web['routes']
  readonly url: string
  readonly secureUrl: string
  readonly identity: Identity
  readonly links: ShareLinks
  readonly groups: GroupBook
  readonly sharers: SharerBook
  readonly config: Config
  readonly arrivals: string[]
  readonly logged: string[]
}

function configOf(env: Record<string, string>): Config {
  const outcome = readConfig(env)
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  return outcome.config
}

async function buildPages(dataDir: string) {
  const pagesDir = { viewer: join(dataDir, 'viewer'), studio: join(dataDir, 'studio') }
  for (const dir of Object.values(pagesDir)) {
    await mkdir(join(dir, 'assets'), { recursive: true })
    await writeFile(join(dir, 'index.html'), '<html><head><title>Lantern</title></head><body></body></html>')
    await writeFile(join(dir, 'assets', 'main-abc.js'), 'true')
  }
  await mkdir(join(dataDir, 'pictures'), { recursive: true })
  await writeFile(join(dataDir, 'pictures', 'cup.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  return pagesDir
}

async function openConnections(records: TestRecords, { config, log }: { config: Config; log: Log }) {
  const needs = {
    store: records.store,
    clock: records.clock.now,
    log,
    fixed: config,
    records: records.connectionRecords,
    shopRecords: records.shop,
    keys: createSecretKeys(config),
    allowedHosts: config.webhookAllowedHosts,
    readSettings: readConnection,
    hasShows: () => Promise.resolve(true),
    hear: () => Promise.resolve({ at: null, refusedBy: null }),
    baseUrl: 'https://live.test',
    onUse: () => undefined,
  }
  const live = await createLiveShops(needs)
  return { live, connections: createConnections({ ...needs, live }) }
}

/** What a shop says of its shelf means nothing here. */
const DEAF = { takeStock: () => Promise.resolve(false), takeCatalogue: () => Promise.resolve(false) }

const WELL = {
  doctor: () => Promise.resolve({ findings: [] }),
  notReady: () => Promise.resolve([]),
  notes: () => Promise.resolve([]),
  metricsText: () => Promise.resolve('up 1\n'),
}

function needsOf({ store, clock }: TestRecords, config: Config) {
  const needs = { store, clock: clock.now, config }
  return {
    ...needs,
    groups: createGroupBook(needs),
    members: createMemberBook(needs),
    sharers: createSharerBook(needs),
    counter: createCounterBook(needs),
  }
}

/** What is said, line by line. */
function createHeardLog() {
  const logged: string[] = []
  return { logged, log: createLog('info', { write: (line) => void logged.push(line) }) }
}

/** What webhooks need beside what all need. */
function aroundOf({ ledger, webhookRecords }: TestRecords, { config, log }: { config: Config; log: Log }) {
  return {
    webhookRecords,
    ledger,
    log,
    metrics: { countArrival: () => undefined, countAttempt: () => undefined },
    changes: { listen: () => undefined },
    options: {},
    ...DEAF,
    isEndpoint: (id: string) => id === config.shopEndpointId,
  }
}

function testConfig(dataDir: string, env: Record<string, string>): Config {
  const fixed = { PORT: '0', HTTPS_PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ANNOUNCED_ADDRESSES: '127.0.0.1' }
  return configOf({ ...fixed, DEMO: '1', SHOP_WEBHOOK_SECRET: TEST_SECRET, ...env })
}

/** Demo mode unless `env` says otherwise; both schemes listen. */
export async function startTestHttp(env: Record<string, string> = {}): Promise<TestHttp> {
  const records = await openTestRecords()
  const { store, ledger, clock, dataDir } = records
  const config = testConfig(dataDir, env)
  const needs = needsOf(records, config)
  const identity = await createIdentity(needs)
  const arrivals: string[] = []
  const { logged, log } = createHeardLog()
  const links = createShareLinks({ store, log, clock: clock.now })
  const { live, connections } = await openConnections(records, { config, log })
  const around = { ...needs, ...aroundOf(records, { config, log }) }
  const { checkout, webhooks } = await openWebhooks(around, await createCheckout(needs))
  const { handle, routes } = createHttp({
    ...needs,
    identity,
    ledger,
    checkout,
    webhooks,
    shopAdmin: createShopAdmin({ checkout, records: records.shop, ledger, hosts: () => [], config, clock: clock.now }),
    connections,
    links,
    known: createKnownBook({ store, clock: clock.now, onErased: async () => void (await identity.readRevoked()) }),
    log,
    ...WELL,
    onWebhook: (result) => void arrivals.push(result),
    pagesDir: await buildPages(dataDir),
  })
  const listeners = await startListeners(handle, config)
  const close = async () => {
    await listeners.close()
    await webhooks.close()
    await links.close()
    await live.close()
    await records.close()
  }
  return {
    ...records,
    routes,
    url: `http://127.0.0.1:${listeners.port}`,
    secureUrl: `https://127.0.0.1:${listeners.httpsPort}`,
    identity,
    links,
    groups: needs.groups,
    sharers: needs.sharers,
    config,
    arrivals,
    logged,
    close,
  }
}
