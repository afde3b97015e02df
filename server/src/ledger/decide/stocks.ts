// Shows that sell from one stock: a batch draws from it for an offer whose own units are not enough.
import type { Refusal, RefusalCode } from '@lantern/shared/contract/refusals.ts'
import { blockOf, type Shared } from '../../domain/sharedStock.ts'
import type { HoldRecord, OfferRecord } from '../../domain/hold.ts'
import { allot } from '../../domain/pool.ts'
import type { WorkingSet } from '../workingSet.ts'

/** The offer as it is then: with what it needs as far as the stock has it, which is at most what one viewer may have. */
export function stockUp(set: WorkingSet, offer: OfferRecord, needed: number): OfferRecord {
  if (offer.shared === undefined || offer.free >= needed) return offer
  const stock = set.stocks.find(offer.variantId)
  if (!stock || stock.free === 0) return offer
  const units = blockOf(stock, Math.min(needed, stock.free + offer.free) - offer.free, stock.shows)
  set.stocks.put({ ...stock, free: stock.free - units })
  const stocked = allot(offer, offer.allotted + units)
  set.offers.put(stocked)
  return stocked
}

/** For the lines that are to take their units only now. */
export function stockUpFor(set: WorkingSet, hold: HoldRecord): void {
  for (const { offerId, quantity, takes } of hold.lines) if (!takes) stockUp(set, set.shelf.offer(offerId), quantity)
}

/** Units that are sold no more, out of what all shows have together. */
export function loseShared(set: WorkingSet, offer: OfferRecord, units: number): void {
  const stock = offer.shared === undefined ? undefined : set.stocks.find(offer.variantId)
  if (offer.shared === undefined || units === 0) return
  if (!stock?.isLocked) throw new Error(`the shared stock of offer ${offer.id} was not locked`)
  set.stocks.put({ ...stock, units: stock.units - units })
}

/** The same for a sale of so many units on all of them together. */
export function stockUpAll(set: WorkingSet, offers: readonly OfferRecord[], units: number): OfferRecord[] {
  let missing = units - offers.reduce((sum, { free }) => sum + free, 0)
  return offers.map((offer) => {
    const stocked = missing > 0 ? stockUp(set, offer, offer.free + missing) : offer
    missing -= stocked.free - offer.free
    return stocked
  })
}

/** Says beside a refusal that other shows had units free when this batch began: asking them may bring what is missing here. */
export function withElsewhere<Code extends RefusalCode>(set: WorkingSet, refusal: Refusal<Code>): Refusal<Code> {
  const offer = set.sharedBefore.get(String(refusal.detail?.['offerId']))
  const isOfUnits = refusal.code === 'SOLD_OUT' || refusal.code === 'NOT_ENOUGH'
  if (offer === undefined || !isOfUnits) return refusal
  const apart = set.stocks.find(offer.variantId)?.apart ?? 0
  return apart > offer.free ? { ...refusal, detail: { ...refusal.detail, elsewhere: true } } : refusal
}

/** Behind all of a batch: who has nothing left draws once more, and each drawing is told once. */
export function tellStocks(set: WorkingSet): void {
  for (const id of set.sharedBefore.keys()) {
    const offer = set.shelf.offer(id)
    if (set.stocks.find(offer.variantId) === undefined) continue
    const isOver = set.shows.find(offer.showId)?.phase === 'ended'
    tellOffer(set, isOver ? offer : stockUp(set, offer, 1))
  }
}

function tellOffer(set: WorkingSet, offer: OfferRecord): void {
  const before = set.sharedBefore.get(offer.id)
  const shared = sayOf(offer, set.stocks.find(offer.variantId)?.free ?? 0)
  if (before?.allotted === offer.allotted && before.shared === shared) return
  const payload = { offerId: offer.id, allotted: offer.allotted, shared }
  const version = set.record(offer.showId, { actor: 'clock', type: 'offer:changed', payload })
  set.offers.put({ ...offer, shared, version })
}

/** Whether all is paid is seen by whoever looks at all shows. */
function sayOf({ shared }: OfferRecord, free: number): Shared {
  if (free > 0) return 'more'
  return shared === 'gone' ? 'gone' : 'last'
}
