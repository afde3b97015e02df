// Schemas of flash sales.
import * as z from 'zod'
import { Minor, ProductId, SaleId, Units } from '../../contract/ids.ts'
import { FlashSale } from '../../contract/things.ts'

export const COMMANDS = {
  'sale:start': {
    input: z.object({
      saleId: SaleId,
      productId: ProductId,
      priceMinor: Minor.min(1),
      units: Units.min(1),
      perViewer: Units.min(1),
      countdownMs: z.number().int().min(0).max(300_000),
      lengthMs: z.number().int().min(30_000).max(1_200_000),
      /** Its product is pinned in front, unless this says no. */
      toFront: z.boolean().optional(),
    }),
    output: FlashSale,
  },
  'sale:stop': { input: z.object({ saleId: SaleId }), output: FlashSale },
}

export const SLICES = {
  everyone: {
    /** The sale that is announced, running or ended last; null before the first. */
    sale: FlashSale.nullable(),
  },
}
