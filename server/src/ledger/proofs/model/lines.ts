// The reference ledger's waitlist: standing in line, presence, and who is served next.
import type { InputOf } from '../../requests.ts'
import { crowdOf, refuseCrowdedLine } from './crowd.ts'
import { coolDownLeft } from './moves.ts'
import { newLine, openHold, saleWithUnits } from './placing.ts'
import { priceOf, putPrices } from './pricing.ts'
import type { ModelOffer, ModelPlace, ModelState } from './state.ts'
import { liveHoldOn, offerPool, runningSale, salePool, unitsOf, waitingFor, wishKey } from './state.ts'
import { granted, refused, viewHold, viewPlace } from './views.ts'
import type { View } from './views.ts'

export function joinWaitlist(state: ModelState, request: InputOf<'joinWaitlist'>): View {
  const { viewerId, offerId, quantity, source } = request
  const offer = state.offers.find((each) => each.id === offerId)
  if (!offer) return refused('OFFER_NOT_FOUND')
  if (!state.isLive) return refused('NOT_OPEN')
  const held = liveHoldOn(state, viewerId, offerId)
  if (held) return refused('ALREADY_HELD', { hold: viewHold(held) })
  const retryAfterMs = coolDownLeft(state, request)
  if (retryAfterMs > 0) return refused('COOL_DOWN', { retryAfterMs })
  const waited = findWaited(state, { viewerId, quantity, offer })
  if ('refusal' in waited) return waited.refusal

  const others = state.places.filter((place) => place.offerId === offerId && place.viewerId !== viewerId).length
  const known = state.places.find((place) => place.offerId === offerId && place.viewerId === viewerId)
  const crowd = crowdOf(state, request)
  const crowded = known ? null : refuseCrowdedLine(state, crowd, offerId)
  if (crowded) return crowded
  const fresh = { offerId, saleId: null, viewerId, source, crowd, quantity }
  const place: ModelPlace = known ?? { ...fresh, present: true, joinedAt: state.now, seenAt: state.now }
  if (!known) state.places.push(place)
  place.quantity = quantity
  place.saleId = waited.saleId
  return granted({ ...viewPlace(place), state: 'waiting', ahead: others })
}

interface Wanted {
  readonly viewerId: string
  readonly quantity: number
  readonly offer: ModelOffer
}

/** What a place would be for now: the offer, or the sale whose units alone are taken. */
function findWaited(
  state: ModelState,
  { viewerId, quantity, offer }: Wanted,
): { readonly saleId: string | null } | { readonly refusal: View } {
  const units = unitsOf(state, viewerId, (line) => line.offerId === offer.id)
  if (units + quantity > offer.perViewer) return { refusal: refused('LIMIT_REACHED') }
  const { free } = offerPool(state, offer)
  if (free === 0) return { saleId: null }
  const sale = runningSale(state, offer)
  const ofSale = sale ? salePool(state, sale).free : Infinity
  if (!sale || ofSale > 0) return { refusal: refused('NOT_SOLD_OUT', { free: Math.min(free, ofSale) }) }
  const drawn = unitsOf(state, viewerId, (line) => line.saleId === sale.id)
  return drawn + quantity > sale.perViewer ? { refusal: refused('LIMIT_REACHED') } : { saleId: sale.id }
}

function giveUp(state: ModelState, place: ModelPlace): void {
  state.places = state.places.filter((each) => each !== place)
}

export function leaveWaitlist(state: ModelState, { offerId, viewerId }: InputOf<'leaveWaitlist'>): null {
  state.places
    .filter((each) => each.offerId === offerId && each.viewerId === viewerId)
    .forEach((each) => giveUp(state, each))
  return null
}

/** An arrival counts from when it was; a leaving before the latest arrival is no news. */
export function setPresence(state: ModelState, { viewerId, present, agoMs }: InputOf<'setPresence'>): null {
  const at = state.now - agoMs
  for (const place of state.places.filter((each) => each.viewerId === viewerId && each.seenAt <= at)) {
    place.present = present
    if (present) place.seenAt = at
  }
  return null
}

/** Free units of these offers go to those who are present, in the order they came; a sale's line ends with it. */
export function serve(state: ModelState, offerIds: ReadonlySet<string>): void {
  const over = state.sales.filter((sale) => sale.endedAt !== null).map((sale) => sale.id)
  state.places = state.places.filter((place) => place.saleId === null || !over.includes(place.saleId))
  if (!state.isLive) return
  for (const offer of state.offers.filter(({ id }) => offerIds.has(id) && waitingFor(state, id) > 0)) {
    const line = state.places.filter((place) => place.offerId === offer.id && place.present)
    for (const place of line) serveNext(state, offer, place)
  }
}

function serveNext(state: ModelState, offer: ModelOffer, place: ModelPlace): void {
  const { free } = offerPool(state, offer)
  const sale = saleWithUnits(state, offer)
  if (free === 0 || (place.saleId !== null && sale?.id !== place.saleId)) return
  const { viewerId, source, crowd } = place
  const ofOffer = unitsOf(state, viewerId, (line) => line.offerId === offer.id)
  const ofSale = sale ? sale.perViewer - unitsOf(state, viewerId, (line) => line.saleId === sale.id) : Infinity
  // Nothing can come of this place any more.
  if (liveHoldOn(state, viewerId, offer.id) || ofOffer >= offer.perViewer) return giveUp(state, place)
  if (place.saleId !== null && ofSale <= 0) return giveUp(state, place)
  const ofPool = sale ? salePool(state, sale).free : Infinity
  const quantity = Math.min(place.quantity, free, ofPool, offer.perViewer - ofOffer, ofSale)
  if (quantity <= 0) return
  giveUp(state, place)
  const id = `turn-${state.holds.length}`
  const lines = [newLine(offer, { quantity, locks: true, sale })]
  putPrices(lines, priceOf(state, { id, viewerId, lines }))
  openHold(state, {
    id,
    viewerId,
    source,
    crowd,
    asked: wishKey([{ offerId: offer.id, quantity }]),
    lines,
    expiresAt: state.now + state.policy.waitedMs,
    waited: true,
  })
}
