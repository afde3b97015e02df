// What webhooks say of an event of the log: its type and its data, in the words of CHECKOUT's table.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import type { ToldType } from '@lantern/shared/contract/webhooks.ts'
import { type FactLine, readHoldFact } from './holdFact.ts'

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
  'activity:opened': 'activity.opened',
  'activity:settled': 'activity.settled',
  'activity:cancelled': 'activity.cancelled',
  'group:arrived': 'pickup.arrived',
} as const satisfies Record<string, ToldType>

type Reported = keyof typeof WEBHOOK_EVENTS

/** A fact of the log. */
export interface Told {
  readonly stream: string
  readonly type: string
  /** Ms since the epoch. */
  readonly at: number
  /** Since the show went live; null: before. */
  readonly mediaMs: number | null
  readonly holdId: HoldId | null
  readonly data: Readonly<Record<string, unknown>>
}

export interface WebhookEvent {
  readonly type: ToldType
  /** `{ type, timestamp, data }` as json. */
  readonly body: string
}

const MINUTE_MS = 60_000

/** Null: no webhook reports this one. */
export function toWebhookEvent(fact: Told): WebhookEvent | null {
  if (!isReported(fact.type)) return null
  const type = WEBHOOK_EVENTS[fact.type]
  const data = dataOf(fact, type)
  if (data === null) return null
  return { type, body: JSON.stringify({ type, timestamp: new Date(fact.at).toISOString(), data }) }
}

function isReported(type: string): type is Reported {
  return Object.hasOwn(WEBHOOK_EVENTS, type)
}

function dataOf(fact: Told, type: ToldType): object | null {
  const { stream: showId, at, mediaMs } = fact
  if (type === 'show.started' || type === 'show.ended') return { showId, at }
  if (isOfActivity(type)) return activityData(fact)
  if (type === 'pickup.arrived') return pickupData(fact)
  const { hold, order } = readHoldFact(fact)
  if (hold === null) return null
  const { holdId, currency, expiresAt, totalMinor, via, group } = hold
  const items = hold.lines.map(toItem)
  if (type !== 'order.recorded') return { holdId, showId, items, totalMinor, currency, expiresAt, at }
  if (order === null) return null
  // The minute of the show it belongs to; null: before it was live.
  const minute = mediaMs === null ? null : Math.floor(mediaMs / MINUTE_MS)
  const paid = { amountMinor: order.amountMinor, currency: order.currency }
  return { holdId, orderId: order.orderId, showId, items, totalMinor, ...paid, link: via, group, minute, at }
}

function isOfActivity(type: ToldType): boolean {
  return type === 'activity.opened' || type === 'activity.settled' || type === 'activity.cancelled'
}

/** Facts of before polls told their settings have none. */
function activityData({ stream: showId, at, data }: Told): object {
  const { activityId, kind, config: settings = null, entries, closesAt, result = null } = data
  return { activityId, showId, kind, settings, entries, closesAt, result, at }
}

function pickupData({ stream: showId, at, data: { groupId, pointId, orders } }: Told): object {
  return { showId, groupId, pointId, orders, at }
}

function toItem({ sku, quantity, unitPriceMinor, adjustments }: FactLine): object {
  return { sku, quantity, unitPriceMinor, adjustments }
}
