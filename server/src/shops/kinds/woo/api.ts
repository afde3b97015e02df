// WooCommerce's REST API, with its consumer key.
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { z } from 'zod'
import type { ShopRefusal } from '../../checkout.ts'
import { askShop, type ShopFetch, type ShopRequest } from '../../shopFetch.ts'

/** `path` is below `/wp-json/wc/v3/`. */
export type WooApi = <Body>(
  request: Omit<ShopRequest, 'url' | 'headers'> & { readonly path: string },
  schema: z.ZodType<Body>,
) => Promise<Outcome<Body, ShopRefusal>>

export interface WooPlace {
  readonly shopUrl: string
  readonly wooConsumerKey: string
  readonly wooConsumerSecret: string
}

/** Basic authentication, which WooCommerce takes over https alone. */
export function createWooApi(fetchShop: ShopFetch, { shopUrl, wooConsumerKey, wooConsumerSecret }: WooPlace): WooApi {
  const credentials = Buffer.from(`${wooConsumerKey}:${wooConsumerSecret}`).toString('base64')
  const headers = { authorization: `Basic ${credentials}` }
  return ({ path, ...request }, schema) =>
    askShop(fetchShop, { ...request, url: `${shopUrl}/wp-json/wc/v3/${path}`, headers }, schema)
}
