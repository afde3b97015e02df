// The subscription that puts what webhooks report into the queues of their endpoints.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { EVENT_TYPES, type EventType } from '../../domain/eventTypes.ts'
import { toWebhookEvent, WEBHOOK_EVENTS } from '../../domain/webhookEvents.ts'
import type { WebhookEvent } from '../../domain/webhookEvents.ts'
import type { Fact } from '../../events/facts.ts'
import type { Subscription } from '../../events/subscription.ts'
import { insertRows } from '../../database/bulk.ts'
import type { JobContext } from '../../database/database.ts'
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
  const rows = facts.flatMap((fact) => {
    const webhookEvent = toWebhookEvent(fact)
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
