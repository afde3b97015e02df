// What Medusa counts of a variant: the things in its warehouse that one unit of it takes, and how many there are at one place.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal } from '../../checkout.ts'
import type { MedusaApi } from './api.ts'
import { readPages } from '../readPages.ts'

const Level = z.object({ location_id: z.string(), stocked_quantity: z.number(), reserved_quantity: z.number() })
const Variant = z.object({
  id: z.string(),
  manage_inventory: z.boolean(),
  allow_backorder: z.boolean(),
  inventory_items: z
    .array(
      z.object({
        inventory_item_id: z.string(),
        required_quantity: z.number(),
        inventory: z.object({ location_levels: z.array(Level).nullish() }).nullish(),
      }),
    )
    .nullish(),
})
const Variants = z.object({ variants: z.array(Variant) })

export interface CountedPart {
  readonly itemId: string
  /** So many of it are in one unit of the variant: 2 of the same shirt in a pack of two. */
  readonly perUnit: number
  /** At each place: what is there, less what is reserved. */
  readonly free: ReadonlyMap<string, number>
}

export interface CountedVariant {
  readonly id: string
  /** Never sold out: not counted, or sold also while there is none. */
  readonly isUncounted: boolean
  readonly parts: readonly CountedPart[]
}

const LEVEL = 'inventory_items.inventory.location_levels'
const FIELDS = [
  'id,manage_inventory,allow_backorder,inventory_items.inventory_item_id,inventory_items.required_quantity',
  `${LEVEL}.location_id,${LEVEL}.stocked_quantity,${LEVEL}.reserved_quantity`,
].join(',')

function toCounted({
  id,
  manage_inventory,
  allow_backorder,
  inventory_items,
}: z.infer<typeof Variant>): CountedVariant {
  const parts = (inventory_items ?? []).map(({ inventory_item_id, required_quantity, inventory }) => {
    const levels = inventory?.location_levels ?? []
    const free = levels.map((level) => [level.location_id, level.stocked_quantity - level.reserved_quantity] as const)
    return { itemId: inventory_item_id, perUnit: Math.max(1, required_quantity), free: new Map(free) }
  })
  return { id, isUncounted: !manage_inventory || allow_backorder, parts }
}

/** Null: there is no such variant any more. */
export async function readCounted(admin: MedusaApi, id: string): Promise<Outcome<CountedVariant | null, ShopRefusal>> {
  const query = new URLSearchParams({ id, fields: FIELDS })
  const found = await admin({ path: `/product-variants?${query.toString()}` }, Variants)
  if (!found.ok) return found
  const variant = found.value.variants.find((one) => one.id === id)
  return grant(variant === undefined ? null : toCounted(variant))
}

const PAGE_SIZE = 200

export function readAllCounted(admin: MedusaApi): Promise<Outcome<readonly CountedVariant[], ShopRefusal>> {
  return readPages(0, async (page: number) => {
    const place = { limit: String(PAGE_SIZE), offset: String(page * PAGE_SIZE) }
    const query = new URLSearchParams({ fields: FIELDS, ...place })
    const found = await admin({ path: `/product-variants?${query.toString()}` }, Variants)
    if (!found.ok) return found
    const rows = found.value.variants.map(toCounted)
    return grant({ rows, next: rows.length < PAGE_SIZE ? null : page + 1 })
  })
}
