// Opens a hold in the working set: its units, its deadline, its event.
import type { HoldId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { totalOf } from '../../domain/adjusting.ts'
import { openHold } from '../../domain/hold.ts'
import type { HeldLine, HoldRecord } from '../../domain/hold.ts'
import { checkoutPath } from '../../database/toThings.ts'
import { termsOf } from '../../sharing/readGrouped.ts'
import { creditOf } from './credit.ts'
import type { WorkingSet } from '../workingSet.ts'

export interface NewHold {
  readonly holdId: HoldId
  readonly showId: ShowId
  readonly viewerId: ViewerId
  readonly viewerName: string
  readonly via: string | null
  readonly source: string | null
  readonly crowd: string | null
  readonly lines: readonly HeldLine[]
  readonly currency: string
  /** Duration. */
  readonly forMs: number
  readonly waited: boolean
  readonly actor: string
}

/** Throws when units it takes are not free: the caller has looked. */
export function open(set: WorkingSet, wanted: NewHold): HoldRecord {
  const { holdId, lines, forMs, actor } = wanted
  const totalMinor = totalOf(lines)
  const terms = termsOf(set.grouped, wanted)
  const change = openHold(set.shelf, {
    id: holdId,
    showId: wanted.showId,
    viewerId: wanted.viewerId,
    viewerName: wanted.viewerName,
    via: wanted.via,
    source: wanted.source,
    crowd: wanted.crowd,
    currency: wanted.currency,
    waited: wanted.waited,
    asked: null,
    state: 'held',
    lines,
    totalMinor,
    grantedAt: set.now,
    expiresAt: set.now + forMs,
    extended: false,
    checkoutPath: checkoutPath(holdId),
    orderId: null,
    credit: creditOf(set, wanted),
    ...(terms !== null && { group: terms.group }),
    version: 0,
  })
  if (!change) throw new Error(`hold ${holdId} was decided, but its units are not free`)
  return set.putChange(change, set.recordHold(change.hold, { actor, type: 'hold:granted' }))
}
