// The Ledger over any Database: every change travels in one queue of batches.
import { randomBytes } from 'node:crypto'
import { type Refusal, refuse } from '@lantern/shared/contract/refusals.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { refuseFailure } from '../domain/failures.ts'
import type { Database } from '../database/database.ts'
import { createQueue } from './batch.ts'
import type { Queue, QueueOptions } from './batch.ts'
import type { Book } from './books/book.ts'
import { BOOKS } from './books/books.ts'
import { createCheckLedger } from './jobs/check.ts'
import { createCommitBatch } from './jobs/commitBatch.ts'
import { findProgress } from '../activities/progress.ts'
import { countOpenHolds, countWaiting, findForHandoff } from './jobs/reads.ts'
import type { Ledger } from './ledger.ts'
import { createSharing, type Sharing } from './sharedStocks.ts'
import type { InputOf, LedgerPolicy, ViewersOf } from './requests.ts'
import type {
  EnterActivity,
  EnterOutcome,
  MakeActivity,
  MoveActivity,
  PlanActivity,
  SetFront,
} from '../activities/activities.ts'
import type { Redrawing, SettleDraw } from '../activities/seals/seals.ts'
import { KINDS } from '../activities/kinds.ts'
import type { Beacon } from '../activities/seals/beacon.ts'
import type { BrokenRules } from '../activities/kind.ts'

export interface LedgerOptions {
  readonly database: Database
  /** Called after each commit that changed these shows. */
  readonly onChange: (showIds: ReadonlySet<ShowId>) => void
  readonly policy?: Partial<LedgerPolicy>
  /** Those of the database's own jobs (jobTable.ts), which is the default. */
  readonly books?: readonly Book[]
  /** Answers with so many random bytes in hex that nobody can guess; unless told, the machine's. */
  readonly random?: (bytes: number) => string
  /** Where public random numbers come from; unless told, there are none. */
  readonly beacon?: Pick<Beacon, 'chainNow' | 'look'>
  /** How many people the rooms of this process show; unless told, nobody knows. */
  readonly viewersNow?: () => readonly ViewersOf[]
  /** Whether the shop can be told a price now; unless told, it can. */
  readonly carriesPriceNow?: () => boolean
  readonly onRefused?: QueueOptions['onRefused']
  /** Told at every sweep of the activities that wait for rules which fail. */
  readonly onBroken?: (broken: readonly BrokenRules[]) => void
}

export const LEDGER_POLICY: LedgerPolicy = {
  payingMs: 300_000,
  saleGraceMs: 1000,
  waitedMs: 120_000,
  coolDownMs: 300_000,
  lapsesPerViewer: 3,
  lapsesPerSource: 300,
  releasesPerViewer: 10,
  crowd: { percent: 20, atLeast: 5, entries: 50 },
  chain: null,
  carriesPrice: true,
}

/** Holds waiting beyond this are sent away: they would be answered too late to matter. */
const MAX_WAITING = 20_000
const RETRY_AFTER_MS = 1000
/** Activities whose time has come that are moved on beside the holds that wait for a price. */
const GOING_ON = 10

const randomHex = (bytes: number) => randomBytes(bytes).toString('hex')
const SEED_BYTES = 32
const ENTRY_BYTES = 16

export function createLedger({ policy, books = BOOKS, onBroken, random, beacon, ...options }: LedgerOptions): Ledger {
  const { viewersNow = () => [], carriesPriceNow = () => true } = options
  const standing = (limit: number) => ({ limit, viewers: viewersNow(), carriesPrice: carriesPriceNow() })
  const { database } = options
  const commitBatch = createCommitBatch(books)
  const checkLedger = createCheckLedger(books)
  const chain = beacon ? () => beacon.chainNow() : () => null
  const policyNow = () => ({ ...LEDGER_POLICY, ...policy, chain: chain(), carriesPrice: carriesPriceNow() })
  const goOn = createGoOn(() => queue.add({ kind: 'moveDue', input: { ...standing(GOING_ON), viewers: [] } }))
  const queue: Queue = createQueue({ ...options, policyNow, commitBatch, onBehind: goOn })

  /** Of what very many send at once. */
  async function rush<Reply>(add: () => Promise<Reply>): Promise<Reply | Refusal<'TRY_AGAIN' | 'CANNOT_STORE'>> {
    if (queue.waiting() >= MAX_WAITING) return refuse('TRY_AGAIN', { retryAfterMs: RETRY_AFTER_MS })
    try {
      return await add()
    } catch (error) {
      const refusal = refuseFailure(error)
      if (refusal === null) throw error
      return refusal
    }
  }
  const stocks = createSharing({ ...options, place: (input) => queue.add({ kind: 'place', input }) })
  const sweep = sweeperOf({ queue, stocks, standing, onBroken })

  return {
    place: (input) => rush(() => stocks.place(input)),
    release: (input) => queue.add({ kind: 'release', input }),
    change: (input) => queue.add({ kind: 'change', input }),
    joinWaitlist: (input) => queue.add({ kind: 'joinWaitlist', input }),
    leaveWaitlist: async (input) => void (await queue.add({ kind: 'leaveWaitlist', input })),
    setPresence: async (input) => void (await queue.add({ kind: 'setPresence', input })),
    changeOffer: (input) => queue.add({ kind: 'changeOffer', input }),
    settleOrder: (input) => queue.add({ kind: 'settleOrder', input }),
    report: (input) => queue.add({ kind: 'report', input }),
    redeem: (input) => queue.add({ kind: 'redeem', input }),
    startSale: (input) => queue.add({ kind: 'startSale', input }),
    stopSale: (input) => queue.add({ kind: 'stopSale', input }),
    endShow: (input) => queue.add({ kind: 'endShow', input }),
    ...activitiesOf({ queue, rush, random, beacon }),
    progressOf: (input) => database.run(findProgress, input),
    sweep,
    findForHandoff: (holdId) => database.run(findForHandoff, { holdId }),
    check: () => database.run(checkLedger, null),
    countOpenHolds: () => database.run(countOpenHolds, null),
    countWaiting: () => database.run(countWaiting, null),
    close: () => queue.drain(),
  }
}

/** Asks for what a batch has left behind, once at a time; what fails is tried again by the next sweep. */
function createGoOn(ask: () => Promise<unknown>): () => void {
  let isGoingOn = false
  let hasMore = false
  return function goOn() {
    hasMore = isGoingOn
    if (isGoingOn) return
    isGoingOn = true
    const over = () => {
      isGoingOn = false
      if (hasMore) goOn()
    }
    ask().then(over, over)
  }
}

interface ForActivities {
  readonly queue: Pick<Queue, 'add'>
  /** Of what very many send at once. */
  readonly rush: (add: () => Promise<EnterOutcome>) => Promise<EnterOutcome>
  readonly random: LedgerOptions['random']
  readonly beacon: LedgerOptions['beacon']
}

/** What is random is drawn here, before the batch. */
function activitiesOf({ queue, rush, random = randomHex, beacon }: ForActivities) {
  return {
    async makeActivity(input: MakeActivity) {
      // It may be opened at once, and its round is named then.
      if (KINDS.get(input.kind)?.sealed === 'beacon') await beacon?.look()
      return queue.add({ kind: 'makeActivity', input: { ...input, seed: random(SEED_BYTES) } })
    },
    moveActivity: (input: MoveActivity) => queue.add({ kind: 'moveActivity', input }),
    planActivity: (input: PlanActivity) => queue.add({ kind: 'planActivity', input }),
    setFront: (input: SetFront) => queue.add({ kind: 'setFront', input }),
    enter: (input: EnterActivity) =>
      rush(() => queue.add({ kind: 'enter', input: { ...input, entryId: random(ENTRY_BYTES) } })),
    settleDraw: (input: SettleDraw) => queue.add({ kind: 'settleDraw', input }),
    redraw: (input: Redrawing) => queue.add({ kind: 'redraw', input }),
  }
}

interface Sweeping {
  readonly queue: Pick<Queue, 'add'>
  readonly stocks: Pick<Sharing, 'balance'>
  readonly standing: (limit: number) => InputOf<'moveDue'>
  readonly onBroken: LedgerOptions['onBroken']
}

/** Two requests, both done when this is over: what stands in the way of an activity keeps no hold from running out. */
function sweeperOf({ queue, stocks, standing, onBroken }: Sweeping) {
  return async (limit: number): Promise<number> => {
    const due = queue.add({ kind: 'moveDue', input: standing(limit) })
    const both = [queue.add({ kind: 'sweep', input: { limit } }), due] as const
    await Promise.allSettled(both)
    const [swept, { moved, broken }] = await Promise.all(both)
    // Behind it: what has just run out in a show that is over goes back to the others.
    await stocks.balance()
    if (broken.length > 0) onBroken?.(broken)
    return Math.max(swept, moved)
  }
}
