// A cart at Medusa, filled by us and opened by the storefront's landing route.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { HandedHold, ShopRefusal } from '../checkout.ts'
import type { KnownItem } from '../handed.ts'
import type { MedusaApi } from './api.ts'

export const HOLD_METADATA = 'lantern_hold'

export interface NewCart {
  readonly hold: HandedHold
  readonly items: readonly KnownItem[]
  readonly regionId: string
  readonly name: string
  /** Null: the shop's own price. */
  readonly code: string | null
}

const Made = z.object({ cart: z.object({ id: z.string() }) })

/** The cart's id. Its metadata reach the order; whoever knows the id can rewrite them, so the name is signed. */
export async function createCart(store: MedusaApi, cart: NewCart): Promise<Outcome<string, ShopRefusal>> {
  const { hold, items, regionId, name, code } = cart
  const link = hold.via === null ? {} : { lantern_link: hold.via }
  const json = {
    region_id: regionId,
    items: items.map(({ externalId, quantity }) => ({
      variant_id: externalId,
      quantity,
      metadata: { [HOLD_METADATA]: name },
    })),
    promo_codes: code === null ? [] : [code],
    metadata: { [HOLD_METADATA]: name, lantern_show: hold.showId, ...link },
  }
  const made = await store({ path: '/carts', method: 'POST', json }, Made)
  return made.ok ? grant(made.value.cart.id) : made
}

/** The storefront's own route, which puts the cart into the buyer's cookie and goes on to its checkout. */
export function landing(shopUrl: string, cartId: string, locale: string): string {
  const query = new URLSearchParams({ cart_id: cartId, locale })
  return `${shopUrl}/lantern?${query.toString()}`
}
