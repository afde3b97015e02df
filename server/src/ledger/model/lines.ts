// The reference ledger's waitlist: standing in line, presence, and who is served next.
import type { InputOf } from '../requests.ts'
import { coolDownLeft } from './moves.ts'
import { newLine, openHold } from './placing.ts'
import type { ModelOffer, ModelPlace, ModelState } from './state.ts'
import { liveHoldOn, offerPool, runningSale, salePool, unitsOf, waitingFor, wishKey } from './state.ts'
import { granted, refused, viewHold, viewPlace } from './views.ts'
import type { View } from './views.ts'

function availableUnits(state: ModelState, offer: ModelOffer): number {
  const sale = runningSale(state, offer)
  return Math.min(offerPool(state, offer).free, sale ? salePool(state, sale).free : Infinity)
}

export function joinWaitlist(state: ModelState, request: InputOf<'joinWaitlist'>): View {
  const { viewerId, offerId, quantity, source } = request
  const offer = state.offers.find((each) => each.id === offerId)
  if (!offer) return refused('OFFER_NOT_FOUND')
  if (!state.isLive) return refused('NOT_OPEN')
  const held = liveHoldOn(state, viewerId, offerId)
  if (held) return refused('ALREADY_HELD', { hold: viewHold(held) })
  const retryAfterMs = coolDownLeft(state, request)
  if (retryAfterMs > 0) return refused('COOL_DOWN', { retryAfterMs })
  const units = unitsOf(state, viewerId, (line) => line.offerId === offerId)
  if (units + quantity > offer.perViewer) return refused('LIMIT_REACHED')
  const free = availableUnits(state, offer)
  if (free > 0) return refused('NOT_SOLD_OUT', { free })

  const others = state.places.filter((place) => place.offerId === offerId && place.viewerId !== viewerId).length
  const known = state.places.find((place) => place.offerId === offerId && place.viewerId === viewerId)
  const place = known ?? { offerId, viewerId, source, quantity, present: true, joinedAt: state.now, seenAt: state.now }
  if (!known) state.places.push(place)
  place.quantity = quantity
  return granted({ ...viewPlace(place), state: 'waiting', ahead: others })
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

/** Free units of these offers go to those who are present, in the order they came. */
export function serve(state: ModelState, offerIds: ReadonlySet<string>): void {
  if (!state.isLive) return
  for (const offer of state.offers.filter(({ id }) => offerIds.has(id) && waitingFor(state, id) > 0)) {
    const line = state.places.filter((place) => place.offerId === offer.id && place.present)
    for (const place of line) serveNext(state, offer, place)
  }
}

function serveNext(state: ModelState, offer: ModelOffer, place: ModelPlace): void {
  if (availableUnits(state, offer) === 0) return
  const { viewerId, source } = place
  const ofOffer = unitsOf(state, viewerId, (line) => line.offerId === offer.id)
  // Nothing can come of this place any more.
  if (liveHoldOn(state, viewerId, offer.id) || ofOffer >= offer.perViewer) return giveUp(state, place)
  const sale = runningSale(state, offer)
  const ofSale = sale ? sale.perViewer - unitsOf(state, viewerId, (line) => line.saleId === sale.id) : Infinity
  const quantity = Math.min(place.quantity, availableUnits(state, offer), offer.perViewer - ofOffer, ofSale)
  if (quantity <= 0) return
  giveUp(state, place)
  openHold(state, {
    id: `turn-${state.holds.length}`,
    viewerId,
    source,
    asked: wishKey([{ offerId: offer.id, quantity }]),
    lines: [newLine(state, offer, { quantity, locks: true })],
    expiresAt: state.now + state.policy.waitedMs,
    waited: true,
  })
}
