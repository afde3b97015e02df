// The subscription that puts what webhooks report into the queues of their endpoints.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { EVENT_TYPES, type EventType } from '../../domain/eventTypes.ts'
import { toWebhookEvent, WEBHOOK_EVENTS } from '../../domain/webhookEvents.ts'
import type { LoggedEvent, WebhookEvent, EventHold, EventOrder } from '../../domain/webhookEvents.ts'
import type { Fact } from '../../events/facts.ts'
import type { Subscription } from '../../events/subscription.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import { insertRows } from '../../database/bulk.ts'
import type { JobContext, SqlWords } from '../../database/database.ts'
import { toHoldRecord } from '../../database/toThings.ts'
import type { DeliveryRow, EndpointRow } from '../../database/webhookSchema.ts'
import type { Schema } from '../../database/schema.ts'

const DELIVERIES = {
  table: 'deliveries',
  columns: {
    endpoint_id: 'text',
    id: 'text',
    seq: 'integer',
    type: 'text',
    body: 'text',
    state: 'text',
    tries: 'integer',
    next_at: 'integer',
    claimed_until: 'integer',
    created_at: 'integer',
    done_at: 'integer',
  },
} as const

const isReported = (type: EventType) => Object.hasOwn(WEBHOOK_EVENTS, type)

export const WEBHOOKS: Subscription = {
  name: 'webhooks',
  types: EVENT_TYPES.filter(isReported),
  take: queue,
  // What was sent stays sent.
  rebuilding: null,
}

async function queue(db: Kysely<Schema>, facts: readonly Fact[], context: JobContext): Promise<void> {
  const endpoints = await db.selectFrom('endpoints').selectAll().where(wantsNews).execute()
  if (endpoints.length === 0) return
  const { words } = context
  const now = await context.now()
  const about = await readAbout(db, facts, words)
  const rows = facts.flatMap((fact) => {
    const webhookEvent = toWebhookEvent(toLogged(fact, about))
    return webhookEvent === null ? [] : endpoints.flatMap((endpoint) => toRows(endpoint, { fact, webhookEvent, now }))
  })
  await insertRows({ db, words }, DELIVERIES, rows)
}

/** One that is switched off is kept its share; one that is gone is not. */
const wantsNews = sql<boolean>`enabled = 1 or reason = 'staff'`

interface Happened {
  readonly fact: Fact
  readonly webhookEvent: WebhookEvent
  readonly now: number
}

function toRows(endpoint: EndpointRow, { fact, webhookEvent, now }: Happened): DeliveryRow[] {
  const types: readonly string[] = JSON.parse(endpoint.types)
  if (types.length > 0 && !types.includes(webhookEvent.type)) return []
  const state = endpoint.enabled === 1 ? 'pending' : 'held'
  const sent = { tries: 0, next_at: now, claimed_until: 0, created_at: now, done_at: null }
  return [
    {
      endpoint_id: endpoint.id,
      id: webhookId(fact),
      seq: fact.seq,
      type: webhookEvent.type,
      body: webhookEvent.body,
      state,
      ...sent,
    },
  ]
}

/** Follows from the event alone, and differs from that of another studio's event with the same number. */
function webhookId({ seq, stream, at }: Fact): string {
  const origin = createHash('sha256').update(`${stream} ${seq} ${at}`).digest('hex').slice(0, 16)
  return `msg_${seq.toString(36)}_${origin}`
}

interface About {
  readonly holds: ReadonlyMap<string, EventHold>
  readonly orders: ReadonlyMap<string, EventOrder>
}

function toLogged({ stream, type, at, mediaMs, holdId }: Fact, { holds, orders }: About): LoggedEvent {
  const hold = holdId === null ? null : (holds.get(holdId) ?? null)
  const order = hold === null ? null : (orders.get(hold.id) ?? null)
  return { showId: stream, type, at, mediaMs, hold, order }
}

async function readAbout(db: Kysely<Schema>, facts: readonly Fact[], words: SqlWords): Promise<About> {
  const ids = [...new Set(facts.flatMap(({ holdId }) => holdId ?? []))]
  if (ids.length === 0) return { holds: new Map(), orders: new Map() }
  const rows = await db.selectFrom('holds').selectAll().where(words.isOneOf('id', ids)).execute()
  const holds = rows.map(toHoldRecord)
  const skus = await readSkus(db, holds, words)
  const orders = await db
    .selectFrom('orders')
    .select(['hold_id', 'order_id', 'amount_minor', 'currency'])
    .where(words.isOneOf('hold_id', ids))
    .where('second', '=', 0)
    .execute()
  const toEventHold = ({ id, currency, expiresAt, via, lines }: HoldRecord): EventHold => {
    const items = lines.map(({ offerId, quantity, unitPriceMinor }) => ({
      sku: skus.get(offerId) ?? '',
      quantity,
      unitPriceMinor,
    }))
    return { id, currency, expiresAt, via, items }
  }
  return {
    holds: new Map(holds.map((hold) => [hold.id, toEventHold(hold)])),
    orders: new Map(
      orders.map((row) => [row.hold_id, { id: row.order_id, amountMinor: row.amount_minor, currency: row.currency }]),
    ),
  }
}

async function readSkus(
  db: Kysely<Schema>,
  holds: readonly HoldRecord[],
  words: SqlWords,
): Promise<ReadonlyMap<string, string>> {
  const offerIds = [...new Set(holds.flatMap(({ lines }) => lines.map(({ offerId }) => offerId)))]
  const offers = db.selectFrom('offers').innerJoin('variants', 'variants.id', 'offers.variant_id')
  const rows = await offers.select(['offers.id', 'variants.sku']).where(words.isOneOf('offers.id', offerIds)).execute()
  return new Map(rows.map(({ id, sku }) => [id, sku]))
}
