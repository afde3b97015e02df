// Stock set apart at Medusa: one reservation for each variant, as large as it is told to be.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { Fence, ShopAdapter, ShopRefusal } from '../../checkout.ts'
import { refusedByShop } from '../../shopFetch.ts'
import type { MedusaApi } from './api.ts'

/** In a reservation's metadata: the variant whose units they are. */
const VARIANT = 'lantern_variant'
const PAGE_SIZE = 200
const MAX_PAGES = 50
const MARK = 'Lantern: units of a live show'

const Variants = z.object({
  variants: z.array(
    z.object({ id: z.string(), inventory_items: z.array(z.object({ inventory_item_id: z.string() })).nullish() }),
  ),
})
const Reservations = z.object({
  reservations: z.array(
    z.object({
      id: z.string(),
      quantity: z.number(),
      description: z.string().nullish(),
      metadata: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
})
const One = z.object({ reservation: z.object({ id: z.string() }) })
const Deleted = z.object({ id: z.string(), deleted: z.boolean() })

export function createMedusaFences(admin: MedusaApi, locationId: string): ShopAdapter['setFence'] {
  async function findItem({ externalId }: Fence): Promise<Outcome<string, ShopRefusal>> {
    const query = new URLSearchParams({ id: externalId ?? '', fields: 'id,*inventory_items' })
    const found = await admin({ path: `/product-variants?${query.toString()}` }, Variants)
    if (!found.ok) return found
    const item = found.value.variants.find(({ id }) => id === externalId)?.inventory_items?.[0]
    return item === undefined ? refusedByShop('a variant whose stock is not counted') : grant(item.inventory_item_id)
  }

  async function findOurs(itemId: string) {
    const query = new URLSearchParams({ 'inventory_item_id[]': itemId, 'location_id[]': locationId, limit: '200' })
    const found = await admin({ path: `/reservations?${query.toString()}` }, Reservations)
    return found.ok ? grant(found.value.reservations.find(({ description }) => description === MARK) ?? null) : found
  }

  async function create(itemId: string, { units, externalId }: Fence) {
    const what = { location_id: locationId, inventory_item_id: itemId, quantity: units, description: MARK }
    const json = { ...what, metadata: { [VARIANT]: externalId } }
    return admin({ path: '/reservations', method: 'POST', json }, One)
  }

  return async (fence) => {
    const item = await findItem(fence)
    if (!item.ok) return item
    const ours = await findOurs(item.value)
    if (!ours.ok) return ours
    const same = (ours.value?.quantity ?? 0) === fence.units
    if (same) return grant(null)
    const path = `/reservations/${ours.value?.id ?? ''}`
    const done =
      ours.value === null
        ? await create(item.value, fence)
        : fence.units === 0
          ? await admin({ path, method: 'DELETE' }, Deleted)
          : await admin({ path, method: 'POST', json: { quantity: fence.units } }, One)
    return done.ok ? grant(null) : done
  }
}

/** Units that are set apart for our own shows, by variant: the shop counts them as gone. */
export async function readOurs(
  admin: MedusaApi,
  locationId: string,
): Promise<Outcome<ReadonlyMap<string, number>, ShopRefusal>> {
  const ours = new Map<string, number>()
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const place = { 'location_id[]': locationId, limit: String(PAGE_SIZE), offset: String(page * PAGE_SIZE) }
    const query = new URLSearchParams({ description: MARK, ...place })
    const found = await admin({ path: `/reservations?${query.toString()}` }, Reservations)
    if (!found.ok) return found
    const marked = found.value.reservations.filter(({ description }) => description === MARK)
    for (const { quantity, metadata } of marked) {
      const variant = String(metadata?.[VARIANT])
      ours.set(variant, (ours.get(variant) ?? 0) + quantity)
    }
    if (found.value.reservations.length < PAGE_SIZE) break
  }
  return grant(ours)
}
