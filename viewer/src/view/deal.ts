// What a product costs and how many are left right now, put together from offers and flash sale.
import { stepPriceNow } from '@lantern/shared/activities/priceSteps.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { FlashSale, Offer, Product, Variant } from '@lantern/shared/contract/things.ts'

/** `gone`: it runs, its units are taken, and the offers go on at their own prices. `closing`: the time is up but the room has not been told the end yet, or only just: nothing may be tapped. */
export type SalePhase = 'none' | 'announced' | 'running' | 'gone' | 'closing'

export interface Choice {
  readonly variant: Variant
  readonly offer: Offer
  readonly left: number
  /** What a unit costs right now. */
  readonly priceMinor: number
}

export interface Deal {
  readonly product: Product
  readonly choices: readonly Choice[]
  readonly sale: FlashSale | null
  readonly phase: SalePhase
  /** What holding one costs now: the sale's price while it has units, or a lower one. */
  readonly priceMinor: number
  /** Choices cost differently; `priceMinor` is the lowest. */
  readonly isFrom: boolean
  readonly wasMinor: number | null
  readonly currency: string
  readonly left: number
  readonly of: number
  /** Units that others hold and have not paid: they may come back. */
  readonly mayReturn: number
  /** Its stock is shared with other shows: more units come once those here are taken. */
  readonly hasMore: boolean
  /** None is left here, and other shows have some that may come. */
  readonly mayCome: boolean
  readonly perViewer: number
  readonly holdMs: number
  /** Holding reserves nothing: whoever pays first gets it. */
  readonly isFirstPaid: boolean
}

/** A sale that has just ended keeps the card still for so long: nobody should buy at another price by reflex. */
const STILL_MS = 1_500

export function salePhase(sale: FlashSale | null, now: number): SalePhase {
  if (sale === null) return 'none'
  if (sale.endedAt !== null) return now < sale.endedAt + STILL_MS && sale.endReason === 'time' ? 'closing' : 'none'
  if (now < sale.opensAt) return 'announced'
  if (now >= sale.closesAt) return 'closing'
  return sale.free > 0 ? 'running' : 'gone'
}

export function readDeal(room: RoomState, productId: string, now: number): Deal | null {
  const product = room.products.find((one) => one.id === productId)
  const offers = room.offers.filter((offer) => offer.productId === productId).map(pricedFor(room, productId))
  const cheapest = [...offers].sort((a, b) => a.priceMinor - b.priceMinor)[0]
  if (product === undefined || cheapest === undefined) return null

  const { sale, phase, priced } = readSale(room, productId, now)
  const pays = ({ priceMinor }: Offer) => Math.min(priceMinor, priced?.priceMinor ?? priceMinor)
  const priceMinor = pays(cheapest)
  const before = Math.max(cheapest.shopPriceMinor, cheapest.priceMinor)
  return {
    product,
    choices: readChoices(product, offers, priced),
    sale,
    phase,
    priceMinor,
    isFrom: offers.some((offer) => pays(offer) !== priceMinor),
    wasMinor: before > priceMinor ? before : null,
    currency: cheapest.currency,
    ...readStock(offers, priced),
    perViewer: (priced ?? cheapest).perViewer,
    holdMs: cheapest.holdMs,
    isFirstPaid: offers.every((offer) => offer.policy === 'first_paid'),
  }
}

/** While a step is open everyone pays it, where it is lower; after the show the shop's own price holds again. */
function pricedFor(room: RoomState, productId: string): (offer: Offer) => Offer {
  if (room.show.phase === 'ended') return (offer) => ({ ...offer, priceMinor: offer.shopPriceMinor })
  const step = stepPriceNow(room, productId)
  return (offer) => (step === null || step >= offer.priceMinor ? offer : { ...offer, priceMinor: step })
}

/** `priced`: the sale whose price holds; once its units are taken that is nobody's any more. */
function readSale(room: RoomState, productId: string, now: number) {
  const own = room.sale?.productId === productId && room.show.phase !== 'ended' ? room.sale : null
  const phase = salePhase(own, now)
  const sale = phase === 'none' ? null : own
  return { sale, phase, priced: phase === 'gone' ? null : sale }
}

/** Units of the sale that are held and not paid: they may come back into it. */
export function mayReturnToSale({ taken, paid }: FlashSale): number {
  return Math.max(0, taken - paid)
}

function readChoices(product: Product, offers: readonly Offer[], sale: FlashSale | null): Choice[] {
  return product.variants.flatMap((variant) => {
    const offer = offers.find((one) => one.variantId === variant.id)
    if (offer === undefined) return []
    const left = sale === null ? offer.free : Math.min(offer.free, sale.free)
    return [{ variant, offer, left, priceMinor: Math.min(offer.priceMinor, sale?.priceMinor ?? offer.priceMinor) }]
  })
}

function readStock(offers: readonly Offer[], sale: FlashSale | null) {
  const sum = (read: (offer: Offer) => number) => offers.reduce((total, offer) => total + read(offer), 0)
  const pool = sale ?? { allotted: sum((o) => o.allotted), taken: sum((o) => o.taken), paid: sum((o) => o.paid) }
  const free = sum((offer) => offer.free)
  return {
    left: sale === null ? free : Math.min(free, sale.free),
    of: pool.allotted,
    mayReturn: Math.max(0, pool.taken - pool.paid),
    hasMore: sale === null && offers.some(({ shared }) => shared === 'more'),
    mayCome: offers.some(({ shared }) => shared === 'more' || shared === 'last'),
  }
}
