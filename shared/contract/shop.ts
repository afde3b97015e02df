// The shop as staff see it: what its kind can do, its stock beside our allotments, and what an import would change.
import * as z from 'zod'
import { At, Currency, HoldId, Minor, ShowId, Units, VariantId } from './ids.ts'
import { FailedHold } from './shopActs.ts'

export const ShopAnswers = z.object({
  kind: z.enum(['generic', 'ucp', 'shopify', 'woo', 'medusa']),
  /** How a live price below the shop's own reaches it; `none`: not at all, and there are no flash sales. */
  price: z.enum(['signed', 'code', 'none']),
  /** Whether the shop's cart says what is to pay before the buyer leaves. */
  quotes: z.enum(['cart', 'none']),
  namesHoldBy: z.enum(['jti', 'attribution', 'cart_attribute', 'line_metadata', 'coupon']),
  stock: z.enum(['ring_fenced', 'mirrored', 'not_exclusive']),
  tellsOrders: z.boolean(),
  /** Whether its list of products can be read; if not, they come by a file. */
  readsCatalogue: z.boolean(),
  /** It is told when staff give money back. */
  givesBack: z.boolean(),
  /** Several holds of a buyer can leave in one basket and come back as one order. */
  combines: z.boolean(),
})
export type ShopAnswers = z.infer<typeof ShopAnswers>

const Named = z.object({ product: z.string(), sku: z.string() })

/** A variant of which live shows hold or sell more than the shop has, as it stands now. */
export const Shortfall = z.object({
  variantId: VariantId,
  sku: z.string(),
  /** What the shop said last, at `at`. */
  available: Units,
  /** Units that are held and not there. */
  short: Units,
  /** Units that can still be held and are not there, such as one that a buyer let go. */
  offered: Units,
  at: At,
})
export type Shortfall = z.infer<typeof Shortfall>

/** A buyer who could not be taken to the shop; `why`: in the shop's own words, or the cart's sum beside the hold's. The hold stays. */
export const HandoffFailure = z.object({
  holdId: HoldId,
  showId: ShowId,
  skus: z.array(z.string()),
  code: z.enum(['SHOP_UNREACHABLE', 'SHOP_REFUSED', 'PRICE_DIFFERS']),
  why: z.string(),
  at: At,
  /** Left out where the hold is not known any more. */
  hold: FailedHold.optional(),
})
export type HandoffFailure = z.infer<typeof HandoffFailure>

/** GET /api/shop/short (staff): the desks of live shows ask every few seconds. */
export const Shortfalls = z.object({ short: z.array(Shortfall), failed: z.array(HandoffFailure) })

/** GET /api/shop (staff). `currency`: of the last import, null before it; `vanished`: not in the shop any more. */
export const ShopStatus = z.object({
  currency: Currency.nullable(),
  answers: ShopAnswers,
  short: z.array(Shortfall),
  vanished: z.array(Named),
})
export type ShopStatus = z.infer<typeof ShopStatus>

/** POST /api/shop/test (owner) -> {}, or SHOP_UNREACHABLE, SHOP_REFUSED. */
export const ShopTested = z.object({})

/** POST /api/shop/preview and /api/shop/import (owner), or SHOP_CANNOT, SHOP_UNREACHABLE, SHOP_REFUSED. */
export const ImportReport = z.object({
  currency: Currency,
  added: z.array(Named),
  repriced: z.array(Named.extend({ fromMinor: Minor, toMinor: Minor })),
  vanished: z.array(Named),
  /**
   * `twice`: one variant stands in two rows, and the first is taken. `openOption`: it stands for any value of an option, which
   * the hand-off could not choose.
   */
  skipped: z.array(
    z.object({
      product: z.string(),
      why: z.enum([
        'noTitle',
        'noVariant',
        'noPrice',
        'draft',
        'archived',
        'unpublished',
        'subscription',
        'openOption',
        'twice',
      ]),
    }),
  ),
  /** Taken, but not as it stands there: no picture from such an address, no units for stock below zero; `got`: what stands there. */
  doubted: z.array(z.object({ product: z.string(), why: z.enum(['badPicture', 'negativeStock']), got: z.string() })),
  /** Products whose picture could not be fetched; known after an import only. */
  withoutPicture: z.array(z.string()),
  unchanged: Units,
})
export type ImportReport = z.infer<typeof ImportReport>
