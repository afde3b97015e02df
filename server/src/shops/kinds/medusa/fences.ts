// Stock set apart at Medusa: a reservation for each thing that a variant takes from the warehouse, as large as it is told to be.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Fence, ShopAdapter, ShopRefusal } from '../../checkout.ts'
import { refusedByShop } from '../../shopFetch.ts'
import { type CountedVariant, readCounted } from './inventory.ts'
import {
  type MarkedReservation,
  type NewReservation,
  readOurs,
  release,
  reserve,
  type Reserver,
  resize,
} from './reservations.ts'

type Done = Outcome<null, ShopRefusal>

/** One after another: Medusa locks the thing in the warehouse for each. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<Done>): Promise<Done> {
  for (const item of items) {
    const done = await work(item)
    if (!done.ok) return done
  }
  return grant(null)
}

const isSameSlot = (a: NewReservation, b: NewReservation) => a.itemId === b.itemId && a.locationId === b.locationId

/** What is to be there in the end; nothing of a variant that is never sold out, which needs nothing set apart. */
function wantedOf(variant: CountedVariant, { units }: Fence, locationId: string): readonly NewReservation[] {
  if (variant.isUncounted || units === 0) return []
  return variant.parts.map(({ itemId, perUnit }) => ({
    variantId: variant.id,
    itemId,
    locationId,
    quantity: units * perUnit,
  }))
}

/** Anything beside what is wanted goes first: two processes may have made one each, or it is at an earlier place. */
async function settle(
  reserver: Reserver,
  ours: readonly MarkedReservation[],
  wanted: readonly NewReservation[],
): Promise<Done> {
  const kept = wanted.map((one) => ({ ...one, there: ours.find((own) => isSameSlot(own, one)) }))
  const stray = ours.filter((own) => !kept.some(({ there }) => there === own))
  const gone = await each(stray, ({ id }) => release(reserver, id))
  if (!gone.ok) return gone
  const made: NewReservation[] = []
  const set = await each(kept, async ({ there, ...one }) => {
    if (there?.quantity === one.quantity && there.studio !== null) return grant(null)
    if (there !== undefined) return resize(reserver, { ...one, id: there.id })
    const done = await reserve(reserver, one)
    if (done.ok) made.push(one)
    return done
  })
  // Half of a set is no use to anybody, and nobody would know of it.
  return set.ok || made.length === 0 ? set : undo(reserver, made, set)
}

async function undo(reserver: Reserver, made: readonly NewReservation[], refused: Done): Promise<Done> {
  const itemIds = made.map(({ itemId }) => itemId)
  const ours = await readOurs(reserver, itemIds)
  const mine = ours.ok ? ours.value.filter((own) => made.some((one) => own.variantId === one.variantId)) : []
  const gone = ours.ok ? await each(mine, ({ id }) => release(reserver, id)) : ours
  return gone.ok ? refused : gone
}

/** Empty: a variant that is gone, or has nothing in the warehouse. */
const partsOf = (variant: CountedVariant | null) => variant?.parts ?? []

/** `locationId` null: nothing is set apart, and what was is given back. */
export function createMedusaFences(reserver: Reserver, locationId: string | null): ShopAdapter['setFence'] {
  return async (fence) => {
    const { externalId, units } = fence
    if (locationId === null && units > 0) return refuse('SHOP_CANNOT')
    if (externalId === null) return refusedByShop('a product that was never imported from this shop')
    const read = await readCounted(reserver.admin, externalId)
    if (!read.ok) return read
    const variant = read.value
    const isNeeded = variant?.isUncounted !== true && units > 0
    if (isNeeded && partsOf(variant).length === 0) return refusedByShop('a variant that is not in its warehouse')
    const itemIds = partsOf(variant).map(({ itemId }) => itemId)
    const all = await readOurs(reserver, itemIds)
    if (!all.ok) return all
    const ours = all.value.filter(({ variantId }) => variantId === externalId)
    return settle(reserver, ours, variant === null || locationId === null ? [] : wantedOf(variant, fence, locationId))
  }
}
