// How long each viewer has had the page of a live show open on this process, taken down piece by piece.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Show } from '@lantern/shared/contract/things.ts'
import type { Span } from '../domain/candidate.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../ops/log.ts'
import type { Watching } from '../records/people.ts'
import type { Store } from '../records/store.ts'
import { createTimedBatch } from './timedBatch.ts'

/** What a process that is killed may lose of each viewer's time. */
const TAKEN_DOWN_AFTER_MS = 30_000
const LOOKS_EVERY_MS = 1000

export interface WatchTimeParts {
  readonly store: Pick<Store, 'noteWatching'>
  /** Null: the show is not open on this process. */
  readonly findShow: (showId: ShowId) => Pick<Show, 'liveAt' | 'endedAt'> | null
  readonly clock: Clock
  readonly log: Log
}

export interface WatchTime {
  /** The first page of the viewer has come. */
  came(showId: ShowId, viewerId: ViewerId): void
  /** The last one has gone. */
  left(showId: ShowId, viewerId: ViewerId): void
  /** What is not taken down yet; null: nothing. */
  openSpan(showId: ShowId, viewerId: ViewerId): Span | null
  /** Takes down all. Idempotent. */
  close(): Promise<void>
}

interface Present {
  readonly showId: ShowId
  readonly viewerId: ViewerId
  readonly since: number
}

export function createWatchTime({ store, findShow, clock, log }: WatchTimeParts): WatchTime {
  // In the order of `since`: whoever was taken down goes to the end.
  const present = new Map<string, Present>()
  const batch = createTimedBatch<Watching>({
    everyMs: LOOKS_EVERY_MS,
    onFailure: (error) => log.warn({ err: error }, 'time of viewers not taken down; trying again'),
    save: store.noteWatching,
  })
  const spanOf = ({ showId, since }: Present) => liveSpan(findShow(showId), { from: since, to: clock() })
  const takeDown = (key: string, one: Present) => {
    const span = spanOf(one)
    present.delete(key)
    if (span) batch.add({ showId: one.showId, viewerId: one.viewerId, ...span })
  }
  const stayers = (now: number) => {
    for (const [key, one] of present) {
      if (one.since > now - TAKEN_DOWN_AFTER_MS) return
      takeDown(key, one)
      present.set(key, { ...one, since: now })
    }
  }
  const timer = setInterval(() => stayers(clock()), LOOKS_EVERY_MS).unref()
  return {
    came: (showId, viewerId) => void present.set(`${showId} ${viewerId}`, { showId, viewerId, since: clock() }),
    left(showId, viewerId) {
      const key = `${showId} ${viewerId}`
      const one = present.get(key)
      if (one) takeDown(key, one)
    },
    openSpan(showId, viewerId) {
      const one = present.get(`${showId} ${viewerId}`)
      return one ? spanOf(one) : null
    },
    close() {
      clearInterval(timer)
      for (const [key, one] of present) takeDown(key, one)
      return batch.close()
    },
  }
}

/** What of a time the show was live; null: nothing. */
export function liveSpan(show: Pick<Show, 'liveAt' | 'endedAt'> | null, { from, to }: Span): Span | null {
  if (show === null || show.liveAt === null) return null
  const span = { from: Math.max(from, show.liveAt), to: Math.min(to, show.endedAt ?? to) }
  return span.to > span.from ? span : null
}
