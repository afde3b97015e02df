// Webhooks of the generic shop: Standard Webhooks 1.0, proven before a word of them is read.
import { ShopEvent } from '@lantern/shared/contract/handoff.ts'
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { z } from 'zod'
import type { Delivery, ShopAdapter, ShopNews } from '../../checkout.ts'
import { misread, parseBody } from '../proof.ts'

export interface ShopEventSettings {
  readonly shopEndpointId: string
  /** Null: no shop posts here. */
  readonly shopWebhookSecret: string | null
}

export type EventRefusal = 'ENDPOINT_NOT_FOUND' | 'BAD_SIGNATURE' | 'BAD_INPUT'

export interface StandardEvent {
  readonly eventId: string
  readonly type: string
  readonly json: unknown
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

/** Reads a delivery as far as the standard goes: endpoint, signature, id and type. */
export function createStandardReader(settings: ShopEventSettings) {
  const webhook = settings.shopWebhookSecret === null ? null : new Webhook(settings.shopWebhookSecret)

  return ({ endpointId, body, headers }: Delivery): Outcome<StandardEvent, EventRefusal> => {
    if (webhook === null || endpointId !== settings.shopEndpointId) return refuse('ENDPOINT_NOT_FOUND')
    if (!isProven(webhook, body, headers)) return refuse('BAD_SIGNATURE')

    const json = parseBody(body)
    const said = AnyEvent.safeParse(json)
    const eventId = EventId.safeParse(headers['webhook-id'])
    if (!said.success) return misread(said.error)
    if (!eventId.success) return refuse('BAD_INPUT', { detail: { why: 'webhook-id' } })
    return grant({ eventId: eventId.data, type: said.data.type, json })
  }
}

function toNews(event: ShopEvent, ids: { eventId: string; endpointId: string }): ShopNews {
  if (event.type === 'stock.changed') return { ...ids, type: event.type, externalId: null, ...event.data }
  const holdId = event.data.holdId
  if (event.type === 'order.refunded') {
    const { orderId, amountMinor } = event.data
    return { ...ids, holdId, type: event.type, orderId, amountMinor }
  }
  if (event.type === 'order.cancelled') return { ...ids, holdId, type: event.type, orderId: event.data.orderId }
  if (event.type === 'checkout.opened') return { ...ids, holdId, type: event.type }
  const { orderId, amountMinor, currency } = event.data
  return { ...ids, holdId, type: event.type, orderId, amountMinor, currency }
}

const Named = z.looseObject({ data: z.looseObject({ holdId: z.string() }) })

/** Puts the hold in the place of its signed name; null: the name is not one of ours. */
function withHold(json: unknown, readName: (name: string) => HoldId | null): unknown {
  const named = Named.safeParse(json)
  if (!named.success) return json
  const holdId = readName(named.data.data.holdId)
  return holdId === null ? null : { ...named.data, data: { ...named.data.data, holdId } }
}

/**
 * A shop may tell more than we know: types that are not ours mean nothing, ours in a wrong shape are BAD_INPUT.
 * With `readName` the shop says `holdId` by the signed name it was given; a rewritten one means nothing.
 */
export function createShopEvents(
  settings: ShopEventSettings,
  readName?: (name: string) => HoldId | null,
): ShopAdapter['verifyEvent'] {
  const read = createStandardReader(settings)

  return (delivery) => {
    const said = read(delivery)
    if (!said.ok) return said
    const { eventId, type, json } = said.value
    if (!KNOWN.has(type)) return grant([])
    const named = readName === undefined ? json : withHold(json, readName)
    if (named === null) return grant([])
    const event = ShopEvent.safeParse(named)
    return event.success
      ? grant([toNews(event.data, { eventId, endpointId: delivery.endpointId })])
      : misread(event.error)
  }
}
