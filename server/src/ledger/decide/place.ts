// hold:place: grants or refuses a hold on the bench.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { HoldLine } from '@lantern/shared/contract/things.ts'
import { salePhase } from '../../domain/flashSale.ts'
import { isLive, openHold } from '../../domain/hold.ts'
import type { HeldLine, HoldRecord } from '../../domain/hold.ts'
import { decideLines, findHeldAlready, mergeLines, sameLines } from '../../domain/placing.ts'
import type { AskedLine, Holder } from '../../domain/placing.ts'
import { checkoutPath } from '../../store/records.ts'
import type { Bench } from '../bench.ts'
import type { PlaceHold, PlaceOutcome } from '../ledger.ts'
import { toHold } from './toHold.ts'

export function decidePlace(bench: Bench, request: PlaceHold): PlaceOutcome {
  const known = bench.holds.find(request.holdId)
  if (known) return repeats(known, request) ? grant(toHold(known)) : refuse('HOLD_ID_TAKEN')

  const asked = findAsked(bench, request)
  if (!asked) return refuse('OFFER_NOT_FOUND')
  if (bench.shows.find(request.showId)?.phase !== 'live') return refuse('NOT_OPEN')

  const holder = holderOf(bench, request)
  const heldAlready = findHeldAlready(asked, holder)
  if (heldAlready) return refuse('ALREADY_HELD', { detail: { hold: toHold(heldAlready) } })
  const decision = decideLines(asked, holder)
  if (!decision.ok) return decision
  return grant(toHold(open(bench, request, { asked, lines: decision.value })))
}

function repeats(known: HoldRecord, { viewerId, showId, lines }: PlaceHold): boolean {
  return known.viewerId === viewerId && known.showId === showId && sameLines(known.lines, lines)
}

/** The lines with their pools; null when the show does not offer one of them. */
function findAsked(bench: Bench, { showId, lines }: PlaceHold): AskedLine[] | null {
  const asked: AskedLine[] = []
  for (const { offerId, quantity } of mergeLines(lines)) {
    const offer = bench.offers.find(offerId)
    if (!offer || offer.showId !== showId) return null
    asked.push({ offer, sale: findRunningSale(bench, showId, offer.productId), quantity })
  }
  return asked
}

function findRunningSale(bench: Bench, showId: ShowId, productId: string) {
  for (const sale of bench.sales.all()) {
    const fits = sale.showId === showId && sale.productId === productId
    if (fits && salePhase(sale, bench.now) === 'running') return sale
  }
  return null
}

const COUNTED: ReadonlySet<string> = new Set(['held', 'paying', 'paid'])

function holderOf(bench: Bench, { viewerId }: PlaceHold): Holder {
  const own = bench.holdsOf(viewerId).filter((hold) => COUNTED.has(hold.state))
  const units = (fits: (line: HeldLine) => boolean) =>
    own.reduce((sum, hold) => sum + sumUnits(hold.lines.filter(fits)), 0)
  return {
    liveHoldOn: (offerId) => own.find((hold) => isLive(hold, bench.now) && has(hold, offerId)) ?? null,
    unitsOf: (offerId) => units((line) => line.offerId === offerId),
    unitsInSale: (saleId) => units((line) => line.saleId === saleId),
  }
}

function has(hold: HoldRecord, offerId: string): boolean {
  return hold.lines.some((line) => line.offerId === offerId)
}

function sumUnits(lines: readonly HoldLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0)
}

function open(
  bench: Bench,
  request: PlaceHold,
  { asked, lines }: { asked: readonly AskedLine[]; lines: HeldLine[] },
): HoldRecord {
  const { holdId, showId, viewerId, viewerName, via } = request
  const totalMinor = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0)
  const change = openHold(bench.shelf, {
    id: holdId,
    showId,
    viewerId,
    viewerName,
    via,
    state: 'held',
    lines,
    currency: asked[0]?.offer.currency ?? '',
    totalMinor,
    grantedAt: bench.now,
    expiresAt: bench.now + Math.min(...asked.map(({ offer }) => offer.holdMs)),
    extended: false,
    checkoutPath: checkoutPath(holdId),
    orderId: null,
    version: 0,
  })
  if (!change) throw new Error(`hold ${holdId} was decided, but its units are not free`)
  const payload = { holdId, totalMinor, lines: lines.map(({ takes: _t, takesSale: _s, ...line }) => line) }
  return bench.putChange(change, bench.record(showId, { actor: `viewer:${viewerId}`, type: 'hold:granted', payload }))
}
