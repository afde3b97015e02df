// What a show sells, as staff choose it: its products in their order, and the units of each variant.
import * as z from 'zod'
import { Currency, ProductId, ShowId, Units, VariantId } from './ids.ts'
import { LocalText } from './things.ts'

/** A rundown has so many offers at most: everyone who comes is sent all of them. */
export const MOST_OFFERS = 200

export const ChosenProduct = z.object({
  productId: ProductId,
  /**
   * Each of these variants with so many units. Left out: of a product that is new in the show all variants, each with all that is
   * left; of one that is in it already everything as it is.
   */
  variants: z
    .array(z.object({ variantId: VariantId, units: Units }))
    .min(1)
    .max(MOST_OFFERS)
    .optional(),
})
export type ChosenProduct = z.infer<typeof ChosenProduct>

export const ChosenRundown = z
  .array(ChosenProduct)
  .max(MOST_OFFERS)
  .refine((all) => new Set(all.map(({ productId }) => productId)).size === all.length)

const RundownVariant = z.object({
  variantId: VariantId,
  sku: z.string(),
  title: LocalText.nullable(),
  /** Units in all, of which so many are held or paid, and so many are paid. */
  units: Units,
  taken: Units,
  paid: Units,
  /** It sells from a stock that several shows share: how many units it has of that is not said here. */
  isShared: z.literal(true).optional(),
})

/** GET /api/shows/:id/rundown (staff). 404 SHOW_NOT_FOUND. */
export const ShowRundown = z.object({
  showId: ShowId,
  currency: Currency,
  /** Another one as soon as products, order or units are. */
  revision: z.string(),
  products: z.array(z.object({ productId: ProductId, title: LocalText, variants: z.array(RundownVariant) })),
})
export type ShowRundown = z.infer<typeof ShowRundown>

/**
 * POST /api/shows/:id/rundown (owner, host) -> ShowRundown: from then on the show has these products in this order, before it is
 * live and while it is. Who sends the same twice has the same answer; it is taken as a whole or refused as a whole.
 * PRODUCT_NOT_FOUND: not in the catalogue, or sold no more. NOT_ENOUGH_LEFT with `variantId` and `left`; BELOW_TAKEN with
 * `variantId` and `taken`; PRODUCT_TAKEN with `productId` and `taken`: it cannot be left out; SALE_RUNNING with `productId`.
 */
export const ChangeRundown = z.object({
  /** What was seen; RUNDOWN_CHANGED where it is another by now. */
  revision: z.string().max(64),
  rundown: ChosenRundown,
})
export type ChangeRundown = z.infer<typeof ChangeRundown>

export const RUNDOWN_REFUSALS = [
  'SHOW_NOT_FOUND',
  'SHOW_ENDED',
  'RUNDOWN_CHANGED',
  'PRODUCT_NOT_FOUND',
  'CURRENCY_CHANGED',
  'NOT_ENOUGH_LEFT',
  'TOO_MANY_OFFERS',
  'PRODUCT_TAKEN',
  'SALE_RUNNING',
  'BELOW_TAKEN',
] as const
