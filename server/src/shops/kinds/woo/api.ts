// WooCommerce's REST API, with its consumer key; what is refused says what the shop's owner can do about it.
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal } from '../../checkout.ts'
import { askShop, type ShopAnswer, type ShopFetch, type ShopRequest } from '../../shopFetch.ts'

/** `path` is below `/wp-json/wc/v3/`. */
export type WooRequest = Omit<ShopRequest, 'url' | 'headers'> & { readonly path: string }

export interface WooApi {
  <Body>(request: WooRequest, schema: z.ZodType<Body>): Promise<Outcome<Body, ShopRefusal>>
  /** The answer as it is. */
  raw(request: WooRequest): ReturnType<ShopFetch>
}

export interface WooPlace {
  readonly shopUrl: string
  readonly wooConsumerKey: string
  readonly wooConsumerSecret: string
}

const Fault = z.object({ code: z.string() })

/** What WordPress or WooCommerce calls the fault; null: nothing. */
export function faultOf({ json }: ShopAnswer): string | null {
  const fault = Fault.safeParse(json)
  return fault.success ? fault.data.code : null
}

const NO_DATA =
  'a page instead of data: Settings > Permalinks must be any other than Plain, and no maintenance or security page may stand before /wp-json/'
const NO_KEY =
  'the consumer key is not known there (of another shop, revoked or mistyped), or its user may not manage the shop'

function todoOf(answer: ShopAnswer, url: string): string | null {
  const { status, json } = answer
  const [fault, isPlugin] = [faultOf(answer), url.includes('/wp-json/lantern/')]
  if (fault === 'rest_no_route') return `${isPlugin ? 'Lantern’s plugin' : 'WooCommerce'} is not active there`
  if (fault === 'lantern_not_signed') return 'WOO_PLUGIN_SECRET has to be the secret of the plugin there'
  if (json === undefined && (status < 300 || status === 404)) return NO_DATA
  if (status !== 401 && status !== 403) return null
  if (/write permissions/.test(JSON.stringify(json ?? ''))) return 'the key has to have permissions Read/Write'
  return url.startsWith('http:') ? `${NO_KEY}; by http WooCommerce takes no key: SHOP_URL has to be https` : NO_KEY
}

/** As `askShop`, with what to do. */
export async function askWoo<Body>(
  fetchShop: ShopFetch,
  request: ShopRequest,
  schema: z.ZodType<Body>,
): Promise<Outcome<Body, ShopRefusal>> {
  const seen: ShopAnswer[] = []
  const listening: ShopFetch = async (asked) => {
    const answer = await fetchShop(asked)
    if (answer.ok) seen.push(answer.value)
    return answer
  }
  const told = await askShop(listening, request, schema)
  const [answer] = seen
  if (told.ok || told.code !== 'SHOP_REFUSED' || answer === undefined) return told
  const todo = todoOf(answer, request.url)
  return todo === null ? told : refuse('SHOP_REFUSED', { detail: { why: `${String(told.detail?.['why'])}; ${todo}` } })
}

/** Basic authentication, which WooCommerce takes over https alone. */
export function createWooApi(fetchShop: ShopFetch, { shopUrl, wooConsumerKey, wooConsumerSecret }: WooPlace): WooApi {
  const credentials = Buffer.from(`${wooConsumerKey}:${wooConsumerSecret}`).toString('base64')
  const headers = { authorization: `Basic ${credentials}` }
  const toRequest = ({ path, ...request }: WooRequest) => ({
    ...request,
    url: `${shopUrl}/wp-json/wc/v3/${path}`,
    headers,
  })
  const ask = <Body>(request: WooRequest, schema: z.ZodType<Body>) => askWoo(fetchShop, toRequest(request), schema)
  return Object.assign(ask, { raw: (request: WooRequest) => fetchShop(toRequest(request)) })
}
