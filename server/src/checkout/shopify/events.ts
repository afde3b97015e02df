// Shopify's webhooks: HMAC of the raw body, then by topic.
import { OrderId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopAdapter, ShopNews } from '../checkout.ts'
import type { HoldNames } from '../holdNames.ts'
import { isSigned, parseBody } from '../proof.ts'
import { factsOfOrder, WebhookOrder } from './orders.ts'

export interface ShopifyEventSettings {
  readonly shopEndpointId: string
  /** The app's client secret; null: no shop posts here. */
  readonly shopifyClientSecret: string | null
}

interface Message {
  readonly endpointId: string
  readonly names: HoldNames
}

const Refund = z.object({ id: z.number(), order_id: z.number().positive() })
const Product = z.object({
  updated_at: z.string(),
  variants: z.array(
    z.object({
      id: z.number().positive(),
      inventory_quantity: z.number().int().nullish(),
      /** Null: the shop does not count it. */
      inventory_management: z.string().nullish(),
    }),
  ),
})

type Read = (json: unknown, message: Message) => readonly ShopNews[] | null

const readOrder: Read = (json, message) => {
  const order = WebhookOrder.safeParse(json)
  return order.success ? factsOfOrder(order.data, message) : null
}

/** The message does not carry the order's attributes. */
const readRefund: Read = (json, { endpointId }) => {
  const refund = Refund.safeParse(json)
  if (!refund.success) return null
  const orderId = OrderId.parse(String(refund.data.order_id))
  return [{ type: 'order.changed', endpointId, eventId: `refund-${refund.data.id}`, orderId }]
}

/** Stock of a product over all its places; sent on every change of it. */
const readStock: Read = (json, { endpointId }) => {
  const product = Product.safeParse(json)
  if (!product.success) return null
  const counted = product.data.variants.filter(
    ({ inventory_management: by, inventory_quantity: units }) => (by ?? null) !== null && (units ?? null) !== null,
  )
  return counted.map(({ id, inventory_quantity }) => ({
    type: 'stock.changed',
    endpointId,
    eventId: `stock-${id}-${product.data.updated_at}`,
    sku: null,
    externalId: String(id),
    available: Math.max(0, inventory_quantity ?? 0),
  }))
}

const BY_TOPIC: ReadonlyMap<string, Read> = new Map([
  ['orders/create', readOrder],
  ['orders/updated', readOrder],
  ['orders/paid', readOrder],
  ['orders/cancelled', readOrder],
  ['refunds/create', readRefund],
  ['products/update', readStock],
])

/** One event of Shopify's comes under several topics with one id: what the order's state says is what makes an event ours. */
export function createShopifyEvents(settings: ShopifyEventSettings, names: HoldNames): ShopAdapter['verifyEvent'] {
  const { shopEndpointId, shopifyClientSecret } = settings

  return ({ endpointId, body, headers }) => {
    if (shopifyClientSecret === null || endpointId !== shopEndpointId) return refuse('ENDPOINT_NOT_FOUND')
    if (!isSigned(body, headers['x-shopify-hmac-sha256'], shopifyClientSecret)) return refuse('BAD_SIGNATURE')
    const read = BY_TOPIC.get(headers['x-shopify-topic'] ?? '')
    if (read === undefined) return grant([])
    const news = read(parseBody(body), { endpointId, names })
    return news === null ? refuse('BAD_INPUT') : grant(news)
  }
}
