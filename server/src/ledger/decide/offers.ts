// offer:change: staff change an offer while it is sold.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { OfferRecord } from '../../domain/hold.ts'
import { allot } from '../../domain/pool.ts'
import { withoutShow } from '../../database/toThings.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { ChangeOffer } from '../ledger.ts'
import type { OutputOf } from '../requests.ts'
import { loseShared } from './stocks.ts'
import { findOffered } from './offered.ts'

/** Holds already given keep their units, price, deadline and policy. */
export function decideChangeOffer(set: WorkingSet, request: ChangeOffer): OutputOf<'changeOffer'> {
  const { showId, offerId, by } = request
  const offer = findOffered(set, request)
  if (offer === null) return refuse('OFFER_NOT_FOUND')
  if (set.shows.find(showId)?.phase === 'ended') return refuse('SHOW_ENDED')
  if (isOfAll(offer, request)) return refuse('UNITS_SHARED', { detail: { offerId } })
  const { taken } = offer
  const { allotted = offer.allotted, policy = offer.policy } = request
  const { holdMs = offer.holdMs, perViewer = offer.perViewer } = request
  if (allotted < taken) return refuse('BELOW_TAKEN', { detail: { offerId, taken } })

  // Saying anything about the policy answers the alarm of holds that ran out.
  const lapsed = request.policy === undefined ? offer.lapsed : 0
  const wanted: OfferRecord = { ...allot(offer, allotted), policy, holdMs, perViewer, lapsed }
  const keys = ['allotted', 'policy', 'holdMs', 'perViewer', 'lapsed'] as const
  const changes = Object.fromEntries(keys.flatMap((key) => (wanted[key] === offer[key] ? [] : [[key, wanted[key]]])))
  if (Object.keys(changes).length === 0) return grant(withoutShow(offer))
  loseShared(set, offer, offer.allotted - allotted)
  const event = { actor: `staff:${by}`, type: 'offer:changed', payload: { offerId, ...changes } } as const
  const changed = { ...wanted, version: set.record(showId, event) }
  set.offers.put(changed)
  return grant(withoutShow(changed))
}

/** Units that several shows share are set for all of them together; only the shop has fewer at once. */
function isOfAll({ shared, allotted: before }: OfferRecord, { allotted = before, isOfShop }: ChangeOffer): boolean {
  return shared !== undefined && allotted !== before && isOfShop !== true
}
