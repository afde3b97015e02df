// What a show offers in the working set, and whether it sells at all.
import { refuse, type Refusal } from '@lantern/shared/contract/refusals.ts'
import type { OfferRecord } from '../../domain/hold.ts'
import type { WorkingSet } from '../workingSet.ts'

interface Asked {
  readonly showId: string
  readonly offerId: string
}

/** Null: none of this show, or its product was taken out of it. */
export function findOffered(set: WorkingSet, { showId, offerId }: Asked): OfferRecord | null {
  const offer = set.offers.find(offerId)
  return offer?.showId !== showId || offer.withdrawn ? null : offer
}

/** Null: it is live, and the shop asks in its currency. */
export function refuseClosed(set: WorkingSet, showId: string): Refusal<'NOT_OPEN' | 'CURRENCY_CHANGED'> | null {
  const show = set.shows.find(showId)
  if (show?.phase !== 'live') return refuse('NOT_OPEN')
  const { currency: from, shop_currency: to } = show
  return to === null ? null : refuse('CURRENCY_CHANGED', { detail: { from, to } })
}
