// Collects what many viewers do at once, taps and first visits, and stores it together.
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../ops/log.ts'
import type { Store } from '../store/store.ts'
import type { ViewerLikes, Visit } from '../store/talk.ts'
import type { LikeBatch, VisitBatch } from './command.ts'

const LIKES_EVERY_MS = 500
const VISITS_EVERY_MS = 1000
/** Visits that were noted are remembered up to so many, so that a reconnect writes nothing. */
const MOST_KNOWN = 200_000

interface Closable {
  /** Stores what waits. Idempotent. */
  close(): Promise<void>
}

interface TimedBatch<Value> extends Closable {
  add(value: Value): void
}

interface BatchParts<Value> {
  readonly everyMs: number
  save(values: readonly Value[]): Promise<void>
  onFailure(error: unknown): void
}

/** While nothing can be stored no more than this is kept of what happens; the rest is not counted. */
const MOST_WAITING = 100_000

/** What could not be stored is stored with the next ones. */
function createTimedBatch<Value>({ everyMs, save, onFailure }: BatchParts<Value>): TimedBatch<Value> {
  let waiting: Value[] = []
  let timer: NodeJS.Timeout | null = null
  let last = Promise.resolve()
  let isClosed = false

  const saveAll = async (values: Value[]) => {
    try {
      await save(values)
    } catch (error) {
      onFailure(error)
      waiting = [...values, ...waiting]
      if (!isClosed) timer ??= setTimeout(flush, everyMs)
    }
  }
  const flush = () => {
    timer = null
    if (waiting.length === 0) return
    const values = waiting
    waiting = []
    last = last.then(() => saveAll(values))
  }
  return {
    add: (value) => {
      if (waiting.length < MOST_WAITING) waiting.push(value)
      timer ??= setTimeout(flush, everyMs)
    },
    close: () => {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
      flush()
      return last
    },
  }
}

export function createLikeBatch(store: Pick<Store, 'addLikes'>, log: Log): LikeBatch & Closable {
  return createTimedBatch<ViewerLikes>({
    everyMs: LIKES_EVERY_MS,
    onFailure: (error) => log.warn({ err: error }, 'likes not stored; trying again'),
    save: (likes) => store.addLikes(sumByViewer(likes)),
  })
}

function sumByViewer(likes: readonly ViewerLikes[]): ViewerLikes[] {
  const sums = new Map<string, ViewerLikes>()
  for (const like of likes) {
    const key = `${like.showId} ${like.viewerId}`
    sums.set(key, { ...like, count: like.count + (sums.get(key)?.count ?? 0) })
  }
  return [...sums.values()]
}

interface VisitParts {
  readonly store: Pick<Store, 'noteVisits'>
  readonly clock: Clock
  readonly log: Log
}

export function createVisitBatch({ store, clock, log }: VisitParts): VisitBatch & Closable {
  const known = new Set<string>()
  const batch = createTimedBatch<Visit>({
    everyMs: VISITS_EVERY_MS,
    onFailure: (error) => log.warn({ err: error }, 'visits not noted; trying again'),
    save: store.noteVisits,
  })
  return {
    add: ({ showId, viewerId }) => {
      const key = `${showId} ${viewerId}`
      if (known.has(key)) return
      if (known.size >= MOST_KNOWN) known.clear()
      known.add(key)
      batch.add({ showId, viewerId, at: clock() })
    },
    close: batch.close,
  }
}
