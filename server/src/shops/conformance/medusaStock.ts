// The warehouse of the Medusa stand-in: two places, what they have of each thing, and who has reserved how much of it.
import type { Fixtures } from './fixtures.ts'
import { type Asked, Status } from './standIn.ts'

export interface Reservation {
  readonly id: string
  readonly location_id: string
  readonly inventory_item_id: string
  readonly quantity: number
  readonly description: string
  readonly metadata: Readonly<Record<string, string>> | null
}

/** How Medusa sells a variant; a pack takes several of one thing. */
export interface VariantKind {
  readonly manage_inventory?: boolean
  readonly allow_backorder?: boolean
  readonly required_quantity?: number
}

export const PLACES = ['sloc_01', 'sloc_02'] as const
const CHANNEL = { id: 'sc_01', name: 'Live' }
/** What each place has of everything. */
const STOCKED: Readonly<Record<string, number>> = { sloc_01: 100, sloc_02: 20 }
const VARIANTS = ['variant_01', 'variant_02']
const itemOf = (variantId: string) => variantId.replace('variant', 'iitem')

const asksFor = (asked: Asked, key: string, value: string) => {
  const wanted = asked.query.getAll(key)
  return wanted.length === 0 || wanted.includes(value)
}

const OTHERS: Reservation = {
  id: 'resitem_of_others',
  location_id: 'sloc_01',
  inventory_item_id: 'iitem_01',
  quantity: 2,
  description: 'VIP',
  metadata: null,
}

function createReservations(stockedAt: (place: string, item: string) => number) {
  let all: readonly Reservation[] = [OTHERS]
  const at = (place: string, item: string) =>
    all
      .filter(({ location_id, inventory_item_id }) => location_id === place && inventory_item_id === item)
      .reduce((sum, { quantity }) => sum + quantity, 0)

  return {
    all: () => all,
    at,
    put(next: Reservation): null {
      const others = all.filter(({ id }) => id !== next.id)
      const { location_id: place, inventory_item_id: item, quantity } = next
      const before = all.find(({ id }) => id === next.id)?.quantity ?? 0
      if (at(place, item) - before + quantity > stockedAt(place, item)) {
        const message = `Not enough stock available for item ${item} at location ${place}`
        throw new Status(400, { type: 'not_allowed', message })
      }
      all = [...others, next]
      return null
    },
    keep: (which: (one: Reservation) => boolean) => void (all = all.filter(which)),
  }
}

/** What is stocked where, and of the first thing how much of it is for sale. */
function createShelves() {
  const item = itemOf('variant_01')
  const moved = new Map<string, number>()
  let sum: number | null = null
  return {
    at: (place: string, of: string) => (of === item ? moved.get(place) : undefined) ?? STOCKED[place] ?? 0,
    putAt(units: readonly [number, number], reservedAt: (place: string, item: string) => number): null {
      for (const [index, place] of PLACES.entries()) moved.set(place, (units[index] ?? 0) + reservedAt(place, item))
      sum = units[0] + units[1]
      return null
    },
    /** What the Store API adds up over the places of the sales channel; null: as it was published. */
    summed: () => sum,
  }
}

function readLocation({ parts: [id = ''] }: Asked) {
  const message = `StockLocation with id: ${id} was not found`
  if (STOCKED[id] === undefined) throw new Status(404, { type: 'not_found', message })
  return { stock_location: { id, sales_channels: id === 'sloc_02' ? [] : [CHANNEL] } }
}

function variantOf(id: string, kind: VariantKind = {}, location_levels: readonly object[]) {
  const { manage_inventory = true, allow_backorder = false, required_quantity = 1 } = kind
  const item = { inventory_item_id: itemOf(id), required_quantity, inventory: { location_levels } }
  return { id, manage_inventory, allow_backorder, inventory_items: manage_inventory ? [item] : [] }
}

export function createWarehouse(kinds: Readonly<Record<string, VariantKind>>) {
  const shelves = createShelves()
  const reservations = createReservations(shelves.at)
  let made = 0
  const ours = () => reservations.all().filter(({ id }) => id !== OTHERS.id)

  const levelsOf = (item: string) =>
    PLACES.map((place) => ({
      location_id: place,
      stocked_quantity: shelves.at(place, item),
      reserved_quantity: reservations.at(place, item),
    }))
  const toVariant = (id: string) => variantOf(id, kinds[id], levelsOf(itemOf(id)))

  return {
    answerers: {
      readLocation,
      listVariants: (asked: Asked) => ({ variants: VARIANTS.filter((id) => asksFor(asked, 'id', id)).map(toVariant) }),
      listReservations(asked: Asked) {
        const isAsked = ({ inventory_item_id, description }: Reservation) =>
          asksFor(asked, 'inventory_item_id[]', inventory_item_id) && asksFor(asked, 'description', description)
        const found = reservations.all().filter(isAsked)
        return { reservations: found, count: found.length }
      },
      createReservation: (asked: Asked) =>
        reservations.put({ id: `resitem_${(made += 1)}`, ...(asked.body as Omit<Reservation, 'id'>) }),
      updateReservation(asked: Asked) {
        const known = reservations.all().find(({ id }) => id === asked.parts[0])
        if (known === undefined) throw new Status(404)
        return reservations.put({ ...known, ...(asked.body as Partial<Reservation>) })
      },
      /** One that is not there is deleted, too. */
      deleteReservation(asked: Asked) {
        reservations.keep(({ id }) => id !== asked.parts[0])
        return { id: asked.parts[0] }
      },
    },
    ours,
    putAt: (...units: readonly [number, number]) => shelves.putAt(units, reservations.at),
    summed: shelves.summed,
    /** Set apart for us, wherever. */
    unitsOf: (variantId: string) =>
      ours()
        .filter(({ inventory_item_id }) => inventory_item_id === itemOf(variantId))
        .reduce((sum, { quantity }) => sum + quantity, 0),
    /** Somebody at the shop has a hand in it. */
    dropOurs: () => reservations.keep(({ id }) => id === OTHERS.id),
  }
}

interface Shelf {
  readonly kinds?: Readonly<Record<string, VariantKind>>
  readonly isUnpriced?: boolean
}

/** The published list, with what is said of how a variant is counted and priced. */
export function soldAs(fixtures: Fixtures, { kinds = {}, isUnpriced = false }: Shelf, summed: number | null) {
  const { products } = fixtures.exchanges.get('listProducts')?.answer.body as {
    products: { variants: { id: string }[] }[]
  }
  const [product] = products
  const variants = product?.variants.map((variant) => ({
    ...variant,
    ...(summed !== null && variant.id === 'variant_01' && { inventory_quantity: summed }),
    ...saleOf(kinds[variant.id]),
    ...(isUnpriced && { calculated_price: null }),
  }))
  return { products: [{ ...product, variants }] }
}

/** Of what is not sold out it says that there is none, too. */
function saleOf({ manage_inventory = true, allow_backorder = false }: VariantKind = {}) {
  const isCounted = manage_inventory && !allow_backorder
  return { manage_inventory, allow_backorder, ...(isCounted ? {} : { inventory_quantity: 0 }) }
}
