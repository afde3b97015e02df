// Reservations at Medusa that are ours: found by our mark, the studio and the variant that stand in each.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal } from '../../checkout.ts'
import type { MedusaApi } from './api.ts'
import { readPages } from '../readPages.ts'

/** In a reservation's metadata: the variant whose units they are. */
const VARIANT = 'lantern_variant'
/** And the studio that made it: two may sell at one shop. */
const STUDIO = 'lantern_studio'
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

export interface MarkedReservation extends OurReservation {
  /** Null: made before studios were written down. */
  readonly studio: string | null
}

/** What Medusa is asked through, and by whom. */
export interface Reserver {
  readonly admin: MedusaApi
  readonly studio: string
}

/**
 * At every place, so that what an earlier setting had put somewhere else is found, too; of these things in the warehouse, or, with
 * none named, of all.
 */
export async function readMarked(
  admin: MedusaApi,
  itemIds: readonly string[],
): Promise<Outcome<readonly MarkedReservation[], ShopRefusal>> {
  return readPages(0, async (page: number) => {
    const place = { limit: String(PAGE_SIZE), offset: String(page * PAGE_SIZE) }
    const query = new URLSearchParams({ description: MARK, ...place })
    for (const itemId of itemIds) query.append('inventory_item_id[]', itemId)
    const found = await admin({ path: `/reservations?${query.toString()}` }, Listed)
    if (!found.ok) return found
    // A Medusa that does not know the filter answers with everybody's.
    const marked = found.value.reservations.filter(({ description }) => description === MARK)
    const rows = marked.map(({ id, inventory_item_id: itemId, location_id: locationId, quantity, metadata }) => {
      const studio = metadata?.[STUDIO]
      const whose = typeof studio === 'string' ? studio : null
      return { id, variantId: String(metadata?.[VARIANT]), itemId, locationId, quantity, studio: whose }
    })
    return grant({ rows, next: found.value.reservations.length < PAGE_SIZE ? null : page + 1 })
  })
}

const isOurs = ({ studio }: MarkedReservation, own: string) => studio === null || studio === own

/** Those of no studio are taken for ours: they are from before, and whoever sets them next writes its name in. */
export async function readOurs(
  { admin, studio }: Reserver,
  itemIds: readonly string[],
): Promise<Outcome<readonly MarkedReservation[], ShopRefusal>> {
  const all = await readMarked(admin, itemIds)
  return all.ok ? grant(all.value.filter((one) => isOurs(one, studio))) : all
}

/** Units of things in the warehouse that other studios keep apart. */
export async function countOthers({ admin, studio }: Reserver): Promise<Outcome<number, ShopRefusal>> {
  const all = await readMarked(admin, [])
  if (!all.ok) return all
  const others = all.value.filter((one) => !isOurs(one, studio))
  return grant(others.reduce((sum, { quantity }) => sum + quantity, 0))
}

export type NewReservation = Omit<OurReservation, 'id'>

const metadataOf = (studio: string, variantId: string) => ({ [VARIANT]: variantId, [STUDIO]: studio })

export async function reserve(
  { admin, studio }: Reserver,
  { variantId, itemId, locationId, quantity }: NewReservation,
): Promise<Outcome<null, ShopRefusal>> {
  const what = { location_id: locationId, inventory_item_id: itemId, quantity, description: MARK }
  const json = { ...what, metadata: metadataOf(studio, variantId) }
  const made = await admin({ path: '/reservations', method: 'POST', json }, One)
  return made.ok ? grant(null) : made
}

export async function resize(
  { admin, studio }: Reserver,
  { id, variantId, quantity }: OurReservation,
): Promise<Outcome<null, ShopRefusal>> {
  const json = { quantity, metadata: metadataOf(studio, variantId) }
  const done = await admin({ path: `/reservations/${id}`, method: 'POST', json }, One)
  return done.ok ? grant(null) : done
}

/** One that is gone already is as it should be. */
export async function release({ admin }: Reserver, id: string): Promise<Outcome<null, ShopRefusal>> {
  const done = await admin({ path: `/reservations/${id}`, method: 'DELETE' }, Deleted)
  return done.ok ? grant(null) : done
}
