// Step prices whose process is killed between a step that was reached and the money that goes back: it goes back once, to the last unit.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { MakeActivity } from '../../../activities/activities.ts'
import { createSharedClock } from '../../../kit/clock.ts'
import { aStepPrice, room } from '../openedPrices/stepShow.ts'
import { aHold, CUP, type DatabasePlace, openShop, opened, START_AT } from '../testShop.ts'

/** What the process is about to do, or has just been answered. */
export type Moment = 'paying' | 'paid' | 'closing' | 'closed' | 'sweeping' | 'swept' | 'telling' | 'told'

/** It dies at the nth such moment, or so many ms later. */
export interface Death {
  readonly at: Moment
  readonly nth: number
  readonly afterMs: number
}

export interface StepOrders {
  /** File or url. */
  readonly at: string
  /** What its clock says. */
  readonly now: number
  /** The file in which the shop keeps what it was told to keep of each order. */
  readonly shop: string
  readonly dies: Death | null
}

export const BUYERS = Array.from({ length: 12 }, (_, n) => `v${n}`)
const PAID_MINOR = 2000
const LAST_MINOR = 1500
/** Longer than an order that was being told is kept for whoever was telling it. */
const LEASE_MS = 200_000
const CHILD = fileURLToPath(new URL('../crashSteps.ts', import.meta.url))

interface Kill extends Omit<Death, 'afterMs'> {
  /** Later by less than so many ms: that much is left to do. */
  readonly withinMs: number
}

/** In the order of its life, since each goes on where the one before died. */
const KILLS: readonly Kill[] = [
  { at: 'paying', nth: 5, withinMs: 6 },
  { at: 'paid', nth: 10, withinMs: 1 },
  { at: 'closing', nth: 1, withinMs: 6 },
  { at: 'closed', nth: 1, withinMs: 1 },
  { at: 'sweeping', nth: 1, withinMs: 6 },
  { at: 'sweeping', nth: 2, withinMs: 6 },
  { at: 'swept', nth: 2, withinMs: 1 },
  { at: 'telling', nth: 1, withinMs: 2 },
  { at: 'telling', nth: 3, withinMs: 2 },
  { at: 'told', nth: 1, withinMs: 1 },
  { at: 'told', nth: 3, withinMs: 1 },
]

const steps = (): MakeActivity =>
  aStepPrice({
    config: {
      productId: CUP,
      steps: [
        { buyers: 4, priceMinor: 1800 },
        { buyers: 9, priceMinor: LAST_MINOR },
      ],
    },
  })

interface Crashing {
  readonly place: DatabasePlace
  /** File or url. */
  readonly at: string
  /** A number below `below`, of each kill another one: some of them fall into a commit. */
  readonly random: (kill: number, below: number) => number
}

export async function expectGivenBackOnce({ place, at, random }: Crashing): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-steps-'))
  const shop = join(folder, 'told')
  await allOnTheirWay(place)
  let now = START_AT
  for (const [kill, { withinMs, ...death }] of KILLS.entries()) {
    await run({ at, now, shop, dies: { ...death, afterMs: random(kill, withinMs) } })
    // Nobody's hold runs out before they have paid.
    if (death.at !== 'paying' && death.at !== 'paid') now += LEASE_MS
  }
  await run({ at, now, shop, dies: null })
  await expectGiven({ place, now, shop })
  await rm(folder, { recursive: true })
}

/** Handed off at the full price. */
async function allOnTheirWay(place: DatabasePlace): Promise<void> {
  const shop = await openShop(place, { stock: { cup: BUYERS.length, small: 1, large: 1 } })
  await shop.ledger.makeActivity(steps())
  for (const name of BUYERS) {
    await shop.ledger.place(aHold(`h-${name}`, name, [[shop.offers.cup, 1]]))
    await shop.ledger.report(opened(`h-${name}`))
  }
  await shop.close()
}

/** Until it has died, or has done all there is; throws where it should have died and had not. */
async function run(orders: StepOrders): Promise<void> {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'over') child.kill('SIGTERM')
  }
  const [, signal] = await exited
  const { dies } = orders
  assert.equal(signal, dies === null ? 'SIGTERM' : 'SIGKILL', `it was over before ${JSON.stringify(dies)}`)
}

interface Given {
  readonly place: DatabasePlace
  readonly now: number
  readonly shop: string
}

async function expectGiven({ place, now, shop: file }: Given): Promise<void> {
  const shop = await openShop(place, { clock: createSharedClock(now) })
  try {
    const { desk } = await room(shop)
    assert.deepEqual(
      desk.orders.map(({ refund, askedMinor }) => [refund, askedMinor]),
      BUYERS.map(() => ['told', PAID_MINOR - LAST_MINOR]),
    )
    const sumMinor = BUYERS.length * (PAID_MINOR - LAST_MINOR)
    const [given, ...others] = desk.stepRefunds
    assert.deepEqual(
      { ...given, others },
      { ...given, others: [], waiting: 0, due: 0, done: BUYERS.length, byHand: 0, sumMinor },
    )
    await expectTold(file)
    assert.deepEqual(await shop.ledger.check(), [])
  } finally {
    await shop.close()
  }
}

/** Whoever died while telling tells again: the shop keeps the same, and so gives nothing twice. */
async function expectTold(file: string): Promise<void> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  const told = BUYERS.map((name) => `o-${name} ${LAST_MINOR}`)
  assert.deepEqual([...new Set(lines)].toSorted(), told.toSorted())
  assert.ok(lines.length > told.length, 'nobody died while the shop was told')
}
