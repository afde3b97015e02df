// A hold's life: which state may follow which, and what each state does to units.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Credit } from '@lantern/shared/contract/sharing.ts'
import type { FlashSale, GrantedLine, Hold, HoldState, Offer } from '@lantern/shared/contract/things.ts'
import { giveBack, pay, take, unpay } from './pool.ts'

/** Moves that are not here cannot happen. */
export const HOLD_MOVES = {
  held: ['paying', 'authorised', 'paid', 'late_paid', 'released', 'expired'],
  paying: ['held', 'authorised', 'paid', 'late_paid', 'released', 'expired'],
  authorised: ['held', 'paid', 'released', 'expired'],
  released: ['authorised', 'paid', 'late_paid'],
  expired: ['authorised', 'paid', 'late_paid'],
  late_paid: ['paid', 'refunded'],
  paid: ['refunded'],
  refunded: [],
} as const satisfies Record<HoldState, readonly HoldState[]>

/**
 * A line and whether it takes its units now, at the offer and at the flash sale. `locks`: it takes them from `held` on; frozen
 * when it was granted, so that a change of the offer's policy harms nobody.
 */
export interface HeldLine extends GrantedLine {
  readonly locks: boolean
  readonly takes: boolean
  readonly takesSale: boolean
}

/** A hold as the ledger keeps it. */
export interface HoldRecord extends Omit<Hold, 'lines' | 'reserved'> {
  readonly viewerId: ViewerId
  readonly viewerName: string
  readonly via: string | null
  /** The viewer's address, hashed. */
  readonly source: string | null
  /** The same, where the hold counts against it: its viewer had no history. */
  readonly crowd: string | null
  /** The lines it was placed with (`linesKey`), once they were changed. */
  readonly asked: string | null
  /** The deadline was put off once already, when paying began. */
  readonly extended: boolean
  readonly lines: readonly HeldLine[]
  /** Whoever brought the buyer, decided when it was granted; null: nobody. */
  readonly credit: Credit | null
}

export interface OfferRecord extends Offer {
  readonly showId: ShowId
}

export interface SaleRecord extends FlashSale {
  readonly showId: ShowId
}

/** Where pools are looked up. */
export interface Shelf {
  offer(id: string): OfferRecord
  sale(id: string): SaleRecord
}

/** A hold after a step, with the pools that changed by it. */
export interface HoldChange {
  readonly hold: HoldRecord
  readonly offers: readonly OfferRecord[]
  readonly sales: readonly SaleRecord[]
}

export function canMove(from: HoldState, to: HoldState): boolean {
  const moves: readonly HoldState[] = HOLD_MOVES[from]
  return moves.includes(to)
}

/** Placed as an order at the shop, or paid: no deadline ends it, and its units are the viewer's. */
export const BOUGHT: ReadonlySet<HoldState> = new Set(['authorised', 'paid'])
/** What counts against a viewer's limits; of the live ones only while their time runs. */
export const COUNTING = ['held', 'paying', 'authorised', 'paid'] as const satisfies readonly HoldState[]

/** Live: the viewer may still go and pay it. */
export function isLive(hold: Pick<Hold, 'state' | 'expiresAt'>, now: number): boolean {
  return (hold.state === 'held' || hold.state === 'paying') && now < hold.expiresAt
}

export function isOverdue(hold: Pick<Hold, 'state' | 'expiresAt'>, now: number): boolean {
  return (hold.state === 'held' || hold.state === 'paying') && now >= hold.expiresAt
}

/** Whether a line takes units out of the pool in this state. */
export function takesUnits(state: HoldState, { locks }: Pick<HeldLine, 'locks'>): boolean {
  if (state === 'paying' || BOUGHT.has(state)) return true
  return state === 'held' && locks
}

/** Whether letting it run out kept units from others; a turn in the waitlist that nobody took has, too. */
export function isLapse(hold: HoldRecord): boolean {
  return hold.lines.some((line) => line.takes)
}

/** Moves the hold and the units of all its lines with it; null when units it needs are not free: then nothing changes. */
export function moveHold(shelf: Shelf, hold: HoldRecord, to: HoldState): HoldChange | null {
  if (!canMove(hold.state, to)) throw new Error(`a hold cannot go from ${hold.state} to ${to}`)
  return settle(shelf, hold, to)
}

/** Takes the units of a hold that was just granted. */
export function openHold(shelf: Shelf, hold: HoldRecord): HoldChange | null {
  return settle(shelf, hold, hold.state)
}

function settle(shelf: Shelf, hold: HoldRecord, to: HoldState): HoldChange | null {
  const offers = new Map<string, OfferRecord>()
  const sales = new Map<string, SaleRecord>()
  const lines: HeldLine[] = []
  for (const line of hold.lines) {
    const saleId = line.saleId
    const before: LinePools = {
      line,
      offer: offers.get(line.offerId) ?? shelf.offer(line.offerId),
      sale: saleId === null ? null : (sales.get(saleId) ?? shelf.sale(saleId)),
    }
    const after = settleLine(before, hold.state, to)
    if (!after) return null
    lines.push(after.line)
    if (after.offer !== before.offer) offers.set(after.offer.id, after.offer)
    if (after.sale && after.sale !== before.sale) sales.set(after.sale.id, after.sale)
  }
  return { hold: { ...hold, state: to, lines }, offers: [...offers.values()], sales: [...sales.values()] }
}

interface LinePools {
  readonly line: HeldLine
  readonly offer: OfferRecord
  readonly sale: SaleRecord | null
}

function settleLine(before: LinePools, from: HoldState, to: HoldState): LinePools | null {
  const unpaid = from === 'paid' && to !== 'paid' ? changeBoth(before, unpay) : before
  const wants = takesUnits(to, before.line)
  const taken = wants === before.line.takes ? unpaid : wants ? drawUnits(unpaid) : returnUnits(unpaid)
  return taken && to === 'paid' && from !== 'paid' ? changeBoth(taken, pay) : taken
}

/** The sale's units as well where it has them; otherwise the frozen price stands and the offer alone gives them. */
function drawUnits({ line, offer, sale }: LinePools): LinePools | null {
  if (line.quantity > offer.free) return null
  const takesSale = sale !== null && line.quantity <= sale.free
  return changeBoth({ line: { ...line, takes: true, takesSale }, offer, sale }, take)
}

function returnUnits(pools: LinePools): LinePools {
  const { line, offer, sale } = changeBoth(pools, giveBack)
  return { line: { ...line, takes: false, takesSale: false }, offer, sale }
}

function changeBoth(
  { line, offer, sale }: LinePools,
  change: <P extends OfferRecord | SaleRecord>(pool: P, units: number) => P,
): LinePools {
  return {
    line,
    offer: change(offer, line.quantity),
    sale: sale && line.takesSale ? change(sale, line.quantity) : sale,
  }
}
