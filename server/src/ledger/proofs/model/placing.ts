// The reference ledger's rules for viewers: place, release and change a hold.
import type { InputOf } from '../../requests.ts'
import { crowdOf, refuseCrowded } from './crowd.ts'
import { coolDownLeft, countRelease, expireIfDue, moveTo } from './moves.ts'
import { priceOf, putPrices } from './pricing.ts'
import { keepCoupon } from './rewards.ts'
import type { ModelHold, ModelLine, ModelOffer, ModelSale, ModelState } from './state.ts'
import { findOffer, findSale, isLive, liveHoldOn, mergeWish, offerPool } from './state.ts'
import { runningSale, salePool, unitsOf, wishKey } from './state.ts'
import { granted, refused, viewHold } from './views.ts'
import type { View } from './views.ts'

export function place(state: ModelState, request: InputOf<'place'>): View {
  const { holdId, viewerId, source } = request
  const asked = wishKey(request.lines)
  const known = state.holds.find((hold) => hold.id === holdId)
  if (known) {
    const isRepeat = known.viewerId === viewerId && known.asked === asked
    return isRepeat ? granted(viewHold(known)) : refused('HOLD_ID_TAKEN')
  }
  const wish = mergeWish(request.lines)
  if (wish.some(([offerId]) => !state.offers.some((offer) => offer.id === offerId))) return refused('OFFER_NOT_FOUND')
  if (!state.isLive) return refused('NOT_OPEN')
  const held = wish.map(([offerId]) => liveHoldOn(state, viewerId, offerId)).find((hold) => hold !== undefined)
  if (held) return refused('ALREADY_HELD', { hold: viewHold(held) })
  const retryAfterMs = coolDownLeft(state, request)
  if (retryAfterMs > 0) return refused('COOL_DOWN', { retryAfterMs })

  const lines: ModelLine[] = []
  for (const [offerId, quantity] of wish) {
    const offer = findOffer(state, offerId)
    const asked = { viewerId, offer, quantity, sale: saleWithUnits(state, offer, lines) }
    const refusal = findRefusal(state, { ...asked, before: lines })
    if (refusal) return refusal
    const line = newLine(offer, { quantity, locks: offer.policy === 'lock_on_hold', sale: asked.sale })
    lines.push(line)
  }
  putPrices(lines, priceOf(state, { id: holdId, viewerId, lines }))
  const dearer = lines.find((line) => line.unitPriceMinor > lowestSeen(request.lines, line.offerId))
  if (dearer) return refused('PRICE_ROSE', { priceMinor: dearer.unitPriceMinor })
  const crowd = crowdOf(state, request)
  const crowded = refuseCrowded(state, crowd, wish)
  if (crowded) return crowded
  const holdMs = Math.min(...wish.map(([offerId]) => findOffer(state, offerId).holdMs))
  const hold = openHold(state, { id: holdId, viewerId, source, crowd, asked, lines, expiresAt: state.now + holdMs })
  state.places = state.places.filter((each) => each.viewerId !== viewerId || !wish.some(([id]) => id === each.offerId))
  return granted(viewHold(hold))
}

/** The sale that the next units come from: the running one, unless earlier lines or others have all of it. */
export function saleWithUnits(
  state: ModelState,
  offer: ModelOffer,
  before: readonly ModelLine[] = [],
): ModelSale | undefined {
  const sale = runningSale(state, offer)
  return sale && salePool(state, sale).free > drawnFrom(sale, before) ? sale : undefined
}

function drawnFrom(sale: ModelSale, lines: readonly ModelLine[]): number {
  return lines.reduce((units, line) => (line.saleId === sale.id ? units + line.quantity : units), 0)
}

function lowestSeen(lines: InputOf<'place'>['lines'], offerId: string): number {
  return Math.min(...lines.filter((line) => line.offerId === offerId).map((line) => line.priceMinor ?? Infinity))
}

interface NewLine {
  readonly quantity: number
  readonly locks: boolean
  readonly sale: ModelSale | undefined
}

/** At its list price. */
export function newLine(offer: ModelOffer, { sale, ...more }: NewLine): ModelLine {
  const atList = { unitPriceMinor: offer.priceMinor, listMinor: offer.priceMinor, price: null, coupon: null }
  return { offerId: offer.id, saleId: sale?.id ?? null, ...atList, takes: false, takesSale: false, ...more }
}

export function openHold(
  state: ModelState,
  wanted: Pick<ModelHold, 'id' | 'viewerId' | 'source' | 'crowd' | 'asked' | 'lines' | 'expiresAt'> & {
    waited?: boolean
  },
): ModelHold {
  const fresh = { grantedAt: state.now, state: 'held' as const, extended: false, orderId: null }
  const hold: ModelHold = { ...wanted, ...fresh, waited: wanted.waited ?? false }
  state.holds.push(hold)
  if (!moveTo(state, hold, 'held')) throw new Error(`the model granted ${hold.id} without units`)
  return hold
}

interface Asked {
  readonly viewerId: string
  readonly offer: ModelOffer
  readonly quantity: number
  readonly sale: ModelSale | undefined
  /** The lines of the same wish that were looked at before. */
  readonly before: readonly ModelLine[]
}

function findRefusal(state: ModelState, { viewerId, offer, quantity, sale, before }: Asked): View | null {
  const ofOffer = unitsOf(state, viewerId, (line) => line.offerId === offer.id)
  if (ofOffer + quantity > offer.perViewer) return refused('LIMIT_REACHED')
  const { free } = offerPool(state, offer)
  if (quantity > free) return tooMany(free)
  if (!sale) return null
  const drawn = drawnFrom(sale, before)
  const ofSale = unitsOf(state, viewerId, (line) => line.saleId === sale.id)
  if (ofSale + drawn + quantity > sale.perViewer) return refused('LIMIT_REACHED')
  const ofBoth = Math.min(free, salePool(state, sale).free - drawn)
  return quantity > ofBoth ? tooMany(ofBoth) : null
}

function tooMany(free: number): View {
  return free === 0 ? refused('SOLD_OUT') : refused('NOT_ENOUGH', { free })
}

export function release(state: ModelState, { holdId, viewerId }: InputOf<'release'>): View {
  const hold = state.holds.find((each) => each.id === holdId && each.viewerId === viewerId)
  if (!hold) return refused('HOLD_NOT_FOUND')
  expireIfDue(state, hold)
  if (isLive(hold, state.now)) {
    countRelease(state, hold)
    moveTo(state, hold, 'released')
  }
  return hold.state === 'released' ? granted(viewHold(hold)) : refused('HOLD_OVER')
}

export function change(state: ModelState, request: InputOf<'change'>): View {
  const { holdId, viewerId, lines } = request
  const hold = state.holds.find((each) => each.id === holdId && each.viewerId === viewerId)
  if (!hold) return refused('HOLD_NOT_FOUND')
  expireIfDue(state, hold)
  if (hold.state === 'paying') return refused('HOLD_PAYING')
  if (hold.state !== 'held') return refused('HOLD_OVER')
  const wish = new Map(mergeWish(lines))
  if ([...wish.keys()].some((id) => !hold.lines.some((line) => line.offerId === id))) return refused('OFFER_NOT_FOUND')

  const before = hold.lines.map((line) => line.quantity)
  const refusal = changeLines(state, hold, wish)
  const grew = hold.lines.some((line, index) => line.quantity > (before[index] ?? 0))
  const closed = refusal ?? (grew && !state.isLive ? refused('NOT_OPEN') : null)
  const grown = hold.lines.filter((line, index) => line.quantity > (before[index] ?? 0))
  // What it has grown by is counted with the rest of it already.
  const stopped =
    closed ??
    refuseCrowded(
      state,
      hold.crowd,
      grown.map(({ offerId }) => [offerId, 0] as const),
    )
  if (stopped) {
    hold.lines.forEach((line, index) => (line.quantity = before[index] ?? 0))
    return stopped
  }
  const isOther = hold.lines.some((line, index) => line.quantity !== before[index])
  priceAnew(state, hold, { isOther, withoutCoupon: request.withoutCoupon === true })
  return granted(viewHold(hold))
}

/** What stays as it was keeps its price, unless it is to go on without the coupon it has. */
function priceAnew(state: ModelState, hold: ModelHold, how: { isOther: boolean; withoutCoupon: boolean }): void {
  const { isOther, withoutCoupon } = how
  const leavesCoupon = withoutCoupon && hold.lines.some(({ coupon }) => coupon !== null)
  if (!isOther && !leavesCoupon) return
  putPrices(hold.lines, priceOf(state, hold, { withoutCoupon }))
  keepCoupon(state, hold)
}

/** Line by line; the first refusal ends it. */
function changeLines(state: ModelState, hold: ModelHold, wish: ReadonlyMap<string, number>): View | null {
  for (const line of hold.lines) {
    const quantity = wish.get(line.offerId) ?? line.quantity
    const refusal = quantity > line.quantity ? findGrowthRefusal(state, hold.viewerId, { line, quantity }) : null
    if (refusal) return refusal
    line.quantity = quantity
  }
  return null
}

function findGrowthRefusal(
  state: ModelState,
  viewerId: string,
  { line, quantity }: { line: ModelLine; quantity: number },
): View | null {
  const offer = findOffer(state, line.offerId)
  const sale = findSale(state, line.saleId)
  const more = quantity - line.quantity
  if (sale && runningSale(state, offer) !== sale) return refused('SALE_OVER')
  const ofOffer = unitsOf(state, viewerId, (each) => each.offerId === offer.id)
  if (ofOffer + more > offer.perViewer) return refused('LIMIT_REACHED')
  if (sale && unitsOf(state, viewerId, (each) => each.saleId === sale.id) + more > sale.perViewer) {
    return refused('LIMIT_REACHED')
  }
  const free = Math.min(offerPool(state, offer).free, sale ? salePool(state, sale).free : Infinity)
  // A line that takes nothing yet asks for all its units anew.
  const needed = line.takes ? more : quantity
  return needed > free || free === 0 ? tooMany(free) : null
}
