// Reservations at Medusa that are ours: found by our mark and the variant that stands in each.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal } from '../../checkout.ts'
import type { MedusaApi } from './api.ts'
import { readPages } from '../readPages.ts'

/** In a reservation's metadata: the variant whose units they are. */
const VARIANT = 'lantern_variant'
const PAGE_SIZE = 200
const MARK = 'Lantern: units of a live show'

const Reservation = z.object({
  id: z.string(),
  inventory_item_id: z.string(),
  location_id: z.string(),
  quantity: z.number(),
  description: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})
const Listed = z.object({ reservations: z.array(Reservation) })
const One = z.object({ reservation: z.object({ id: z.string() }) })
const Deleted = z.object({ id: z.string(), deleted: z.boolean() })

export interface OurReservation {
  readonly id: string
  readonly variantId: string
  readonly itemId: string
  readonly locationId: string
  readonly quantity: number
}

/**
 * At every place, so that what an earlier setting had put somewhere else is found, too; of these things in the warehouse, or, with
 * none named, of all.
 */
export async function readOurs(
  admin: MedusaApi,
  itemIds: readonly string[],
): Promise<Outcome<readonly OurReservation[], ShopRefusal>> {
  return readPages(0, async (page: number) => {
    const place = { limit: String(PAGE_SIZE), offset: String(page * PAGE_SIZE) }
    const query = new URLSearchParams({ description: MARK, ...place })
    for (const itemId of itemIds) query.append('inventory_item_id[]', itemId)
    const found = await admin({ path: `/reservations?${query.toString()}` }, Listed)
    if (!found.ok) return found
    // A Medusa that does not know the filter answers with everybody's.
    const marked = found.value.reservations.filter(({ description }) => description === MARK)
    const rows = marked.map(({ id, inventory_item_id: itemId, location_id: locationId, quantity, metadata }) => {
      return { id, variantId: String(metadata?.[VARIANT]), itemId, locationId, quantity }
    })
    return grant({ rows, next: found.value.reservations.length < PAGE_SIZE ? null : page + 1 })
  })
}

export type NewReservation = Omit<OurReservation, 'id'>

export async function reserve(
  admin: MedusaApi,
  { variantId, itemId, locationId, quantity }: NewReservation,
): Promise<Outcome<null, ShopRefusal>> {
  const what = { location_id: locationId, inventory_item_id: itemId, quantity, description: MARK }
  const json = { ...what, metadata: { [VARIANT]: variantId } }
  const made = await admin({ path: '/reservations', method: 'POST', json }, One)
  return made.ok ? grant(null) : made
}

export async function resize(admin: MedusaApi, id: string, quantity: number): Promise<Outcome<null, ShopRefusal>> {
  const done = await admin({ path: `/reservations/${id}`, method: 'POST', json: { quantity } }, One)
  return done.ok ? grant(null) : done
}

/** One that is gone already is as it should be. */
export async function release(admin: MedusaApi, id: string): Promise<Outcome<null, ShopRefusal>> {
  const done = await admin({ path: `/reservations/${id}`, method: 'DELETE' }, Deleted)
  return done.ok ? grant(null) : done
}
