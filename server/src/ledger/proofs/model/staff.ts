// The reference ledger's rules for staff: offers, flash sales, the end of the show.
import type { InputOf } from '../../requests.ts'
import { endActivities } from './life.ts'
import { endSale } from './moves.ts'
import type { ModelState } from './state.ts'
import { offerPool } from './state.ts'
import { granted, refused, viewOffer, viewSale } from './views.ts'
import type { View } from './views.ts'

export function changeOffer(state: ModelState, request: InputOf<'changeOffer'>): View {
  const offer = state.offers.find((each) => each.id === request.offerId)
  if (!offer) return refused('OFFER_NOT_FOUND')
  if (!state.isLive) return refused('SHOW_ENDED')
  const { taken } = offerPool(state, offer)
  if ((request.allotted ?? taken) < taken) return refused('BELOW_TAKEN', { taken })
  offer.allotted = request.allotted ?? offer.allotted
  offer.holdMs = request.holdMs ?? offer.holdMs
  offer.perViewer = request.perViewer ?? offer.perViewer
  offer.policy = request.policy ?? offer.policy
  // Saying anything about the policy answers the alarm of holds that ran out.
  if (request.policy) offer.lapsed = 0
  return granted(viewOffer(state, offer))
}

export function startSale(state: ModelState, request: InputOf<'startSale'>): View {
  const { saleId, productId, priceMinor, units, perViewer, countdownMs, lengthMs } = request
  const known = state.sales.find((sale) => sale.id === saleId)
  if (known) return granted(viewSale(state, known))
  if (!state.isLive) return refused('SHOW_NOT_LIVE')
  if (state.sales.some((sale) => sale.endedAt === null)) return refused('SALE_RUNNING')
  const offers = state.offers.filter((offer) => offer.productId === productId)
  if (offers.length === 0) return refused('PRODUCT_NOT_FOUND')
  const lowest = Math.min(...offers.map((offer) => offer.priceMinor))
  if (priceMinor >= lowest) return refused('PRICE_NOT_LOWER', { priceMinor: lowest })
  const free = offers.reduce((sum, offer) => sum + offerPool(state, offer).free, 0)
  if (units > free) return refused('NOT_ENOUGH_UNITS', { free })
  const opensAt = state.now + countdownMs
  const times = { opensAt, closesAt: opensAt + lengthMs, endedAt: null, endReason: null }
  const sale = { id: saleId, productId, priceMinor, allotted: units, perViewer, ...times }
  state.sales.push(sale)
  return granted(viewSale(state, sale))
}

export function stopSale(state: ModelState, { saleId }: InputOf<'stopSale'>): View {
  const sale = state.sales.find((each) => each.id === saleId)
  if (!sale) return refused('SALE_NOT_FOUND')
  if (sale.endedAt !== null) return refused('SALE_OVER')
  endSale(sale, 'stopped', state.now)
  return granted(viewSale(state, sale))
}

export function endShow(state: ModelState): View {
  if (!state.isLive) return refused('SHOW_ENDED')
  for (const sale of state.sales.filter((each) => each.endedAt === null)) endSale(sale, 'show_ended', state.now)
  state.places = []
  endActivities(state)
  state.isLive = false
  return granted({ phase: 'ended', endedAt: state.now })
}
