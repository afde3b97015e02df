// Job that reads the event log on, show by show, and puts what webhooks report into the queues of their endpoints.
import { createHash } from 'node:crypto'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { toWebhookEvent, WEBHOOK_EVENTS } from '../../domain/webhookEvents.ts'
import type { LoggedEvent, WebhookEvent, EventHold, EventOrder } from '../../domain/webhookEvents.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import { insertRows } from '../bulk.ts'
import type { Job, JobContext, SqlWords } from '../database.ts'
import { toHoldRecord } from '../records.ts'
import type { DeliveryRow, EndpointRow } from '../webhookSchema.ts'
import type { EventRow, Schema } from '../schema.ts'
import { takeTurn } from './inbox.ts'

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

/**
 * Within one show events appear in the order of their seq, on every database: so each show has a cursor of its own, and no
 * transaction that is still open can put one behind it.
 */
export const collectEvents: Job<{ limit: number }, number> = {
  name: 'relay.collect',
  kind: 'write',
  async work(db, { limit }, context) {
    await takeTurn(db, context, 'relay')
    const events: EventRow[] = []
    for (const news of await findNews(db)) {
      if (events.length >= limit) break
      events.push(...(await readOn(db, news, limit - events.length)))
    }
    await queue(db, events, context)
    return events.length
  },
}

interface News {
  readonly id: ShowId
  readonly seq: number
  readonly last: number
}

async function findNews(db: Kysely<Schema>): Promise<News[]> {
  const query = sql<News>`select * from (
      select shows.id, coalesce(relay_cursors.seq, 0) as seq,
        (select max(events.seq) from events where events.show_id = shows.id) as last
      from shows left join relay_cursors on relay_cursors.show_id = shows.id) as heads
    where last > seq order by id`
  return (await query.execute(db)).rows
}

/** The show's next events that others are told of; its cursor moves past everything that was looked at. */
async function readOn(db: Kysely<Schema>, { id, seq, last }: News, limit: number): Promise<EventRow[]> {
  const types = Object.keys(WEBHOOK_EVENTS)
  const next = db.selectFrom('events').selectAll().where('show_id', '=', id).where('seq', '>', seq)
  const rows = await next.where('seq', '<=', last).where('type', 'in', types).orderBy('seq').limit(limit).execute()
  const readTo = rows.length < limit ? last : (rows.at(-1)?.seq ?? last)
  const move = db.insertInto('relay_cursors').values({ show_id: id, seq: readTo })
  await move.onConflict((conflict) => conflict.column('show_id').doUpdateSet({ seq: readTo })).execute()
  return rows
}

async function queue(db: Kysely<Schema>, events: readonly EventRow[], context: JobContext): Promise<void> {
  const endpoints = await db.selectFrom('endpoints').selectAll().where(wantsNews).execute()
  if (events.length === 0 || endpoints.length === 0) return
  const { words } = context
  const now = await context.now()
  const about = await readAbout(db, events, words)
  const rows = events.flatMap((event) => {
    const webhookEvent = toWebhookEvent(toLogged(event, about))
    return webhookEvent === null ? [] : endpoints.flatMap((endpoint) => toRows(endpoint, { event, webhookEvent, now }))
  })
  await insertRows({ db, words }, DELIVERIES, rows)
}

/** One that is switched off is kept its share; one that is gone is not. */
const wantsNews = sql<boolean>`enabled = 1 or reason = 'staff'`

interface Happened {
  readonly event: EventRow
  readonly webhookEvent: WebhookEvent
  readonly now: number
}

function toRows(endpoint: EndpointRow, { event, webhookEvent, now }: Happened): DeliveryRow[] {
  const types: readonly string[] = JSON.parse(endpoint.types)
  if (types.length > 0 && !types.includes(webhookEvent.type)) return []
  const state = endpoint.enabled === 1 ? 'pending' : 'held'
  const sent = { tries: 0, next_at: now, claimed_until: 0, created_at: now, done_at: null }
  return [
    {
      endpoint_id: endpoint.id,
      id: webhookId(event),
      seq: event.seq,
      type: webhookEvent.type,
      body: webhookEvent.body,
      state,
      ...sent,
    },
  ]
}

/** Follows from the event alone, and differs from that of another studio's event with the same number. */
function webhookId({ seq, show_id, at }: EventRow): string {
  const origin = createHash('sha256').update(`${show_id} ${seq} ${at}`).digest('hex').slice(0, 16)
  return `msg_${seq.toString(36)}_${origin}`
}

interface About {
  readonly holds: ReadonlyMap<string, EventHold>
  readonly orders: ReadonlyMap<string, EventOrder>
}

function toLogged(event: EventRow, { holds, orders }: About): LoggedEvent {
  const hold = event.hold_id === null ? null : (holds.get(event.hold_id) ?? null)
  const order = hold === null ? null : (orders.get(hold.id) ?? null)
  return { showId: event.show_id, type: event.type, at: event.at, mediaMs: event.media_ms, hold, order }
}

async function readAbout(db: Kysely<Schema>, events: readonly EventRow[], words: SqlWords): Promise<About> {
  const ids = [...new Set(events.flatMap((event) => event.hold_id ?? []))]
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
