// 10,000 deliveries in both directions through a misbehaving shop, the server killed at every failpoint (budget: 5 minutes).
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSharedClock } from '../kit/clock.ts'
import { processEnvironment } from '../settings/config.ts'
import { createLedger } from '../ledger/createLedger.ts'
import { openSqlite } from '../app/openSqlite.ts'
import { randomAt } from '../ledger/proofs/model/crashRounds.ts'
import { createWebhookRecords } from './records/createWebhookRecords.ts'
import { createStore } from '../records/createStore.ts'
import { MORTAL_SHOW, type MortalOrders, PRICE_MINOR } from '../testing/mortalServer.ts'
import { postOnce, type Posted, postUntilTaken, startWildShop, type WildShop } from '../testing/wildShop.ts'
import { freePort, waitForOk } from '../testing/world.ts'
import { FAILPOINTS } from './failpoints.ts'

const HOLDS = 2500
/** Posted at once. */
const LANES = 24
const SERVER = fileURLToPath(new URL('../testing/mortalServer.ts', import.meta.url))
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const FOREIGN_SECRET = `whsec_${Buffer.alloc(32, 8).toString('base64')}`
const SCHEDULE = ['0s', '100ms', '200ms', '400ms', ...Array.from({ length: 26 }, () => '1s')].join()
const seed = Number(process.env['DELIVERIES_SEED'] ?? Date.now() % 1_000_000_000)

let dataDir: string
let port: number
let wild: WildShop
let child: ChildProcess | null = null
let turns = 0
const chance = () => randomAt(seed, ++turns, 1_000_000) / 1_000_000

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-deliveries-'))
  port = await freePort()
  wild = await startWildShop(SECRET, chance, 12)
})
afterAll(async () => {
  child?.kill('SIGKILL')
  wild.close()
  await rm(dataDir, { recursive: true, force: true })
})

const settings = () => ({
  PORT: String(port),
  HTTPS_PORT: 'off',
  HOST: '127.0.0.1',
  DATA_DIR: dataDir,
  SHOP_URL: 'https://shop.test',
  SHOP_WEBHOOK_SECRET: SECRET,
  STUDIO_WEBHOOK_URL: wild.url,
  STUDIO_WEBHOOK_SECRET: SECRET,
  WEBHOOK_ALLOWED_HOSTS: wild.host,
  WEBHOOK_TIMEOUT_SECONDS: '1',
  WEBHOOK_SCHEDULE: SCHEDULE,
  ANNOUNCED_ADDRESSES: '127.0.0.1',
  HOLD_MINUTES: '60',
  LOG_LEVEL: 'error',
})

/** Resolves with the signal that ended it. */
function run(orders: Omit<MortalOrders, 'holds'>): Promise<NodeJS.Signals | null> {
  const env = { ...processEnvironment(), ...settings() }
  const started = spawn(process.execPath, [SERVER, JSON.stringify({ ...orders, holds: HOLDS })], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  return new Promise((resolve) => started.once('exit', (_code, signal) => resolve(signal)))
}

/** Every hold is opened and paid; some pay another amount, some pay twice. */
function shopEvents(): Posted[] {
  return Array.from({ length: HOLDS }, (_, n) => {
    const holdId = `h${n}`
    const pay = (orderId: string, amountMinor = PRICE_MINOR): Posted['event'] => ({
      type: 'order.paid',
      data: { holdId, orderId, amountMinor, currency: 'EUR', items: [], at: Date.now() },
    })
    const opened = { id: `open-${n}`, event: { type: 'checkout.opened', data: { holdId } } }
    const paid = { id: `pay-${n}`, event: pay(`A-${n}`, differs(n) ? 1 : PRICE_MINOR) }
    return [opened, paid, ...(isTwice(n) ? [{ id: `twice-${n}`, event: pay(`B-${n}`) }] : [])]
  }).flat()
}

const differs = (n: number) => n % 100 === 3
const isTwice = (n: number) => n % 50 === 7
const to = () => `http://127.0.0.1:${port}/api/shop/events/demo`

/** Repeats some deliveries, and puts forged ones between them. */
async function postAll(events: Posted[]): Promise<void> {
  const queue = [...events]
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await postUntilTaken(to(), SECRET, next)
      if (chance() < 0.05) await postUntilTaken(to(), SECRET, next)
      if (chance() < 0.02) expect([401, null]).toContain(await postOnce(to(), FOREIGN_SECRET, next))
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** A hold is on disk before its hand-off exists, and so before a shop can tell of it. */
async function placeHolds(): Promise<void> {
  const ended = run({ dieAt: null, nth: 0 })
  const isFilled = new Promise((resolve) => child?.stdout?.once('data', () => resolve('filled')))
  expect(await Promise.race([isFilled, ended])).toBe('filled')
  child?.kill('SIGKILL')
  await ended
}

async function dieEverywhere(): Promise<void> {
  for (const [turn, dieAt] of FAILPOINTS.entries()) {
    expect(await run({ dieAt, nth: 1 + randomAt(seed, turn, 12) }), dieAt).toBe('SIGKILL')
  }
}

async function readEnd() {
  const database = await openSqlite({ file: join(dataDir, 'lantern.db'), clock: createSharedClock(Date.now()) })
  const { orders = [] } = (await createStore({ database, onChange: () => {} }).readRoomSince(MORTAL_SHOW, 0)).desk
  const drift = await createLedger({ database, onChange: () => {} }).check()
  const webhookRecords = createWebhookRecords(database)
  const matters = await webhookRecords.inbox.matters()
  const endpoints = await webhookRecords.relay.listEndpoints()
  await database.close()
  return { orders, drift, matters, endpoints }
}

test('none is lost and none doubled, whatever the shop does and wherever the server dies', async () => {
  const from = performance.now()
  await placeHolds()
  const posting = postAll(shopEvents())
  await dieEverywhere()
  const ended = run({ dieAt: null, nth: 0 })
  await waitForOk(`http://127.0.0.1:${port}/readyz`, 30_000)
  await posting
  const expected = HOLDS * 2 + 1
  await expect.poll(() => wild.told.size, { timeout: 120_000, interval: 200 }).toBe(expected)
  await expect
    .poll(async () => (await metric('lantern_webhooks_pending')) + (await metric('lantern_inbox_waiting')), {
      timeout: 60_000,
    })
    .toBe(0)
  child?.kill('SIGTERM')
  await ended

  const { orders, drift, matters, endpoints } = await readEnd()
  const doubled = [...wild.told].filter(([, ids]) => ids.size !== 1)
  expect(doubled, `seed ${seed}`).toEqual([])
  expect(drift).toEqual([])
  expect(matters).toEqual([])
  expect(endpoints).toMatchObject([{ pending: 0, failed: 0, held: 0 }])
  const own = orders.filter((order) => order.state === 'paid')
  expect(new Set(own.map((order) => order.holdId)).size).toBe(HOLDS)
  expect(own).toHaveLength(HOLDS)
  const numbers = Array.from({ length: HOLDS }, (_, n) => n)
  const second = orders.filter((order) => order.matter === 'second_payment')
  expect(second).toHaveLength(numbers.filter(isTwice).length)
  expect(orders.filter((order) => order.matter === 'amount_differs')).toHaveLength(numbers.filter(differs).length)
  const deeds = [...wild.deeds].map(([name, times]) => `${name} ${times}`).join(', ')
  console.log(
    `${HOLDS * 2 + second.length} in, ${expected} out, seed ${seed}, ${Math.round((performance.now() - from) / 1000)} s: ${deeds}`,
  )
})

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN)
}
