// Whether a live hold's quantities may change: every line or none; prices, sale and deadline stay as granted.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { HoldLine } from '@lantern/shared/contract/things.ts'
import { atList } from './adjusting.ts'
import { salePhase } from './flashSale.ts'
import type { HeldLine, HoldChange, HoldRecord, OfferRecord, SaleRecord, Shelf } from './hold.ts'
import { mergeLines } from './placing.ts'
import type { Holder, UnitsRefusal } from './placing.ts'
import { giveBack, take } from './pool.ts'

export type ChangeRefusal = UnitsRefusal | 'OFFER_NOT_FOUND' | 'SALE_OVER'

interface Wish {
  readonly line: HeldLine
  readonly quantity: number
  readonly offer: OfferRecord
  readonly sale: SaleRecord | null
  /** Units that the lines before it have added at the sale. */
  readonly added: number
}

interface Step {
  readonly line: HeldLine
  readonly offer: OfferRecord
  readonly sale: SaleRecord | null
}

export interface ChangeContext {
  readonly shelf: Shelf
  /** Everything the viewer has, this hold included. */
  readonly holder: Holder
  readonly now: number
}

/** The hold with its new quantities, its lines at their list prices, and the pools that moved; `wanted` names lines the hold has, and leaves it at least one. */
export function changeHold(
  hold: HoldRecord,
  wanted: readonly HoldLine[],
  { shelf, holder, now }: ChangeContext,
): Outcome<HoldChange, ChangeRefusal> {
  const wishes = new Map(mergeLines(wanted).map((line) => [line.offerId, line.quantity]))
  if ([...wishes.keys()].some((offerId) => !hold.lines.some((line) => line.offerId === offerId))) {
    return refuse('OFFER_NOT_FOUND')
  }
  const offers = new Map<string, OfferRecord>()
  const sales = new Map<string, SaleRecord>()
  const lines: HeldLine[] = []
  for (const line of hold.lines.map(atList)) {
    const { offerId, saleId } = line
    const offer = offers.get(offerId) ?? shelf.offer(offerId)
    const sale = saleId === null ? null : (sales.get(saleId) ?? shelf.sale(saleId))
    const quantity = wishes.get(offerId) ?? line.quantity
    const added = sale ? unitsIn(sale, lines) - unitsIn(sale, hold.lines.slice(0, lines.length)) : 0
    const decision = changeLine({ line, offer, sale, quantity, added }, holder, now)
    if (!decision.ok) return decision
    const step = decision.value
    lines.push(step.line)
    if (step.offer !== offer) offers.set(offerId, step.offer)
    if (step.sale && step.sale !== sale) sales.set(step.sale.id, step.sale)
  }
  const kept = lines.filter(({ quantity }) => quantity > 0)
  return grant({ hold: { ...hold, lines: kept }, offers: [...offers.values()], sales: [...sales.values()] })
}

function unitsIn(sale: SaleRecord, lines: readonly HeldLine[]): number {
  return lines.reduce((units, line) => (line.saleId === sale.id ? units + line.quantity : units), 0)
}

function changeLine(wish: Wish, holder: Holder, now: number): Outcome<Step, ChangeRefusal> {
  const more = wish.quantity - wish.line.quantity
  if (more <= 0) return grant(shrink(wish, -more))
  const refusal = findRefusal(wish, holder, now)
  return refusal ?? grant(grow(wish, more))
}

function shrink({ line, offer, sale, quantity }: Wish, less: number): Step {
  const smaller = { ...line, quantity }
  if (less === 0 || !line.takes) return { line: smaller, offer, sale }
  return { line: smaller, offer: giveBack(offer, less), sale: sale && line.takesSale ? giveBack(sale, less) : sale }
}

function grow({ line, offer, sale, quantity }: Wish, more: number): Step {
  const larger = { ...line, quantity }
  if (!line.takes) return { line: larger, offer, sale }
  return { line: larger, offer: take(offer, more), sale: sale && line.takesSale ? take(sale, more) : sale }
}

/** More units at a sale's price only while it runs. A line that takes nothing yet asks for all its units anew. */
function findRefusal({ line, offer, sale, quantity, added }: Wish, holder: Holder, now: number) {
  const { offerId } = line
  const more = quantity - line.quantity
  if (sale && salePhase(sale, now) !== 'running') return refuse('SALE_OVER')
  if (holder.unitsOf(offerId) + more > offer.perViewer) {
    return refuse('LIMIT_REACHED', { detail: { offerId, perViewer: offer.perViewer } })
  }
  if (sale && holder.unitsInSale(sale.id) + added + more > sale.perViewer) {
    return refuse('LIMIT_REACHED', { detail: { offerId, saleId: sale.id, perViewer: sale.perViewer } })
  }
  const free = sale ? Math.min(sale.free, offer.free) : offer.free
  if (free === 0) return refuse('SOLD_OUT', { detail: { offerId } })
  const needed = line.takes ? more : quantity
  return needed > free ? refuse('NOT_ENOUGH', { detail: { offerId, free } }) : null
}
