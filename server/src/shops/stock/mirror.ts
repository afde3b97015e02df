// Mirrored stock: what the shop sells elsewhere is not sold here, and staff hear of units that are held and gone.
import type { OfferId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Log } from '../../ops/log.ts'
import type { MirroredOffer, ShopRecords } from '../records/shopRecords.ts'
import type { Checkout, StockFact } from '../checkout.ts'

export interface MirrorNeeds {
  readonly records: Pick<ShopRecords, 'findOffers' | 'saveStock' | 'capShared'>
  readonly readStock: Checkout['readStock']
  /** Sets an allotment; BELOW_TAKEN: someone took a unit meanwhile. */
  readonly setAllotted: (offer: {
    showId: ShowId
    offerId: OfferId
    allotted: number
  }) => Promise<Outcome<unknown, 'OFFER_NOT_FOUND' | 'SHOW_ENDED' | 'BELOW_TAKEN' | 'UNITS_SHARED'>>
  readonly log: Log
}

/** What an offer may still sell. */
export interface Cut {
  readonly offer: MirroredOffer
  readonly free: number
}

/** `left`: what the shop has beyond what is held and free here. */
export interface Mirrored {
  readonly cuts: readonly Cut[]
  readonly short: number
  readonly left: number
}

/**
 * Units held here are among the shop's, unless their buyer is paying: then the shop may have taken them off already, and its
 * message about the order comes later than the one about the stock. `short`: held here, and not there any more.
 */
export function mirror(offers: readonly MirroredOffer[], available: number): Mirrored {
  const held = offers.reduce((sum, { taken, paid, paying }) => sum + Math.max(0, taken - paid - paying), 0)
  let room = Math.max(0, available - held)
  const cuts = offers.map((offer) => {
    const free = Math.min(offer.free, room)
    room -= free
    return { offer, free }
  })
  const short = Math.max(0, held - available)
  return { cuts: cuts.filter(({ offer, free }) => free < offer.free), short, left: room }
}

const TRIES = 3

/** Null: the shop sells it without counting. Throws where the shop does not answer: the message is tried again. */
async function unitsOf({ available, externalId }: StockFact, { readStock }: MirrorNeeds): Promise<number | null> {
  if (available !== null || externalId === null) return available
  const read = await readStock(externalId)
  if (read.ok) return read.value
  const why = read.detail?.['why']
  throw new Error(`the shop does not say what stock it has: ${read.code} ${typeof why === 'string' ? why : ''}`.trim())
}

/**
 * Lowers what is free to what the shop has, never raises it. False: nothing of ours is meant. Safe to repeat. Rejects where the
 * shop had to be asked and did not answer.
 */
export function createMirror(needs: MirrorNeeds): (fact: StockFact) => Promise<boolean> {
  const { records, setAllotted, log } = needs

  async function once(fact: StockFact): Promise<'none' | 'done' | 'again'> {
    const offers = await records.findOffers(fact)
    const [first] = offers
    if (first === undefined) return 'none'
    const available = await unitsOf(fact, needs)
    if (available === null) return 'none'
    const { cuts, short, left } = mirror(offers, available)
    await records.capShared({ variantId: first.variantId, free: left })
    for (const { offer, free } of cuts) {
      const { showId, offerId } = offer
      const set = await setAllotted({ showId, offerId, allotted: offer.taken + free })
      if (!set.ok && set.code === 'BELOW_TAKEN') return 'again'
    }
    await records.saveStock({ variantId: first.variantId, available, short })
    if (short > 0) log.warn({ sku: first.sku, available, short }, 'the shop has fewer units than are held')
    return 'done'
  }

  return async (fact) => {
    for (let tried = 1; tried <= TRIES; tried += 1) {
      const outcome = await once(fact)
      if (outcome !== 'again') return outcome === 'done'
    }
    throw new Error(`stock of ${fact.sku ?? fact.externalId} moves too fast to be mirrored`)
  }
}
