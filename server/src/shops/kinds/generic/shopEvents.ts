// Webhooks of the generic shop: Standard Webhooks 1.0, proven before a word of them is read.
import { ShopEvent } from '@lantern/shared/contract/handoff.ts'
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { z } from 'zod'
import type { Delivery, ShopAdapter, ShopFact, ShopNews } from '../../checkout.ts'
import { type HoldMoney, sharedOut } from '../../handoff/basket.ts'
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

interface Ids {
  readonly eventId: string
  readonly endpointId: string
}

type AboutHolds = Exclude<ShopEvent, { type: 'stock.changed' | 'catalogue.changed' }>

/** What it says of one hold; of the money so much is its own, undefined: all there is. */
function toFact(event: AboutHolds, ids: Ids & { readonly holdId: HoldId }, ownMinor: number | undefined): ShopFact {
  if (event.type === 'order.refunded')
    return { ...ids, type: event.type, orderId: event.data.orderId, amountMinor: ownMinor }
  if (event.type === 'order.cancelled') return { ...ids, type: event.type, orderId: event.data.orderId }
  if (event.type === 'checkout.opened') return { ...ids, type: event.type }
  const { orderId, amountMinor, currency } = event.data
  return { ...ids, type: event.type, orderId, amountMinor: ownMinor ?? amountMinor, currency }
}

const moneyOf = ({ data }: AboutHolds) => ('amountMinor' in data ? data.amountMinor : undefined)

/** Of a basket each hold has a fact of its own, by an id of its own: the same message again says the same. */
function factsOfBasket(event: AboutHolds, ids: Ids, holds: readonly HoldMoney[]): readonly ShopFact[] {
  const money = moneyOf(event)
  const shares = new Map(sharedOut(money ?? 0, holds).map((share) => [share.holdId, share.amountMinor]))
  return holds.map(({ holdId }) => {
    const own = { ...ids, eventId: `${ids.eventId}-${holdId}`, holdId }
    return toFact(event, own, money === undefined ? undefined : shares.get(holdId))
  })
}

/** A message names one hold, or each of its holds once. */
function toNews(event: ShopEvent, ids: Ids): Outcome<readonly ShopNews[], 'BAD_INPUT'> {
  if (event.type === 'stock.changed') return grant([{ ...ids, type: event.type, externalId: null, ...event.data }])
  if (event.type === 'catalogue.changed') return grant([{ ...ids, type: event.type }])
  const { holdId, holds } = event.data
  if (holdId !== undefined) return grant([toFact(event, { ...ids, holdId }, moneyOf(event))])
  const isEachOnce = holds !== undefined && new Set(holds.map((hold) => hold.holdId)).size === holds.length
  if (!isEachOnce) return refuse('BAD_INPUT', { detail: { why: holds === undefined ? 'holdId' : 'holds' } })
  return grant(factsOfBasket(event, ids, holds))
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
    return event.success ? toNews(event.data, { eventId, endpointId: delivery.endpointId }) : misread(event.error)
  }
}
