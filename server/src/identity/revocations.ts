// Whose cookies are good no more, as the database said last: a few names in memory, so that no arrival has to ask.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Clock } from '../kit/clock.ts'
import { hashOfViewer } from '../kit/hashOfViewer.ts'
import type { RevocationRecords } from './records/revokedViewers.ts'

export interface Revocations {
  /** The viewer was erased: the cookie stands for nobody. */
  isRevoked(viewerId: ViewerId): boolean
  /** Looks who was erased since, here or by another process; true: somebody was. */
  readRevoked(): Promise<boolean>
}

/** Transactions end in another order than they begin, and clocks of machines differ. */
const OVERLAP_MS = 600_000

export function createRevocations(records: RevocationRecords, clock: Clock): Revocations {
  const overAt = new Map<string, number>()
  let latest = Number.NEGATIVE_INFINITY

  const forgetOver = (now: number) => {
    for (const [hash, at] of overAt) if (at <= now) overAt.delete(hash)
  }
  return {
    isRevoked: (viewerId) => overAt.size > 0 && overAt.has(hashOfViewer(viewerId)),
    async readRevoked() {
      const since = Number.isFinite(latest) ? latest - OVERLAP_MS : 0
      const found = await records.readRevoked(since)
      const fresh = found.filter(({ viewerHash }) => !overAt.has(viewerHash))
      for (const one of found) {
        overAt.set(one.viewerHash, one.overAt)
        latest = Math.max(latest, one.revokedAt)
      }
      if (fresh.length > 0) forgetOver(clock())
      return fresh.length > 0
    },
  }
}
