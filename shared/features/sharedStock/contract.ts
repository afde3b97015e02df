// Schemas of stocks that several shows sell from: their units, their blocks, and what each show has of them.
import * as z from 'zod'
import { ProductId, ShowId, Units, VariantId, Version } from '../../contract/ids.ts'
import { LocalText, ShowPhase } from '../../contract/things.ts'
import { MOST_SHARING } from './limits.ts'

/** A show that has the variant on offer. */
export const SharingShow = z.object({
  showId: ShowId,
  title: LocalText,
  phase: ShowPhase,
  /** It sells from the shared stock; otherwise its units are its own. */
  isIn: z.boolean(),
  allotted: Units,
  free: Units,
  taken: Units,
  paid: Units,
})
export type SharingShow = z.infer<typeof SharingShow>

export const SharedVariant = z.object({
  variantId: VariantId,
  productId: ProductId,
  title: LocalText,
  sku: z.string(),
  variantTitle: LocalText.nullable(),
  /** Of all shows that are in, together: `units`, of which `free` are in none of them. Null: each has units of its own. */
  stock: z.object({ units: Units, block: Units, free: Units, revision: Version }).nullable(),
  /** Those that are not over, and those that sell from it. */
  shows: z.array(SharingShow).readonly(),
})
export type SharedVariant = z.infer<typeof SharedVariant>

/** `revision`: of the stock that was seen; 0: there was none. */
const seen = z.object({ variantId: VariantId, revision: Version })

export const COMMANDS = {
  /** Of every variant that this show has on offer. */
  'stock:list': { input: z.object({}), output: z.object({ variants: z.array(SharedVariant).readonly() }) },
  /**
   * These shows, and no other, sell the variant from `units` in all, what they have sold or hold included. Each draws `block` at
   * a time. Safe to repeat.
   */
  'stock:share': {
    input: seen.extend({
      units: Units,
      block: Units.min(1),
      showIds: z.array(ShowId).min(1).max(MOST_SHARING),
    }),
    output: SharedVariant,
  },
  /** Each show keeps what it has; what is in none goes back to what no show has. Safe to repeat. */
  'stock:unshare': { input: seen, output: SharedVariant },
}
