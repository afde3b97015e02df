// Who stands in line and is not there: after a moment's grace the ledger is told, and again when they are back.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Ports } from '../commands/command.ts'
import type { Log } from '../ops/log.ts'
import type { Presence } from './presence.ts'

/** A reload or a tunnel is no absence. */
const GRACE_MS = 10_000

export interface AbsenceParts {
  readonly ledger: Pick<Ports['ledger'], 'setPresence'>
  readonly presence: Pick<Presence, 'peopleOf'>
  readonly isWaiting: (showId: ShowId, viewerId: ViewerId) => boolean
  /** Whether the viewer has a socket on another process; rejects while nobody can say. */
  readonly isElsewhere?: (showId: ShowId, viewerId: ViewerId) => Promise<boolean>
  readonly log: Log
  readonly graceMs?: number
}

export interface Absence {
  came(showId: ShowId, viewerId: ViewerId): void
  left(showId: ShowId, viewerId: ViewerId): void
  /** Stops the timers: who left last stays present until the turn runs out. */
  close(): void
}

const onlyHere = () => Promise.resolve(false)

export function createAbsence(parts: AbsenceParts): Absence {
  const { ledger, presence, isWaiting, log, isElsewhere = onlyHere, graceMs = GRACE_MS } = parts
  const leaving = new Map<string, NodeJS.Timeout>()
  let isClosed = false

  const say = (showId: ShowId, viewerId: ViewerId, present: boolean) => {
    ledger
      .setPresence({ showId, viewerId, present, agoMs: present ? 0 : graceMs })
      .catch((error: unknown) => log.error({ err: error }, 'presence in line not stored'))
  }
  const goes = (showId: ShowId, viewerId: ViewerId) => {
    leaving.delete(`${showId} ${viewerId}`)
    const isGone = !presence.peopleOf(showId).has(viewerId)
    if (!isGone || !isWaiting(showId, viewerId)) return
    isElsewhere(showId, viewerId).then(
      (isThere) => isThere || say(showId, viewerId, false),
      // Redis is away, which it says itself: asked again later, they are present until then.
      () => left(showId, viewerId),
    )
  }
  const left = (showId: ShowId, viewerId: ViewerId) => {
    const key = `${showId} ${viewerId}`
    clearTimeout(leaving.get(key))
    if (!isClosed) leaving.set(key, setTimeout(() => goes(showId, viewerId), graceMs).unref())
  }
  return {
    came: (showId, viewerId) => {
      const key = `${showId} ${viewerId}`
      const timer = leaving.get(key)
      clearTimeout(timer)
      leaving.delete(key)
      if (timer === undefined && isWaiting(showId, viewerId)) say(showId, viewerId, true)
    },
    left,
    close: () => {
      isClosed = true
      leaving.forEach((timer) => clearTimeout(timer))
      leaving.clear()
    },
  }
}
