// What a show offers in the working set.
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
