// Throws away what is older than the settings say, kind by kind, a few rows at a time: facts of the log, and what is kept of people.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Clock } from '../kit/clock.ts'
import { createLoop } from '../kit/loop.ts'
import type { Log } from '../ops/log.ts'
import { SWEPT_KINDS, type SweptKind } from '../retention/schema.ts'
import { sweepOld, type SweepOld, type SweptShow } from '../retention/sweep.ts'

export interface SweepNeeds {
  readonly config: {
    /** Null: for good. */
    readonly eventsKeepMs: number | null
    readonly keepMs: Readonly<Record<SweptKind, number | null>>
  }
  readonly subscriptions: { forget(old: { before: number; limit: number }): Promise<number> }
  readonly store: { run(job: typeof sweepOld, input: SweepOld): Promise<SweptShow> }
  readonly metrics: { countSwept(kind: SweptKind | 'facts', rows: number): void }
  readonly clock: Clock
  readonly log: Log
  /** Tells how long a batch took, in ms; the machine's own unless told. */
  readonly stopwatch?: () => number
}

const EVERY_MS = 3_600_000
const FACTS_TOGETHER = 500
/** Others wait for the database meanwhile. */
const MOST_MS = 20
const FEWEST = 10
const MOST = 200

/** One kind at a time, from the first show to the last; then there is a pause. */
function createTurns({
  config,
  subscriptions,
  store,
  metrics,
  clock,
  stopwatch = () => performance.now(),
}: SweepNeeds) {
  const kinds = SWEPT_KINDS.filter((kind) => config.keepMs[kind] !== null)
  let [at, limit]: [number, number] = [0, MOST]
  let after: ShowId | null = null
  const sweepOne = async (kind: SweptKind, keepMs: number) => {
    const begun = stopwatch()
    const done = await store.run(sweepOld, { kind, before: clock() - keepMs, after, limit })
    metrics.countSwept(kind, done.rows)
    // What is left after a batch without rows waits for something: the next show, until an hour later.
    after = done.rows === 0 ? done.showId : after
    limit = stopwatch() - begun > MOST_MS ? Math.max(FEWEST, limit >> 1) : Math.min(MOST, limit * 2)
    return done.showId !== null
  }
  return {
    facts: async () => {
      if (config.eventsKeepMs === null) return false
      const rows = await subscriptions.forget({ before: clock() - config.eventsKeepMs, limit: FACTS_TOGETHER })
      metrics.countSwept('facts', rows)
      return rows > 0
    },
    people: async () => {
      const kind = kinds[at]
      const keepMs = kind === undefined ? null : config.keepMs[kind]
      if (kind === undefined || keepMs === null) {
        at = 0
        return false
      }
      if (await sweepOne(kind, keepMs)) return true
      ;[at, after] = [at + 1, null]
      return true
    },
  }
}

export function startSweeping(needs: SweepNeeds): { close(): Promise<void> } {
  const turns = createTurns(needs)
  const onError = (err: unknown) => needs.log.error({ err }, 'what is too old was not thrown away; trying again')
  const loops = [turns.facts, turns.people].map((turn) => createLoop({ everyMs: EVERY_MS, turn, onError }))
  return { close: async () => void (await Promise.all(loops.map((loop) => loop.close()))) }
}
