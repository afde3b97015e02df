// hold:place: grants or refuses a hold in the working set.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { decideLines, findHeldAlready, linesKey, mergeLines, refuseDearer } from '../../domain/placing.ts'
import type { AskedLine } from '../../domain/placing.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { PlaceHold, PlaceOutcome } from '../ledger.ts'
import { crowdOf, refuseCrowded } from './crowd.ts'
import { findRunningSale, holderOf } from './holder.ts'
import { findOffered, refuseClosed } from './offered.ts'
import { open } from './open.ts'
import type { NewHold } from './open.ts'
import { priceLines } from './price.ts'
import { stockUp, withElsewhere } from './stocks.ts'
import { coolDownLeft } from './strikes.ts'
import { toHold } from './toHold.ts'
import { leaveLines } from './waitlist.ts'

export function decidePlace(set: WorkingSet, request: PlaceHold): PlaceOutcome {
  const known = set.holds.find(request.holdId)
  if (known) return repeats(known, request) ? grant(toHold(known)) : refuse('HOLD_ID_TAKEN')

  const asked = findAsked(set, request)
  if (!asked) return refuse('OFFER_NOT_FOUND')
  const closed = refuseClosed(set, request.showId)
  if (closed) return closed

  const holder = holderOf(set, request.viewerId)
  const refusal = refuseHolder(set, request, findHeldAlready(asked, holder))
  if (refusal) return refusal
  const decision = decideLines(asked, holder)
  if (!decision.ok) return withElsewhere(set, decision)
  const { holdId, showId, viewerId, via } = request
  const lines = priceLines(set, { holdId, showId, viewerId, via, lines: decision.value, before: null })
  const crowd = crowdOf(set, request)
  const refused = refuseLines(set, asked, { showId, crowd, lines })
  if (refused) return refused

  const { by } = request
  // Each by its name: leaving out the rest of an object takes longer than all of the deciding.
  const hold = open(set, {
    holdId,
    showId,
    viewerId,
    viewerName: request.viewerName,
    via,
    source: request.source,
    crowd,
    lines,
    currency: asked[0]?.offer.currency ?? '',
    forMs: Math.min(...asked.map(({ offer }) => offer.holdMs)),
    waited: false,
    actor: by === undefined ? `viewer:${viewerId}` : `staff:${by}`,
  })
  leaveLines(set, hold)
  return grant(toHold(hold))
}

function refuseHolder(set: WorkingSet, request: PlaceHold, heldAlready: HoldRecord | null) {
  if (heldAlready) return refuse('ALREADY_HELD', { detail: { hold: toHold(heldAlready) } })
  const retryAfterMs = coolDownLeft(set, request)
  return retryAfterMs > 0 ? refuse('COOL_DOWN', { retryAfterMs }) : null
}

function refuseLines(
  set: WorkingSet,
  asked: readonly AskedLine[],
  placing: Pick<NewHold, 'showId' | 'crowd' | 'lines'>,
) {
  return refuseDearer(asked, placing.lines) ?? refuseCrowded(set, placing)
}

/** Quantities that were changed since do not make it another wish. */
function repeats(known: HoldRecord, { viewerId, showId, lines }: PlaceHold): boolean {
  const asked = known.asked ?? linesKey(known.lines)
  return known.viewerId === viewerId && known.showId === showId && asked === linesKey(lines)
}

/** The lines with their pools; null when the show does not offer one of them. */
function findAsked(set: WorkingSet, { showId, lines }: PlaceHold): AskedLine[] | null {
  const asked: AskedLine[] = []
  for (const { offerId, quantity, priceMinor } of mergeLines(lines)) {
    const found = findOffered(set, { showId, offerId })
    if (found === null) return null
    const offer = stockUp(set, found, Math.min(quantity, found.perViewer))
    asked.push({ offer, sale: findRunningSale(set, showId, offer.productId), quantity, seenMinor: priceMinor })
  }
  return asked
}
