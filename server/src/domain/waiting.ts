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

/** Whether the viewer may stand in line for so many units, and for which: of the sale alone where only those are taken. */
export function decideJoin(
  { offer, sale, quantity }: { offer: OfferRecord; sale: SaleRecord | null; quantity: number },
  holder: Holder,
): Outcome<{ saleId: SaleRecord['id'] | null }, 'NOT_SOLD_OUT' | 'LIMIT_REACHED'> {
  const offerId = offer.id
  if (quantity > unitsAllowed(offer, null, holder)) {
    return refuse('LIMIT_REACHED', { detail: { offerId, perViewer: offer.perViewer } })
  }
  if (offer.free === 0) return grant({ saleId: null })
  const free = availableUnits(offer, sale)
  if (sale === null || free > 0) return refuse('NOT_SOLD_OUT', { detail: { offerId, free } })
  const { id: saleId, perViewer } = sale
  if (quantity > unitsAllowed(offer, sale, holder)) {
    return refuse('LIMIT_REACHED', { detail: { offerId, saleId, perViewer } })
  }
  return grant({ saleId })
}

export interface InTurn {
  readonly offer: OfferRecord
  /** What the units come from, besides the offer. */
  readonly sale: SaleRecord | null
  /** Nothing but that sale was waited for. */
  readonly ofSaleOnly: boolean
  readonly quantity: number
}

/**
 * What the next in line is offered: the units wished for, or as many as there are and as the viewer may have; `null`: none
 * are free, the line stands; `0`: nothing can come of this place any more.
 */
export function turnOf({ offer, sale, ofSaleOnly, quantity }: InTurn, holder: Holder): number | null {
  if (holder.liveHoldOn(offer.id) || holder.unitsOf(offer.id) >= offer.perViewer) return 0
  const allowed = unitsAllowed(offer, sale, holder)
  if (ofSaleOnly && allowed <= 0) return 0
  const units = Math.min(quantity, availableUnits(offer, sale), allowed)
  return units > 0 ? units : null
}
