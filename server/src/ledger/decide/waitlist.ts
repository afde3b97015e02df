// The waitlist in the working set: joining, leaving, being away, and being served in turn.
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Wait } from '@lantern/shared/contract/things.ts'
import type { HeldLine, HoldRecord, OfferRecord, SaleRecord } from '../../domain/hold.ts'
import { decideJoin, turnOf } from '../../domain/waiting.ts'
import type { WaitRow } from '../../database/schema.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { JoinOutcome, JoinWaitlist } from '../ledger.ts'
import type { InputOf } from '../requests.ts'
import { crowdOf, refuseCrowdedLine } from './crowd.ts'
import { findRunningSale, holderOf } from './holder.ts'
import { findOffered, refuseClosed } from './offered.ts'
import { open } from './open.ts'
import { priceLines } from './price.ts'
import { stockUp } from './stocks.ts'
import { coolDownLeft } from './strikes.ts'
import { toHold } from './toHold.ts'

type Ending = Extract<WaitRow['state'], 'served' | 'left' | 'closed'>

export function decideJoinWaitlist(set: WorkingSet, request: JoinWaitlist): JoinOutcome {
  const { showId, viewerId, offerId, quantity } = request
  const offer = findOffered(set, request)
  if (offer === null) return refuse('OFFER_NOT_FOUND')
  const closed = refuseClosed(set, showId)
  if (closed) return closed
  const holder = holderOf(set, viewerId)
  const held = holder.liveHoldOn(offerId)
  if (held) return refuse('ALREADY_HELD', { detail: { hold: toHold(held) } })
  const retryAfterMs = coolDownLeft(set, request)
  if (retryAfterMs > 0) return refuse('COOL_DOWN', { retryAfterMs })
  const stocked = stockUp(set, offer, Math.min(quantity, offer.perViewer))
  const decision = decideJoin({ offer: stocked, sale: findRunningSale(set, showId, offer.productId), quantity }, holder)
  if (!decision.ok) return decision
  const known = findPlace(set, offerId, viewerId)
  const wish = { quantity, saleId: decision.value.saleId }
  if (known) return grant(change(set, known, wish))
  const crowd = crowdOf(set, request)
  const place = { offer: stocked, saleId: wish.saleId, crowd }
  return refuseCrowdedLine(set, { showId, crowd, offerId }) ?? grant(stand(set, request, place))
}

function findPlace(set: WorkingSet, offerId: string, viewerId: string): WaitRow | undefined {
  const isOwn = (wait: WaitRow) => wait.offer_id === offerId && wait.viewer_id === viewerId
  return [...set.waits.all()].find((wait) => isOwn(wait) && wait.state === 'waiting')
}

type SaleIdOrNone = WaitRow['sale_id']

interface NewPlace {
  readonly offer: OfferRecord
  readonly saleId: SaleIdOrNone
  readonly crowd: string | null
}

function stand(set: WorkingSet, request: JoinWaitlist, { offer, saleId, crowd }: NewPlace): Wait {
  const { showId, viewerId, viewerName, via, source, offerId, quantity } = request
  const payload = { offerId, saleId, quantity }
  const event = { actor: `viewer:${viewerId}`, type: 'waitlist:joined', payload } as const
  const no = set.record(showId, event)
  const wait: WaitRow = {
    no,
    show_id: showId,
    offer_id: offerId,
    sale_id: saleId,
    viewer_id: viewerId,
    viewer_name: viewerName,
    via,
    source,
    crowd,
    quantity,
    state: 'waiting',
    present: 1,
    joined_at: set.now,
    seen_at: set.now,
    version: no,
  }
  set.waits.put(wait)
  set.offers.put({ ...offer, waiting: offer.waiting + 1, version: no })
  return toWait(wait, offer.waiting)
}

/** The place stays the same; how many are before it is known to the room only: at most everybody else. */
function change(
  set: WorkingSet,
  wait: WaitRow,
  { quantity, saleId }: { quantity: number; saleId: SaleIdOrNone },
): Wait {
  const ahead = Math.max(0, set.shelf.offer(wait.offer_id).waiting - 1)
  if (wait.quantity === quantity && wait.sale_id === saleId) return toWait(wait, ahead)
  const payload = { offerId: wait.offer_id, saleId, quantity }
  const event = { actor: `viewer:${wait.viewer_id}`, type: 'waitlist:changed', payload } as const
  const changed = { ...wait, quantity, sale_id: saleId, version: set.record(wait.show_id, event) }
  set.waits.put(changed)
  return toWait(changed, ahead)
}

function toWait(row: WaitRow, ahead: number): Wait {
  const { offer_id: offerId, sale_id: saleId, quantity, state, joined_at: joinedAt, version } = row
  return { offerId, saleId, quantity, state, joinedAt, ahead, version }
}

export function decideLeaveWaitlist(set: WorkingSet, { offerId, viewerId }: InputOf<'leaveWaitlist'>): null {
  const wait = findPlace(set, offerId, viewerId)
  if (wait) end(set, wait, 'left')
  return null
}

/** No event: nobody's screen changes by it. Who has come elsewhere since they left here is not absent. */
export function decidePresence(set: WorkingSet, request: InputOf<'setPresence'>): null {
  const { showId, viewerId, present, agoMs } = request
  const at = set.now - agoMs
  for (const wait of [...set.waits.all()]) {
    const isOwn = wait.viewer_id === viewerId && wait.show_id === showId && wait.state === 'waiting'
    if (!isOwn || at < wait.seen_at) continue
    set.waits.put({ ...wait, present: present ? 1 : 0, seen_at: present ? at : wait.seen_at })
  }
  return null
}

function end(set: WorkingSet, wait: WaitRow, ending: Ending): void {
  const actor = ending === 'left' ? `viewer:${wait.viewer_id}` : 'clock'
  const payload = { offerId: wait.offer_id, viewerId: wait.viewer_id }
  const version = set.record(wait.show_id, { actor, type: `waitlist:${ending}`, payload })
  set.waits.put({ ...wait, state: ending, version })
  const offer = set.shelf.offer(wait.offer_id)
  set.offers.put({ ...offer, waiting: offer.waiting - 1, version })
}

/** Who got the offer by other means stands in line for it no more. */
export function leaveLines(set: WorkingSet, hold: HoldRecord): void {
  for (const { offerId } of hold.lines) {
    const wait = findPlace(set, offerId, hold.viewerId)
    if (wait) end(set, wait, 'served')
  }
}

/** The show is over: nobody waits any more. */
export function closeLines(set: WorkingSet, showId: string): void {
  for (const wait of [...set.waits.all()]) {
    if (wait.show_id === showId && wait.state === 'waiting') end(set, wait, 'closed')
  }
}

/** Gives free units to those who are next in line and present, as far as both reach; who waits for a sale goes with it. */
export function serveLines(set: WorkingSet): void {
  closeWithSales(set)
  for (const { id } of [...set.offers.all()].filter((offer) => offer.waiting > 0)) {
    if (refuseClosed(set, set.shelf.offer(id).showId) === null) serveLine(set, id)
  }
}

function closeWithSales(set: WorkingSet): void {
  for (const wait of [...set.waits.all()]) {
    const sale = wait.sale_id === null ? undefined : set.sales.find(wait.sale_id)
    if (wait.state === 'waiting' && sale && sale.endedAt !== null) end(set, wait, 'closed')
  }
}

function serveLine(set: WorkingSet, offerId: string): void {
  const inLine = [...set.waits.all()].filter((wait) => wait.offer_id === offerId && wait.state === 'waiting')
  const present = inLine.filter((wait) => wait.present === 1).sort((a, b) => a.no - b.no)
  for (const wait of present) {
    const offer = set.shelf.offer(offerId)
    if (offer.free === 0) return
    const sale = saleFor(set, wait, offer)
    const isForSale = wait.sale_id !== null
    if (isForSale && sale === null) continue
    const asked = { offer, sale, ofSaleOnly: isForSale, quantity: wait.quantity }
    const units = turnOf(asked, holderOf(set, wait.viewer_id))
    if (units === null) continue
    if (units > 0) serve(set, wait, { units, offer, saleId: sale?.id ?? null })
    end(set, wait, units > 0 ? 'served' : 'closed')
  }
}

/** The sale that the units come from: the one that is waited for, else the one that runs, while it has any. */
function saleFor(set: WorkingSet, wait: WaitRow, offer: OfferRecord): SaleRecord | null {
  const sale = findRunningSale(set, offer.showId, offer.productId)
  if (sale === null || sale.free === 0) return null
  return wait.sale_id === null || wait.sale_id === sale.id ? sale : null
}

interface Turn {
  readonly units: number
  readonly offer: OfferRecord
  readonly saleId: HeldLine['saleId']
}

/** A hold with a short deadline; it locks its units whatever the offer's policy, or one unit would serve everybody. */
function serve(set: WorkingSet, wait: WaitRow, { units, offer, saleId }: Turn): void {
  const taken = { locks: true, takes: false, takesSale: false }
  const { show_id: showId, viewer_id: viewerId, via } = wait
  const holdId = HoldId.parse(set.newId())
  const line = {
    offerId: offer.id,
    quantity: units,
    saleId,
    unitPriceMinor: offer.priceMinor,
    adjustments: [],
    ...taken,
  }
  open(set, {
    holdId,
    showId,
    viewerId,
    viewerName: wait.viewer_name,
    via,
    source: wait.source,
    crowd: wait.crowd,
    lines: priceLines(set, { holdId, showId, viewerId, via, lines: [line], before: null }),
    currency: offer.currency,
    forMs: set.policy.waitedMs,
    waited: true,
    actor: 'clock',
  })
}
