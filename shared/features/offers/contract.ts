// Schemas of what is on offer: allotments, prices and limits.
import * as z from 'zod'
import { OfferId, Units } from '../../contract/ids.ts'
import { HoldPolicy, MOST_PER_VIEWER, Offer } from '../../contract/things.ts'

export const COMMANDS = {
  /** Staff change an offer while it is sold; holds already given keep what they were given. Safe to repeat. */
  'offer:change': {
    input: z.object({
      offerId: OfferId,
      /** Never below what is held or paid: `BELOW_TAKEN` with `taken`. */
      allotted: Units.max(1_000_000).optional(),
      policy: HoldPolicy.optional(),
      holdMs: z.number().int().min(30_000).max(7_200_000).optional(),
      perViewer: Units.min(1).max(MOST_PER_VIEWER).optional(),
    }),
    output: Offer,
  },
}

export const SLICES = { everyone: { offers: z.array(Offer).readonly() } }
