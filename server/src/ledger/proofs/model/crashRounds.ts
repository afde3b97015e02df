// Storms that are killed: starts one, ends it at a random moment, and compares what it had promised with what is stored.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import { createSharedClock } from '../../../kit/clock.ts'
import { aHold, openShop, SHOW } from '../testShop.ts'
import type { DatabasePlace, TestShop } from '../testShop.ts'

/** What a storm prints: an answer that a viewer had. */
export interface Acknowledged {
  /** `wait`: a place in line of viewer `id`. */
  readonly kind: 'hold' | 'wait'
  readonly id: string
  readonly offerId: OfferId
  /** As it was first asked for. */
  readonly units: number
  readonly version: number
  /** Length of SQLite's log when it was answered; 0 elsewhere. */
  readonly walBytes: number
}

/** Plenty of two offers, few of the third. */
export const STORM_STOCK = { cup: 900_000, small: 900_000, large: 300 }
const STORM = fileURLToPath(new URL('../crashStorm.ts', import.meta.url))

/** A random number below `below`, the same for the same seed and turn. */
export function randomAt(seed: number, turn: number, below: number): number {
  let x = (seed ^ Math.imul(turn + 1, 0x9e3779b1)) >>> 0
  for (const shift of [16, 13, 16]) x = Math.imul(x ^ (x >>> shift), 0x45d9f3b) >>> 0
  return x % below
}

export interface Storm {
  /** File or url. */
  readonly at: string
  readonly round: number
  /** After so many answers; Infinity: when it is over. */
  readonly killAfter: number
  /** Called then, before the storm's own process is killed. */
  readonly strike?: () => Promise<void>
}

/** Runs the storm and kills it; answers everything it had promised by then. */
export async function killInStorm({ at, round, killAfter, strike }: Storm): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [STORM, at, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const promised: Acknowledged[] = []
  let striking: Promise<void> | null = null
  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) {
    const told: Acknowledged | 'over' = parse(line)
    if (told !== 'over') promised.push(told)
    if (told === 'over' || promised.length >= killAfter) striking ??= kill(child, strike)
  }
  await striking
  return promised
}

async function kill(child: ChildProcess, strike: Storm['strike']): Promise<void> {
  await strike?.()
  child.kill('SIGKILL')
}

/** A line that the kill has cut off was not told to anybody. */
function parse(line: string): Acknowledged | 'over' {
  return JSON.parse(line)
}

/** Opens the database after the crash: what was promised is there, nothing drifts, and granted ids answer the same. */
export async function expectKept(place: DatabasePlace, promised: readonly Acknowledged[]): Promise<void> {
  const shop = await openShop(place, { clock: createSharedClock(Date.now()) })
  try {
    assert.deepEqual(await shop.ledger.check(), [])
    await expectStored(shop, promised)
    await expectSameAnswers(shop, promised)
  } finally {
    await shop.close()
  }
}

async function expectStored({ store }: TestShop, promised: readonly Acknowledged[]): Promise<void> {
  const { desk, inner } = await store.readRoomSince(SHOW, 0)
  const { holds = [] } = desk
  const { line: waits = [] } = inner
  const versions = new Map<string, number>(holds.map((hold) => [hold.id, hold.version]))
  const inLine = new Set<string>(waits.map((wait) => wait.viewerId))
  const lost = promised.filter(({ kind, id, version }) =>
    kind === 'wait' ? !inLine.has(id) : (versions.get(id) ?? -1) < version,
  )
  assert.deepEqual(lost, [], 'promised and lost')
}

async function expectSameAnswers({ ledger }: TestShop, promised: readonly Acknowledged[]): Promise<void> {
  const holds = new Map(promised.filter(({ kind }) => kind === 'hold').map((each) => [each.id, each]))
  const again = [...holds.values()].map(async ({ id, offerId, units, version }) => {
    const outcome = await ledger.place(aHold(id, `v${id}`, [[offerId, units]]))
    return outcome.ok && outcome.value.version >= version ? [] : [{ id, outcome }]
  })
  assert.deepEqual((await Promise.all(again)).flat(), [], 'granted once, answered otherwise later')
}
