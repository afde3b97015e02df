// The reference ledger's limits of one address: viewers without history share a part of each offer, and the pauses behind it.
import type { ModelHold, ModelState } from './state.ts'
import { findOffer, isLive } from './state.ts'
import { refused } from './views.ts'
import type { View } from './views.ts'

interface Asker {
  readonly viewerId: string
  readonly source: string | null
  readonly issuedAt?: number | undefined
}

/** An order that is paid, or a cookie from before the show was made. */
function hasHistory({ holds, createdAt }: ModelState, { viewerId, issuedAt = 0 }: Asker): boolean {
  return issuedAt < createdAt || holds.some((hold) => hold.viewerId === viewerId && hold.state === 'paid')
}

export function crowdOf(state: ModelState, asker: Asker): string | null {
  return hasHistory(state, asker) ? null : asker.source
}

/** Who is not known to have history pauses with the address. */
export function isBound(state: ModelState, asker: Asker): boolean {
  return state.crowd !== 'lifted' && !hasHistory(state, { ...asker, issuedAt: asker.issuedAt ?? Infinity })
}

function most(state: ModelState, offerId: string): number {
  const { percent, atLeast } = state.policy.crowd
  return Math.max(atLeast, Math.floor((findOffer(state, offerId).allotted * percent) / 100))
}

/** What all live holds that count against the address come to, with the wish. */
export function refuseCrowded(state: ModelState, crowd: string | null, wish: Iterable<readonly [string, number]>) {
  const live = state.holds.filter((hold) => hold.crowd === crowd && isLive(hold, state.now))
  const held = (offerId: string) => live.reduce((units, hold) => units + unitsIn(hold, offerId), 0)
  const full = [...wish].some(([offerId, more]) => held(offerId) + more > most(state, offerId))
  return meet(state, crowd !== null && full)
}

function unitsIn({ lines }: ModelHold, offerId: string): number {
  return lines.reduce((units, line) => (line.offerId === offerId ? units + line.quantity : units), 0)
}

export function refuseCrowdedLine(state: ModelState, crowd: string | null, offerId: string): View | null {
  const places = state.places.filter((place) => place.crowd === crowd && place.offerId === offerId)
  return meet(state, crowd !== null && places.length >= most(state, offerId))
}

function meet(state: ModelState, isFull: boolean): View | null {
  if (!isFull || state.crowd === 'lifted') return null
  state.crowd = 'met'
  return refused('CROWDED_ADDRESS')
}
