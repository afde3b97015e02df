// What staff want in a show: which products, in which order, with how many units of each variant; refused as a whole or taken as a whole.
import { type ChosenProduct, MOST_OFFERS } from '@lantern/shared/contract/rundown.ts'
import type { ProductId, VariantId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Kysely } from 'kysely'
import type { JobContext } from '../../database/database.ts'
import type { Schema, VariantRow } from '../../database/schema.ts'
import { readSetting } from '../../shops/records/catalogue.ts'
import { takeUnitsLeft } from './allotting.ts'

export interface Rundown {
  readonly products: readonly { readonly id: ProductId }[]
  readonly variants: readonly VariantRow[]
  /** Of those that staff gave a number; the others get all that is left. */
  readonly units: ReadonlyMap<VariantId, number>
}

export type RundownRefusal = 'PRODUCT_NOT_FOUND' | 'NOT_ENOUGH_LEFT' | 'TOO_MANY_OFFERS'

/** What has vanished from the shop, or came in another currency than the shop has now, is not found. */
export async function chooseRundown(
  db: Kysely<Schema>,
  chosen: readonly ChosenProduct[],
  context: JobContext,
): Promise<Outcome<Rundown, RundownRefusal>> {
  const sold = await soldVariants(db, chosen, context)
  const picked = chosen.map((one) => ({ one, own: pick(one, sold.get(one.productId) ?? []) }))
  const missing = picked.find(({ own }) => own === null || own.length === 0)
  if (missing !== undefined) return refuse('PRODUCT_NOT_FOUND', { detail: { productId: missing.one.productId } })
  const variants = picked.flatMap(({ own }) => own ?? [])
  if (variants.length > MOST_OFFERS) return refuse('TOO_MANY_OFFERS', { detail: { most: MOST_OFFERS } })
  const units = new Map(
    chosen.flatMap(({ variants: own = [] }) => own.map((one) => [one.variantId, one.units] as const)),
  )
  const left = await takeUnitsLeft(db, variants, context)
  const short = [...units].find(([id, wanted]) => wanted > (left.get(id) ?? 0))
  if (short !== undefined)
    return refuse('NOT_ENOUGH_LEFT', { detail: { variantId: short[0], left: left.get(short[0]) ?? 0 } })
  return grant({ products: chosen.map(({ productId }) => ({ id: productId })), variants, units })
}

/** Null: one of them is none of this product that is sold. */
function pick({ variants }: ChosenProduct, own: readonly VariantRow[]): readonly VariantRow[] | null {
  if (variants === undefined) return own
  const found = variants.map(({ variantId }) => own.find(({ id }) => id === variantId))
  const kept = found.filter((variant) => variant !== undefined)
  return kept.length < found.length ? null : own.filter((variant) => kept.includes(variant))
}

async function soldVariants(db: Kysely<Schema>, chosen: readonly ChosenProduct[], { words }: JobContext) {
  const currency = await readSetting(db, 'currency')
  const ids = chosen.map(({ productId }) => productId)
  const there = db.selectFrom('variants').selectAll().where('available', '=', 1).where(words.isOneOf('product_id', ids))
  const sold = currency === null ? there : there.where('currency', '=', currency)
  return Map.groupBy(await sold.orderBy('position').execute(), (variant) => variant.product_id)
}
