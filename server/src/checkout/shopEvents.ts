// Webhooks of the generic shop: Standard Webhooks 1.0, proven before a word of them is read.
import { ShopEvent } from '@lantern/shared/contract/handoff.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { z } from 'zod'
import type { ShopAdapter, ShopFact } from './checkout.ts'

export interface ShopEventSettings {
  readonly shopEndpointId: string
  /** Null: no shop posts here. */
  readonly shopWebhookSecret: string | null
}

const EventId = z.string().regex(/^[\x21-\x7e]{1,256}$/)
const AnyEvent = z.object({ type: z.string() })
const KNOWN: ReadonlySet<string> = new Set(ShopEvent.options.map((option) => option.shape.type.value))

function isProven(webhook: Webhook, body: Buffer, headers: Readonly<Record<string, string>>): boolean {
  try {
    webhook.verify(body, { ...headers }, { jsonParse: false })
    return true
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false
    throw error
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

function toFact(event: ShopEvent, ids: { eventId: string; endpointId: string }): ShopFact {
  const holdId = event.data.holdId
  if (event.type === 'order.refunded') return { ...ids, holdId, type: event.type, orderId: event.data.orderId }
  if (event.type !== 'order.paid') return { ...ids, holdId, type: event.type }
  const { orderId, amountMinor, currency } = event.data
  return { ...ids, holdId, type: event.type, orderId, amountMinor, currency }
}

/** A shop may tell more than we know: types that are not ours are null, ours in a wrong shape BAD_INPUT. */
export function createShopEvents(settings: ShopEventSettings): ShopAdapter['verifyEvent'] {
  const webhook = settings.shopWebhookSecret === null ? null : new Webhook(settings.shopWebhookSecret)

  return ({ endpointId, body, headers }) => {
    if (webhook === null || endpointId !== settings.shopEndpointId) return refuse('ENDPOINT_NOT_FOUND')
    if (!isProven(webhook, body, headers)) return refuse('BAD_SIGNATURE')

    const json = parseJson(body)
    const any = AnyEvent.safeParse(json)
    const eventId = EventId.safeParse(headers['webhook-id'])
    if (!any.success || !eventId.success) return refuse('BAD_INPUT')
    if (!KNOWN.has(any.data.type)) return grant(null)
    const event = ShopEvent.safeParse(json)
    return event.success ? grant(toFact(event.data, { eventId: eventId.data, endpointId })) : refuse('BAD_INPUT')
  }
}
