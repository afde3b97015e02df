// WooCommerce's webhooks: HMAC of the raw body, then by topic.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { Delivery, ShopAdapter, ShopNews } from '../../checkout.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { readable } from '../orderFacts.ts'
import { isSigned, misread, parseBody } from '../proof.ts'
import { factsOfOrder } from './orders.ts'
import { WooOrder } from './orderShape.ts'

export interface WooEventSettings {
  readonly shopEndpointId: string
  /** Null: no shop posts here. */
  readonly wooWebhookSecret: string | null
}

const Product = z.object({
  id: z.number().int().positive(),
  manage_stock: z.union([z.boolean(), z.string()]),
  stock_quantity: z.number().nullable(),
  /** It is sold on when it has run out. */
  backorders_allowed: z.boolean(),
  date_modified_gmt: z.string().nullable(),
})

/** A new webhook is tried by an unsigned message, and is saved only where that is answered with 200. It says nothing. */
function isPing({ body, headers }: Delivery): boolean {
  return headers['x-wc-webhook-signature'] === undefined && /^webhook_id=\d{1,20}$/.test(body.toString('latin1'))
}

type Read = Outcome<readonly ShopNews[], 'BAD_INPUT'>

function readStock(json: unknown, endpointId: string): Read {
  const product = Product.safeParse(json)
  if (!product.success) return misread(product.error)
  const { id, manage_stock, stock_quantity, backorders_allowed, date_modified_gmt } = product.data
  if (manage_stock !== true || stock_quantity === null || backorders_allowed) return grant([])
  const available = Math.max(0, Math.floor(stock_quantity))
  const eventId = `stock-${id}-${date_modified_gmt ?? ''}-${available}`
  return grant([{ type: 'stock.changed', endpointId, eventId, sku: null, externalId: String(id), available }])
}

export function createWooEvents(settings: WooEventSettings, names: HoldNames): ShopAdapter['verifyEvent'] {
  const { shopEndpointId, wooWebhookSecret } = settings

  function readBody(topic: string, json: unknown): Read {
    if (topic === 'product.updated') return readStock(json, shopEndpointId)
    if (topic !== 'order.created' && topic !== 'order.updated') return grant([])
    const order = WooOrder.safeParse(json)
    if (!order.success) return misread(order.error)
    return readable(factsOfOrder(order.data, { names, endpointId: shopEndpointId }))
  }

  return (delivery) => {
    const { endpointId, body, headers } = delivery
    if (wooWebhookSecret === null || endpointId !== shopEndpointId) return refuse('ENDPOINT_NOT_FOUND')
    if (isPing(delivery)) return grant([])
    if (!isSigned(body, headers['x-wc-webhook-signature'], wooWebhookSecret)) return refuse('BAD_SIGNATURE')
    return readBody(headers['x-wc-webhook-topic'] ?? '', parseBody(body))
  }
}
