// A cart at Medusa, filled by us and opened by the storefront's landing route.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { HandedHold, ShopRefusal } from '../../checkout.ts'
import { ownersOf } from '../../handoff/basket.ts'
import { carriedOf } from '../../handoff/carried.ts'
import type { KnownItem } from '../../handoff/handed.ts'
import type { BasketNames } from '../../handoff/holdNames.ts'
import { toMinor } from '../../money.ts'
import { refusedByShop } from '../../shopFetch.ts'
import type { MedusaApi } from './api.ts'

export const HOLD_METADATA = 'lantern_hold'

export interface NewCart {
  readonly hold: HandedHold
  readonly items: readonly KnownItem[]
  readonly regionId: string
  readonly names: BasketNames
}

const amount = z.union([z.number(), z.string()])
const Made = z.object({
  cart: z.object({
    id: z.string(),
    currency_code: z.string().length(3),
    item_total: amount,
    item_tax_total: amount,
    items: z.array(z.object({ is_tax_inclusive: z.boolean().nullish() })).nullish(),
  }),
})

export interface MadeCart {
  readonly id: string
  /** Whether its prices have the tax in them, as the region or the currency is set. */
  readonly isTaxInside: boolean
  /** What its goods come to now, counted as an order's are. */
  readonly quotedMinor: number
}

function readCart({ cart }: z.infer<typeof Made>, { currency }: HandedHold): Outcome<MadeCart, 'SHOP_REFUSED'> {
  const { id, item_total, item_tax_total, items } = cart
  if (cart.currency_code.toUpperCase() !== currency) return refusedByShop(`a cart in ${cart.currency_code}`)
  const lines = items ?? []
  const isTaxInside = lines.length > 0 && lines.every(({ is_tax_inclusive }) => is_tax_inclusive === true)
  const goods = isTaxInside ? Number(item_total) : Number(item_total) - Number(item_tax_total)
  const quotedMinor = Number.isFinite(goods) ? toMinor(goods.toFixed(6), currency) : null
  return quotedMinor === null
    ? refusedByShop('a cart whose total cannot be read')
    : grant({ id, isTaxInside, quotedMinor })
}

/** Its metadata reach the order; whoever knows the id can rewrite them, so the name is signed. */
export async function createCart(store: MedusaApi, cart: NewCart): Promise<Outcome<MadeCart, ShopRefusal>> {
  const { hold, items, regionId, names } = cart
  const ownerOf = ownersOf(hold)
  const json = {
    region_id: regionId,
    items: items.map(({ externalId, quantity }, index) => ({
      variant_id: externalId,
      quantity,
      metadata: { [HOLD_METADATA]: names.nameOf(ownerOf(index)) },
    })),
    metadata: { [HOLD_METADATA]: names.nameOfAll(hold), lantern_show: hold.showId, ...carriedOf(hold) },
  }
  const made = await store({ path: '/carts', method: 'POST', json }, Made)
  return made.ok ? readCart(made.value, hold) : made
}

/** The frozen prices: Medusa works out the cart anew. */
export async function applyCode(
  store: MedusaApi,
  { cartId, hold, codes }: { cartId: string; hold: HandedHold; codes: readonly string[] },
): Promise<Outcome<MadeCart, ShopRefusal>> {
  const json = { promo_codes: codes }
  const applied = await store({ path: `/carts/${cartId}/promotions`, method: 'POST', json }, Made)
  return applied.ok ? readCart(applied.value, hold) : applied
}

/** The storefront's own route, which puts the cart into the buyer's cookie and goes on to its checkout. */
export function landing(shopUrl: string, cartId: string, locale: string): string {
  const query = new URLSearchParams({ cart_id: cartId, locale })
  return `${shopUrl}/lantern?${query.toString()}`
}
