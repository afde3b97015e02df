// How soon a shop that posts its orders is answered: `npm run bench:inbox`, kept with `-- --full`. One shop with more and more posts at once.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type MortalOrders, PRICE_MINOR } from '@lantern/server/src/testing/mortalServer.ts'
import { type Posted, postOnce } from '@lantern/server/src/testing/wildShop.ts'
import { freePort, waitForOk } from '@lantern/server/src/testing/world.ts'
import { dateAndMachine, writeSection } from './results.ts'

const SERVER = fileURLToPath(new URL('../server/src/testing/mortalServer.ts', import.meta.url))
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const HOLDS_A_ROUND = 2000
const AT_ONCE = [1, 4, 16]
const ROUND_MS = 5000
/** So that a round's last orders are taken down before the next begins. */
const REST_MS = 3000
const GATE_MS = 200

interface Round {
  readonly atOnce: number
  readonly perSecond: number
  /** Of each answer, in order. */
  readonly ms: readonly number[]
}

async function startServer(dataDir: string, port: number): Promise<ChildProcess> {
  const orders: MortalOrders = { dieAt: null, nth: 0, holds: HOLDS_A_ROUND * AT_ONCE.length }
  const env = {
    ...process.env,
    PORT: String(port),
    HTTPS_PORT: 'off',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    SHOP_URL: 'https://shop.test',
    SHOP_WEBHOOK_SECRET: SECRET,
    ANNOUNCED_ADDRESSES: '127.0.0.1',
    HOLD_MINUTES: '60',
    LOG_LEVEL: 'error',
  }
  const child = spawn(process.execPath, [SERVER, JSON.stringify(orders)], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await waitForOk(`http://127.0.0.1:${port}/readyz`, 30_000)
  return child
}

/** A buyer arrives, and has paid. */
function newsOf(holdId: string): Posted[] {
  const paid = { holdId, orderId: `order-${holdId}`, amountMinor: PRICE_MINOR, currency: 'EUR', items: [] }
  return [
    { id: `open-${holdId}`, event: { type: 'checkout.opened', data: { holdId } } },
    { id: `pay-${holdId}`, event: { type: 'order.paid', data: { ...paid, at: Date.now() } } },
  ]
}

/** Answers how long that took, in ms. */
async function post(to: string, posted: Posted): Promise<number> {
  const from = performance.now()
  const status = await postOnce(to, SECRET, posted)
  if (status === null || status > 299) throw new Error(`${posted.id} was answered with ${status}`)
  return performance.now() - from
}

async function measure(to: string, atOnce: number, first: number): Promise<Round> {
  const started = performance.now()
  const ms: number[] = []
  let next = first
  const lane = async () => {
    while (performance.now() - started < ROUND_MS && next < first + HOLDS_A_ROUND) {
      for (const posted of newsOf(`h${next++}`)) ms.push(await post(to, posted))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  const perSecond = (ms.length * 1000) / (performance.now() - started)
  return { atOnce, perSecond, ms: ms.sort((a, b) => a - b) }
}

const at = ({ ms }: Round, part: number) => Math.round(ms[Math.floor(ms.length * part)] ?? Infinity)

function describeRun(rounds: readonly Round[]): string[] {
  const worst = Math.max(...rounds.map((round) => at(round, 0.99)))
  return [
    `\`npm run bench:inbox -- --full\` ${dateAndMachine()}; Node ${process.versions.node}. One server on SQLite and one shop on the same machine: for each hold that a buyer has arrived and that it is paid, signed, each sent as soon as one before it is answered. What is answered is on disk.`,
    '',
    '| posts at once | answered a second | p50 ms | p99 ms | longest ms |',
    '| --- | --- | --- | --- | --- |',
    ...rounds.map(
      (round) =>
        `| ${round.atOnce} | ${Math.round(round.perSecond)} | ${at(round, 0.5)} | ${at(round, 0.99)} | ${Math.round(round.ms.at(-1) ?? Infinity)} |`,
    ),
    '',
    `- ${worst < GATE_MS ? 'ok' : '**failed**'}: \`result inbox_p99_ms ${worst}\` (< ${GATE_MS})`,
  ]
}

async function run(): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lantern-inbox-'))
  const port = await freePort()
  const server = await startServer(dataDir, port)
  const rounds: Round[] = []
  for (const [nth, atOnce] of AT_ONCE.entries()) {
    rounds.push(await measure(`http://127.0.0.1:${port}/api/shop/events/demo`, atOnce, nth * HOLDS_A_ROUND))
    await pause(REST_MS)
  }
  server.kill('SIGKILL')
  await once(server, 'exit')
  await rm(dataDir, { recursive: true, force: true })
  const lines = describeRun(rounds)
  if (process.argv.includes('--full')) await writeSection('inbox', lines)
  console.log(lines.join('\n'))
  return rounds.every((round) => at(round, 0.99) < GATE_MS)
}

process.exitCode = (await run()) ? 0 : 1
