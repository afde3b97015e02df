// hold:change: new quantities for the lines of a live hold.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { HoldLine } from '@lantern/shared/contract/things.ts'
import { totalOf } from '../../domain/adjusting.ts'
import { changeHold } from '../../domain/changing.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import { linesKey } from '../../domain/placing.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { ChangeHold, ChangeOutcome } from '../ledger.ts'
import { couponIn } from './coupons.ts'
import { refuseCrowded } from './crowd.ts'
import { holderOf } from './holder.ts'
import { expireIfOverdue, move } from './move.ts'
import { refuseClosed } from './offered.ts'
import { priceLines } from './price.ts'
import { stockUp } from './stocks.ts'
import { countRelease } from './strikes.ts'
import { toHold } from './toHold.ts'

export function decideChange(set: WorkingSet, request: ChangeHold): ChangeOutcome {
  const { holdId, viewerId, lines, by } = request
  const found = set.holds.find(holdId)
  if (!found || found.viewerId !== viewerId) return refuse('HOLD_NOT_FOUND')
  const hold = expireIfOverdue(set, found)
  if (hold.state === 'paying') return refuse('HOLD_PAYING')
  if (hold.state !== 'held') return refuse('HOLD_OVER')
  if (isAllOff(hold, lines)) return release(set, hold)
  for (const { offerId, quantity } of moreOf(hold, lines)) stockUp(set, set.shelf.offer(offerId), quantity)
  const decision = changeHold(hold, lines, { shelf: set.shelf, holder: holderOf(set, viewerId), now: set.now })
  if (!decision.ok) return decision
  const changed = priceAnew(set, hold, { changed: decision.value.hold, request })
  if (isSame(hold, changed, request)) return grant(toHold(hold))
  const refusal = refuseMore(set, hold, moreIn(hold, changed))
  if (refusal) return refusal
  const asked = hold.asked ?? linesKey(hold.lines)
  const change = { ...decision.value, hold: { ...changed, asked } }
  const actor = by === undefined ? `viewer:${viewerId}` : `staff:${by}`
  const version = set.recordHold(change.hold, { actor, type: 'hold:changed' })
  return grant(toHold(set.putChange(change, version)))
}

interface Changing {
  readonly changed: HoldRecord
  readonly request: ChangeHold
}

function priceAnew(set: WorkingSet, before: HoldRecord, { changed, request }: Changing): HoldRecord {
  const { id: holdId, showId, viewerId, via } = before
  const coupons = request.withoutCoupon === true ? { coupons: 'none' as const } : {}
  const lines = priceLines(set, { holdId, showId, viewerId, via, lines: changed.lines, before, ...coupons })
  return { ...changed, lines, totalMinor: totalOf(lines) }
}

/** A repeated request, which is no reason to take another coupon; to leave one is. */
function isSame(before: HoldRecord, after: HoldRecord, { withoutCoupon }: ChangeHold): boolean {
  const leavesCoupon = withoutCoupon === true && couponIn(before) !== null
  return !leavesCoupon && linesKey(after.lines) === linesKey(before.lines)
}

function refuseMore(set: WorkingSet, { showId, crowd }: HoldRecord, lines: readonly HoldLine[]) {
  if (lines.length === 0) return null
  return refuseClosed(set, showId) ?? refuseCrowded(set, { showId, crowd, lines })
}

function moreIn(before: HoldRecord, after: HoldRecord): HoldLine[] {
  const had = new Map(before.lines.map(({ offerId, quantity }) => [offerId, quantity]))
  const more = after.lines.map(({ offerId, quantity }) => ({ offerId, quantity: quantity - (had.get(offerId) ?? 0) }))
  return more.filter(({ quantity }) => quantity > 0)
}

/** What the wish adds to lines that the hold has. */
function moreOf({ lines: had }: HoldRecord, wanted: readonly HoldLine[]): HoldLine[] {
  return had.flatMap(({ offerId, quantity: before }) => {
    const quantity = (wanted.find((line) => line.offerId === offerId)?.quantity ?? before) - before
    return quantity > 0 ? [{ offerId, quantity }] : []
  })
}

function isAllOff(hold: HoldRecord, wanted: readonly HoldLine[]): boolean {
  const wishes = new Map(wanted.map(({ offerId, quantity }) => [offerId, quantity]))
  return hold.lines.every(({ offerId }) => wishes.get(offerId) === 0)
}

function release(set: WorkingSet, hold: HoldRecord): ChangeOutcome {
  const actor = `viewer:${hold.viewerId}`
  const released = move(set, hold, { to: 'released', actor, type: 'hold:released' })
  if (released) countRelease(set, hold)
  return released ? grant(toHold(released)) : refuse('HOLD_OVER')
}
