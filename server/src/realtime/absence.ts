// Who stands in line and is not there: after a moment's grace the ledger is told, and again when they are back.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Log } from '../log.ts'
import type { Presence } from './presence.ts'

/** A reload or a tunnel is no absence. */
const GRACE_MS = 10_000

export interface AbsenceParts {
  readonly ledger: Pick<Ledger, 'setPresence'>
  readonly presence: Pick<Presence, 'peopleOf'>
  readonly isWaiting: (showId: ShowId, viewerId: ViewerId) => boolean
  readonly log: Log
  readonly graceMs?: number
}

export interface Absence {
  came(showId: ShowId, viewerId: ViewerId): void
  left(showId: ShowId, viewerId: ViewerId): void
  /** Stops the timers: who left last stays present until the turn runs out. */
  close(): void
}

export function createAbsence({ ledger, presence, isWaiting, log, graceMs = GRACE_MS }: AbsenceParts): Absence {
  const leaving = new Map<string, NodeJS.Timeout>()

  const say = (showId: ShowId, viewerId: ViewerId, present: boolean) => {
    ledger
      .setPresence({ showId, viewerId, present, agoMs: present ? 0 : graceMs })
      .catch((error: unknown) => log.error({ err: error }, 'presence in line not stored'))
  }
  const goes = (showId: ShowId, viewerId: ViewerId) => {
    leaving.delete(`${showId} ${viewerId}`)
    const isGone = !presence.peopleOf(showId).has(viewerId)
    if (isGone && isWaiting(showId, viewerId)) say(showId, viewerId, false)
  }
  return {
    came: (showId, viewerId) => {
      const key = `${showId} ${viewerId}`
      const timer = leaving.get(key)
      clearTimeout(timer)
      leaving.delete(key)
      if (timer === undefined && isWaiting(showId, viewerId)) say(showId, viewerId, true)
    },
    left: (showId, viewerId) => {
      const key = `${showId} ${viewerId}`
      clearTimeout(leaving.get(key))
      leaving.set(key, setTimeout(() => goes(showId, viewerId), graceMs).unref())
    },
    close: () => leaving.forEach((timer) => clearTimeout(timer)),
  }
}
