// Shopify's webhooks: HMAC of the raw body, then by topic.
import { OrderId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { Delivery, ShopAdapter, ShopNews } from '../../checkout.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { readable } from '../orderFacts.ts'
import { isSigned, misread, parseBody } from '../proof.ts'
import { factsOfOrder, WebhookOrder } from './orders.ts'
import { givenDomain } from './ownAddress.ts'

export interface ShopifyEventSettings {
  readonly shopUrl: string
  readonly shopEndpointId: string
  /** The app's client secret, which signs what was registered by the app. */
  readonly shopifyClientSecret: string | null
  /** The shop's own key, which signs the webhooks that were made by hand in its admin; with neither no shop posts here. */
  readonly shopifyWebhookSecret: string | null
}

interface ShopifyEventNeeds {
  readonly config: ShopifyEventSettings
  readonly names: HoldNames
  /** False: nobody can be asked what a message about stock means. */
  readonly canAsk: boolean
}

interface Message {
  readonly endpointId: string
  /** Shopify's own id of what happened. */
  readonly told: string
  readonly names: HoldNames
}

const Refund = z.object({ id: z.number(), order_id: z.number().positive() })
const gid = z.string().regex(/^gid:\/\/shopify\/ProductVariant\/\d+$/)
const Product = z.object({
  updated_at: z.string(),
  /** All of them, where `variants` may have the first hundred alone. */
  variant_gids: z.array(z.object({ admin_graphql_api_id: gid, updated_at: z.string().nullish() })).default([]),
  variants: z.array(
    z.object({
      /** With the number in it as text, as in orders. */
      admin_graphql_api_id: gid,
      inventory_quantity: z.number().int().nullish(),
    }),
  ),
})

type Read = (json: unknown, message: Message) => Outcome<readonly ShopNews[], 'BAD_INPUT'>

const readOrder: Read = (json, message) => {
  const order = WebhookOrder.safeParse(json)
  return order.success ? readable(factsOfOrder(order.data, message)) : misread(order.error)
}

/** The message does not carry the order's attributes. */
const readRefund: Read = (json, { endpointId }) => {
  const refund = Refund.safeParse(json)
  if (!refund.success) return misread(refund.error)
  const orderId = OrderId.parse(String(refund.data.order_id))
  return grant([{ type: 'order.changed', endpointId, eventId: `refund-${refund.data.id}`, orderId }])
}

/**
 * Sent on every change of a product's stock. Since 2024-07 it does not say whether the shop counts the variant, and the number
 * of one that it does not count means nothing: the Admin API is asked.
 */
const readStock: Read = (json, { endpointId, told }) => {
  const product = Product.safeParse(json)
  if (!product.success) return misread(product.error)
  const { updated_at, variants, variant_gids } = product.data
  const shown = new Map(
    variants.map((one) => [one.admin_graphql_api_id, `${updated_at}-${one.inventory_quantity ?? ''}`]),
  )
  const ids = new Set([...shown.keys(), ...variant_gids.map((one) => one.admin_graphql_api_id)])
  const news = [...ids].map((id): ShopNews => {
    const externalId = id.split('/').at(-1) ?? ''
    const eventId = `stock-${externalId}-${shown.get(id) ?? told}`
    return { type: 'stock.changed', endpointId, eventId, sku: null, externalId, available: null }
  })
  return grant(news)
}

const BY_TOPIC: ReadonlyMap<string, Read> = new Map([
  ['orders/create', readOrder],
  ['orders/updated', readOrder],
  ['orders/paid', readOrder],
  ['orders/cancelled', readOrder],
  ['refunds/create', readRefund],
  ['products/update', readStock],
])

/** One app may be installed in several shops, and its secret signs for all of them. */
function isOfAnother(headers: Delivery['headers'], ourDomain: string | null): boolean {
  const domain = headers['x-shopify-shop-domain']
  return ourDomain !== null && domain !== undefined && domain.toLowerCase() !== ourDomain
}

const OTHER_SHOP = { why: 'x-shopify-shop-domain (another shop)' }

/** One event of Shopify's comes under several topics with one id: what the order's state says is what makes an event ours. */
export function createShopifyEvents(needs: ShopifyEventNeeds): ShopAdapter['verifyEvent'] {
  const { names, canAsk } = needs
  const { shopUrl, shopEndpointId, shopifyClientSecret, shopifyWebhookSecret } = needs.config
  const ourDomain = givenDomain(shopUrl)
  const keys = [shopifyClientSecret, shopifyWebhookSecret].filter((key) => key !== null)

  return ({ endpointId, body, headers }) => {
    if (keys.length === 0 || endpointId !== shopEndpointId) return refuse('ENDPOINT_NOT_FOUND')
    if (!keys.some((key) => isSigned(body, headers['x-shopify-hmac-sha256'], key))) return refuse('BAD_SIGNATURE')
    if (isOfAnother(headers, ourDomain)) return refuse('BAD_INPUT', { detail: OTHER_SHOP })
    const read = BY_TOPIC.get(headers['x-shopify-topic'] ?? '')
    if (read === undefined || (read === readStock && !canAsk)) return grant([])
    return read(parseBody(body), { endpointId, names, told: headers['x-shopify-event-id'] ?? '' })
  }
}
