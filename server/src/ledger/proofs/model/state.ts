// The reference ledger's memory: plain lists; every counter is counted anew from the holds whenever it is asked for.
import type { StaffOrder, FlashSale, HoldPolicy, HoldState } from '@lantern/shared/contract/things.ts'
import type { InputOf, LedgerPolicy } from '../../requests.ts'
import type { ModelActivity, ModelCoupon, ModelDifference, ModelPrice, ModelReward } from './playState.ts'

export interface ModelOffer {
  readonly id: string
  readonly productId: string
  readonly priceMinor: number
  allotted: number
  perViewer: number
  policy: HoldPolicy
  holdMs: number
  lapsed: number
}

export interface ModelSale {
  readonly id: string
  readonly productId: string
  readonly priceMinor: number
  allotted: number
  readonly perViewer: number
  readonly opensAt: number
  readonly closesAt: number
  endedAt: number | null
  endReason: FlashSale['endReason']
}

export interface ModelLine {
  readonly offerId: string
  readonly saleId: string | null
  /** Of one unit, before a coupon. */
  unitPriceMinor: number
  /** Of one unit, where nothing is taken off. */
  readonly listMinor: number
  /** Where the unit's price comes from; null: it is the list price. */
  price: ModelPrice | null
  coupon: ModelCoupon | null
  readonly locks: boolean
  quantity: number
  takes: boolean
  takesSale: boolean
}

export interface ModelHold {
  readonly id: string
  readonly viewerId: string
  readonly source: string | null
  /** The address it counts against. */
  readonly crowd: string | null
  /** What it was placed with. */
  readonly asked: string
  readonly lines: readonly ModelLine[]
  readonly grantedAt: number
  readonly waited: boolean
  state: HoldState
  expiresAt: number
  extended: boolean
  orderId: string | null
}

export interface ModelOrder {
  readonly orderId: string
  readonly holdId: string
  amountMinor: number
  state: StaffOrder['state']
  matter: StaffOrder['matter']
  /** Whether the shop is to give something back. */
  refund: StaffOrder['refund']
  /** Of a part that goes back: so much. */
  askedMinor: number
}

export interface ModelPlace {
  readonly offerId: string
  /** Waited for in this sale alone. */
  saleId: string | null
  readonly viewerId: string
  readonly source: string | null
  readonly crowd: string | null
  readonly joinedAt: number
  quantity: number
  present: boolean
  seenAt: number
}

export interface ModelStrikes {
  lapses: number
  since: number
  coolUntil: number
}

export interface ModelState {
  readonly policy: LedgerPolicy
  /** In the order of their ids. */
  readonly offers: readonly ModelOffer[]
  readonly sales: ModelSale[]
  readonly holds: ModelHold[]
  readonly orders: ModelOrder[]
  /** Those who wait, in the order they came. */
  places: ModelPlace[]
  readonly strikes: Map<string, ModelStrikes>
  readonly receipts: Set<string>
  /** What was said of orders that are not known yet. */
  readonly early: InputOf<'report'>[]
  readonly createdAt: number
  now: number
  isLive: boolean
  /** Whether one address met its limit, and staff lifted that. */
  crowd: 'on' | 'met' | 'lifted'
  /** In the order in which they were told of last. */
  readonly activities: ModelActivity[]
  front: string | null
  readonly rewards: ModelReward[]
  /** What was paid while prices could still fall. */
  readonly differences: ModelDifference[]
  /** Whoever was seen with a session of staff. */
  readonly staff: ReadonlySet<string>
  /** How many people the room shows, and whether the shop can be told a price. */
  room: Room
  /** How often something was told. */
  told: number
  /** By activity, when the entries of this batch were told. */
  readonly entryTold: Map<string, number>
  /** The id of a hold in the database, which orders what is even. */
  realOf(holdId: string): string
}

export interface Room {
  readonly viewers: number
  readonly carriesPrice: boolean
}

type Fits = (line: ModelLine, hold: ModelHold) => boolean

/** Units of all lines that fit. */
function sum(holds: readonly ModelHold[], fits: Fits): number {
  let units = 0
  for (const hold of holds) for (const line of hold.lines) units += fits(line, hold) ? line.quantity : 0
  return units
}

export function offerPool({ holds }: ModelState, { id, allotted }: ModelOffer) {
  const taken = sum(holds, (line) => line.takes && line.offerId === id)
  const paid = sum(holds, (line, hold) => line.takes && line.offerId === id && hold.state === 'paid')
  return { allotted, free: allotted - taken, taken, paid }
}

export function salePool({ holds }: ModelState, { id, allotted }: ModelSale) {
  const taken = sum(holds, (line) => line.takesSale && line.saleId === id)
  const paid = sum(holds, (line, hold) => line.takesSale && line.saleId === id && hold.state === 'paid')
  return { allotted, free: allotted - taken, taken, paid }
}

export function isDue(hold: ModelHold, now: number): boolean {
  return (hold.state === 'held' || hold.state === 'paying') && hold.expiresAt <= now
}

export function isLive(hold: ModelHold, now: number): boolean {
  return (hold.state === 'held' || hold.state === 'paying') && hold.expiresAt > now
}

/** Of the viewer's live, ordered and paid holds. */
export function unitsOf({ holds, now }: ModelState, viewerId: string, fits: Fits): number {
  const isBought = ({ state }: ModelHold) => state === 'authorised' || state === 'paid'
  const counts = (hold: ModelHold) => hold.viewerId === viewerId && (isBought(hold) || isLive(hold, now))
  return sum(holds.filter(counts), fits)
}

export function liveHoldOn({ holds, now }: ModelState, viewerId: string, offerId: string): ModelHold | undefined {
  const isOn = (hold: ModelHold) => hold.lines.some((line) => line.offerId === offerId)
  return holds.find((hold) => hold.viewerId === viewerId && isLive(hold, now) && isOn(hold))
}

export function findOffer({ offers }: ModelState, id: string): ModelOffer {
  const offer = offers.find((each) => each.id === id)
  if (!offer) throw new Error(`the model knows no offer ${id}`)
  return offer
}

export function findSale({ sales }: ModelState, id: string | null): ModelSale | undefined {
  return sales.find((sale) => sale.id === id)
}

/** The sale at whose price the offer goes now. */
export function runningSale(state: ModelState, { productId }: ModelOffer): ModelSale | undefined {
  const { now, policy } = state
  const isOpen = (sale: ModelSale) =>
    sale.endedAt === null && now >= sale.opensAt && now < sale.closesAt + policy.saleGraceMs
  return state.sales.find((sale) => sale.productId === productId && isOpen(sale))
}

export function waitingFor({ places }: ModelState, offerId: string): number {
  return places.filter((place) => place.offerId === offerId).length
}

/** The same text for the same wish. */
export function wishKey(lines: readonly { offerId: string; quantity: number }[]): string {
  return JSON.stringify(mergeWish(lines))
}

/** One entry per offer, in the order of their ids. */
export function mergeWish(lines: readonly { offerId: string; quantity: number }[]): [string, number][] {
  const units = new Map<string, number>()
  for (const { offerId, quantity } of lines) units.set(offerId, (units.get(offerId) ?? 0) + quantity)
  return [...units].sort(([a], [b]) => (a < b ? -1 : 1))
}
