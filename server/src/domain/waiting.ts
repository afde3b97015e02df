// The waitlist: who may stand in line, and what the next in line is offered.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { OfferRecord, SaleRecord } from './hold.ts'
import type { Holder } from './placing.ts'

/** Units that a hold made now could have: while a sale runs, of both pools. */
export function availableUnits(offer: OfferRecord, sale: SaleRecord | null): number {
  return sale ? Math.min(offer.free, sale.free) : offer.free
}

/** How many more units the viewer may have. */
export function unitsAllowed(offer: OfferRecord, sale: SaleRecord | null, holder: Holder): number {
  const ofOffer = offer.perViewer - holder.unitsOf(offer.id)
  return sale ? Math.min(ofOffer, sale.perViewer - holder.unitsInSale(sale.id)) : ofOffer
}

/** Whether the viewer may stand in line for so many units. */
export function decideJoin(
  { offer, sale, quantity }: { offer: OfferRecord; sale: SaleRecord | null; quantity: number },
  holder: Holder,
): Outcome<null, 'NOT_SOLD_OUT' | 'LIMIT_REACHED'> {
  const offerId = offer.id
  if (quantity > unitsAllowed(offer, null, holder)) {
    return refuse('LIMIT_REACHED', { detail: { offerId, perViewer: offer.perViewer } })
  }
  const free = availableUnits(offer, sale)
  return free > 0 ? refuse('NOT_SOLD_OUT', { detail: { offerId, free } }) : grant(null)
}

/**
 * What the next in line is offered: the units wished for, or as many as there are and as the viewer may have; `null`: none
 * are free, the line stands; `0`: nothing can come of this place any more.
 */
export function turnOf(
  { offer, sale, quantity }: { offer: OfferRecord; sale: SaleRecord | null; quantity: number },
  holder: Holder,
): number | null {
  if (holder.liveHoldOn(offer.id) || holder.unitsOf(offer.id) >= offer.perViewer) return 0
  const units = Math.min(quantity, availableUnits(offer, sale), unitsAllowed(offer, sale, holder))
  return units > 0 ? units : null
}
