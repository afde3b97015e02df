// What webhooks say of an event of the log: its type and its data, in the words of CHECKOUT's table.
import type { ToldType } from '@lantern/shared/contract/webhooks.ts'

/** Events of the log that webhooks report. */
export const WEBHOOK_EVENTS = {
  'hold:granted': 'hold.created',
  'hold:released': 'hold.released',
  'hold:expired': 'hold.expired',
  'hold:late_paid': 'hold.late_paid',
  'hold:paid': 'order.recorded',
  'hold:supplied': 'order.recorded',
  'show:live': 'show.started',
  'show:ended': 'show.ended',
} as const satisfies Record<string, ToldType>

type Reported = keyof typeof WEBHOOK_EVENTS

/** An event with what it is about, as it is stored when a webhook reports it. */
export interface LoggedEvent {
  readonly showId: string
  readonly type: string
  /** Ms since the epoch. */
  readonly at: number
  /** Since the show went live; null: before. */
  readonly mediaMs: number | null
  readonly hold: EventHold | null
  readonly order: EventOrder | null
}

export interface EventHold {
  readonly id: string
  readonly currency: string
  readonly expiresAt: number
  readonly via: string | null
  readonly items: readonly { sku: string; quantity: number; unitPriceMinor: number }[]
}

export interface EventOrder {
  readonly id: string
  readonly amountMinor: number
  readonly currency: string
}

export interface WebhookEvent {
  readonly type: ToldType
  /** `{ type, timestamp, data }` as json. */
  readonly body: string
}

const MINUTE_MS = 60_000

/** Null: no webhook reports this one. */
export function toWebhookEvent(event: LoggedEvent): WebhookEvent | null {
  if (!isReported(event.type)) return null
  const type = WEBHOOK_EVENTS[event.type]
  const data = dataOf(event, type)
  if (data === null) return null
  return { type, body: JSON.stringify({ type, timestamp: new Date(event.at).toISOString(), data }) }
}

function isReported(type: string): type is Reported {
  return Object.hasOwn(WEBHOOK_EVENTS, type)
}

function dataOf(event: LoggedEvent, type: ToldType): object | null {
  const { showId, hold, at } = event
  if (type === 'show.started' || type === 'show.ended') return { showId, at }
  if (hold === null) return null
  const { id: holdId, items, currency, expiresAt } = hold
  return type === 'order.recorded' ? recorded(event, hold) : { holdId, showId, items, currency, expiresAt, at }
}

/** With the minute of the show it belongs to; null: before it was live. */
function recorded({ showId, order, mediaMs, at }: LoggedEvent, { id: holdId, items, via }: EventHold): object | null {
  if (order === null) return null
  const { id: orderId, amountMinor, currency } = order
  const minute = mediaMs === null ? null : Math.floor(mediaMs / MINUTE_MS)
  return { holdId, orderId, showId, items, amountMinor, currency, link: via, minute, at }
}
