// Whether a viewer may hold what was asked for: every line or none.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Outcome, Refusal } from '@lantern/shared/contract/refusals.ts'
import type { HoldLine } from '@lantern/shared/contract/things.ts'
import type { HeldLine, HoldRecord, OfferRecord, SaleRecord } from './hold.ts'

/** One line with the pools it would draw from; `sale` is the one that runs on the product now. */
export interface AskedLine {
  readonly offer: OfferRecord
  readonly sale: SaleRecord | null
  readonly quantity: number
  /** The price of one unit that was seen; undefined: whatever it costs. */
  readonly seenMinor?: number | undefined
}

/** A line as it is asked for; `priceMinor`: the price of one unit that was seen, undefined: whatever it costs. */
export interface Wish extends HoldLine {
  readonly priceMinor?: number | undefined
}

/** What the viewer has, besides what is asked for now: units count while held, paying and paid. */
export interface Holder {
  liveHoldOn(offerId: string): HoldRecord | null
  unitsOf(offerId: string): number
  unitsInSale(saleId: string): number
}

export type UnitsRefusal = 'SOLD_OUT' | 'NOT_ENOUGH' | 'LIMIT_REACHED'
type LineDecision = Outcome<HeldLine, UnitsRefusal>

/** The viewer's live hold on any of the asked offers. */
export function findHeldAlready(asked: readonly AskedLine[], holder: Holder): HoldRecord | null {
  for (const { offer } of asked) {
    const hold = holder.liveHoldOn(offer.id)
    if (hold) return hold
  }
  return null
}

/** The lines at their list prices, with the pools they draw from. */
export function decideLines(asked: readonly AskedLine[], holder: Holder): Outcome<HeldLine[], UnitsRefusal> {
  const lines: HeldLine[] = []
  for (const line of asked) {
    const decision = line.sale ? decideSaleLine(line, holder, drawnFrom(line.sale, lines)) : decideLine(line, holder)
    if (!decision.ok) return decision
    lines.push(decision.value)
  }
  return grant(lines)
}

/** A line that costs more than was seen; null: none does. */
export function refuseDearer(
  asked: readonly AskedLine[],
  lines: readonly Pick<HeldLine, 'offerId' | 'unitPriceMinor'>[],
): Refusal<'PRICE_ROSE'> | null {
  for (const { offerId, unitPriceMinor: priceMinor } of lines) {
    const seenMinor = asked.find(({ offer }) => offer.id === offerId)?.seenMinor
    if (priceMinor > (seenMinor ?? priceMinor)) return refuse('PRICE_ROSE', { detail: { offerId, priceMinor } })
  }
  return null
}

function decideLine({ offer, quantity }: AskedLine, holder: Holder): LineDecision {
  const { id: offerId, perViewer, free } = offer
  if (holder.unitsOf(offerId) + quantity > perViewer) return refuse('LIMIT_REACHED', { detail: { offerId, perViewer } })
  if (free === 0) return refuse('SOLD_OUT', { detail: { offerId } })
  if (quantity > free) return refuse('NOT_ENOUGH', { detail: { offerId, free } })
  const locks = offer.policy === 'lock_on_hold'
  return grant({
    offerId,
    quantity,
    saleId: null,
    unitPriceMinor: offer.priceMinor,
    adjustments: [],
    locks,
    takes: false,
    takesSale: false,
  })
}

/** Of the sale while it has units; once they are taken the offer goes on at its own price. */
function decideSaleLine({ offer, sale, quantity }: AskedLine, holder: Holder, drawn: number): LineDecision {
  const atOffer = decideLine({ offer, sale, quantity }, holder)
  if (!atOffer.ok || !sale || sale.free <= drawn) return atOffer
  const { id: saleId, perViewer } = sale
  const free = Math.min(sale.free - drawn, offer.free)
  if (holder.unitsInSale(saleId) + drawn + quantity > perViewer) {
    return refuse('LIMIT_REACHED', { detail: { offerId: offer.id, saleId, perViewer } })
  }
  if (quantity > free) return refuse('NOT_ENOUGH', { detail: { offerId: offer.id, saleId, free } })
  return grant({ ...atOffer.value, saleId })
}

function drawnFrom(sale: SaleRecord, lines: readonly HeldLine[]): number {
  return lines.reduce((units, line) => (line.saleId === sale.id ? units + line.quantity : units), 0)
}

/** One line per offer, in the order of their ids: the same wish always reads the same. */
export function mergeLines(lines: readonly Wish[]): readonly Wish[] {
  if (lines.length === 1) return lines
  const byOffer = new Map<string, Wish>()
  for (const line of lines) {
    const before = byOffer.get(line.offerId)
    byOffer.set(line.offerId, before ? addUp(before, line) : line)
  }
  return [...byOffer.values()].sort((a, b) => (a.offerId < b.offerId ? -1 : 1))
}

/** The lower of the prices that were seen. */
function addUp(a: Wish, b: Wish): Wish {
  const seen = [a.priceMinor, b.priceMinor].filter((price) => price !== undefined)
  const priceMinor = seen.length > 0 ? Math.min(...seen) : undefined
  return { offerId: a.offerId, quantity: a.quantity + b.quantity, priceMinor }
}

/** The same for the same wish, however it is written. */
export function linesKey(lines: readonly HoldLine[]): string {
  return mergeLines(lines)
    .map((line) => `${line.offerId}:${line.quantity}`)
    .join()
}
