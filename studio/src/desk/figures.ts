// The desk's figures: what a product costs and has left, and who holds or paid what. Read from the ledger's numbers, never invented.
import type { ProductId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { StaffHold, FlashSale, Offer } from '@lantern/shared/contract/things.ts'

export interface ProductFigures {
  readonly priceMinor: number
  /** The price before, null when it is the same. */
  readonly wasMinor: number | null
  /** Whether other variants cost more. */
  readonly from: boolean
  readonly free: number
  readonly allotted: number
  readonly low: boolean
  /** People in line for any of its variants. */
  readonly waiting: number
}

/** At most five units, or a tenth of what was allotted. */
const LOW_UNITS = 5
const LOW_PART = 0.1

export function productFigures(room: RoomState, productId: ProductId, now: number): ProductFigures {
  const offers = room.offers.filter((offer) => offer.productId === productId)
  const sale = openSale(room.sale, now)
  const free = offers.reduce((sum, each) => sum + each.free, 0)
  const allotted = offers.reduce((sum, each) => sum + each.allotted, 0)
  const waiting = offers.reduce((sum, each) => sum + each.waiting, 0)
  const low = free <= Math.max(LOW_UNITS, Math.floor(allotted * LOW_PART))

  return { ...prices(offers, sale?.productId === productId ? sale : null), free, allotted, low, waiting }
}

function prices(
  offers: readonly Offer[],
  sale: FlashSale | null,
): Pick<ProductFigures, 'priceMinor' | 'wasMinor' | 'from'> {
  const [cheapest] = [...offers].sort((one, other) => one.priceMinor - other.priceMinor)
  if (!cheapest) return { priceMinor: sale?.priceMinor ?? 0, wasMinor: null, from: false }
  if (sale) return { priceMinor: sale.priceMinor, wasMinor: cheapest.priceMinor, from: false }

  const { priceMinor, shopPriceMinor } = cheapest
  const from = offers.some((each) => each.priceMinor > priceMinor)
  return { priceMinor, wasMinor: shopPriceMinor > priceMinor ? shopPriceMinor : null, from }
}

/** The sale while it is announced, open, or in its grace; null before and after. */
export function runningSale(sale: FlashSale | null, now: number): FlashSale | null {
  return sale && sale.endedAt === null && now < sale.closesAt + sale.graceMs ? sale : null
}

function openSale(sale: FlashSale | null, now: number): FlashSale | null {
  const running = runningSale(sale, now)
  return running && now >= running.opensAt ? running : null
}

export interface ViewerUnits {
  readonly held: number
  readonly paid: number
}

/** Its units are kept for it and not paid yet: under first paid a hold has none before its buyer is at the checkout. */
function keepsUnits({ state, reserved }: Pick<StaffHold, 'state' | 'reserved'>): boolean {
  return reserved && (state === 'held' || state === 'paying' || state === 'authorised')
}

/** Units each viewer holds and has paid, for the chips beside their comments. */
export function unitsByViewer(holds: readonly StaffHold[]): ReadonlyMap<ViewerId, ViewerUnits> {
  const units = new Map<ViewerId, ViewerUnits>()
  for (const hold of holds) {
    const before = units.get(hold.viewerId) ?? { held: 0, paid: 0 }
    const count = holdUnits(hold)
    units.set(hold.viewerId, {
      held: before.held + (keepsUnits(hold) ? count : 0),
      paid: before.paid + (hold.state === 'paid' ? count : 0),
    })
  }
  return units
}

export function holdUnits(hold: Pick<StaffHold, 'lines'>): number {
  return hold.lines.reduce((sum, line) => sum + line.quantity, 0)
}

/** Holds that the units held, as the head counts them, belong to. */
export function keepingHolds(holds: readonly StaffHold[]): number {
  return holds.filter(keepsUnits).length
}
