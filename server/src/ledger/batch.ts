// Group commit: one queue per process; while one batch commits, the next fills.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { DatabaseError } from '../database/database.ts'
import type { Database } from '../database/database.ts'
import type { CommitBatch } from './jobs/commitBatch.ts'
import type { Answers, Kind, LedgerPolicy, LedgerRequest, OutputOf } from './requests.ts'

const MAX_BATCH = 1000
/** Batches under way at once. */
const LANES = 2
/** Fewer waiting requests than this do not start a further lane. */
const WORTH_A_LANE = 100

export interface QueueOptions {
  readonly database: Database
  /** As it is when a batch begins. */
  readonly policyNow: () => LedgerPolicy
  readonly commitBatch: CommitBatch
  readonly onChange: (showIds: ReadonlySet<ShowId>) => void
  /** A batch left something that `moveDue` goes on with. */
  readonly onBehind?: (() => void) | undefined
  /** The database refused a batch of so many, which is tried in halves: whatever comes of it, a mistake in this program. */
  readonly onRefused?: ((error: Error, requests: number) => void) | undefined
}

export interface Queue {
  /** Answers after the commit; throws when its batch could not be committed: then it has not happened. */
  add<K extends Kind>(request: LedgerRequest<K> & LedgerRequest): Promise<OutputOf<K>>
  waiting(): number
  /** Resolves when everything asked before is answered. */
  drain(): Promise<void>
}

interface Entry {
  readonly request: LedgerRequest
  /** Takes its own answer: the nth of its kind. */
  resolve(answers: Answers, nth: number): void
  reject(error: unknown): void
}

type Commit = (batch: readonly Entry[]) => Promise<void>

function createCommit({ database, policyNow, commitBatch, onChange, onBehind, onRefused }: QueueOptions): Commit {
  const commit: Commit = async (batch) => {
    try {
      const requests = batch.map((entry) => entry.request)
      const { value, showIds } = await database.run(commitBatch, { requests, policy: policyNow() })
      resolveAll(batch, value.answers)
      if (value.isBehind) onBehind?.()
      // In a turn of its own: what it throws is no failure of the batch.
      if (showIds.length > 0) queueMicrotask(() => onChange(new Set(showIds)))
    } catch (error) {
      await retreat(batch, error)
    }
  }

  /** One bad request must not take its neighbours down: halves are tried alone until it stands by itself. */
  async function retreat(batch: readonly Entry[], error: unknown): Promise<void> {
    const isOfOneRequest = error instanceof DatabaseError && error.code === 'DATABASE_FAILED'
    // A disk that is full or a database that is away says nothing of the requests: halves would fail alike.
    if (isOfOneRequest) onRefused?.(error, batch.length)
    if (batch.length === 1 || !isOfOneRequest) return batch.forEach((entry) => entry.reject(error))
    const middle = Math.ceil(batch.length / 2)
    await commit(batch.slice(0, middle))
    await commit(batch.slice(middle))
  }

  return commit
}

export function createQueue(options: QueueOptions): Queue {
  const commit = createCommit(options)
  let entries: Entry[] = []
  const running = new Set<Promise<void>>()
  let lanes = 0

  /** Several may run: while the database works on one batch, the answers of the one before are given here. */
  async function run(): Promise<void> {
    // One turn later, so that everything asked in this one travels together.
    await Promise.resolve()
    while (entries.length > 0) {
      const batch = entries.slice(0, MAX_BATCH)
      entries = entries.slice(MAX_BATCH)
      await commit(batch)
    }
    // In the same turn in which it found nothing: what comes later starts a lane of its own.
    lanes--
  }

  function start(): void {
    lanes++
    const lane: Promise<void> = run().finally(() => running.delete(lane))
    running.add(lane)
  }

  return {
    add(request) {
      return new Promise((resolve, reject) => {
        const pick = (answers: Answers, nth: number) => pickAnswer(answers[request.kind], nth)
        entries.push({ request, resolve: (answers, nth) => resolve(pick(answers, nth)), reject })
        if (lanes === 0 || (lanes < LANES && entries.length >= WORTH_A_LANE)) start()
      })
    },
    waiting: () => entries.length,
    drain: async () => void (await Promise.all(running)),
  }
}

function resolveAll(batch: readonly Entry[], answers: Answers): void {
  const seen = new Map<Kind, number>()
  for (const entry of batch) {
    const nth = seen.get(entry.request.kind) ?? 0
    seen.set(entry.request.kind, nth + 1)
    entry.resolve(answers, nth)
  }
}

function pickAnswer<Answer>(answers: readonly Answer[], nth: number): Answer {
  const answer = answers[nth]
  if (answer === undefined) throw new Error('a request of the batch has no answer')
  return answer
}
