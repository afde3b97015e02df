// The tables of what shops post to us and what we post to others; json is text, times are ms since the epoch.
import type { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { RefusedReason } from '@lantern/shared/contract/refusedEvents.ts'
import type { ArrivalState, DeliveryState, EndpointReason } from '@lantern/shared/contract/webhooks.ts'

/**
 * A delivery of a shop, proven and kept before it was answered. `fact`: what it says, null where that means nothing to us;
 * `claimed_until`: a process works on it until then.
 */
export interface ArrivalRow {
  id: string
  endpoint_id: string
  event_id: string
  hold_id: HoldId | null
  type: string
  fact: string | null
  body: string
  state: ArrivalState
  tries: number
  next_at: number
  claimed_until: number
  received_at: number
  done_at: number | null
  note: string | null
  /** How often it came again, and when last. */
  repeats: number
  repeated_at: number | null
}

/** A hold whose buyer was sent to a shop that is to be asked how it went; `over`: nothing more will come of it. */
export interface HandoffRow {
  hold_id: HoldId
  show_id: ShowId
  handed_at: number
  next_at: number
  polls: number
  claimed_until: number
  over: 0 | 1
}

/** Who is told of what happens here. `old_secret` signs beside the new one until `old_until`. */
export interface EndpointRow {
  id: string
  url: string
  secret: string
  old_secret: string | null
  old_until: number
  /** A list; empty: every type. */
  types: string
  enabled: 0 | 1
  reason: EndpointReason | null
  throttled_until: number
  created_at: number
}

/** One event for one endpoint; `id` is its webhook-id, `seq` the event's. */
export interface DeliveryRow {
  endpoint_id: string
  id: string
  seq: number
  type: string
  body: string
  state: DeliveryState
  tries: number
  next_at: number
  claimed_until: number
  created_at: number
  done_at: number | null
}

/** `status`: the answer's, null where none came. */
export interface AttemptRow {
  endpoint_id: string
  delivery_id: string
  at: number
  took_ms: number
  status: number | null
  problem: string | null
}

export interface WebhookSchema {
  arrivals: ArrivalRow
  handoffs: HandoffRow
  endpoints: EndpointRow
  deliveries: DeliveryRow
  attempts: AttemptRow
}

export interface RefusedRow {
  id: string
  reason: RefusedReason
  /** Whether the shop has signed it. */
  proven: 0 | 1
  endpoint_id: string
  topic: string | null
  order_ref: string | null
  hold_ref: string | null
  why: string | null
  bytes: number
  times: number
  first_at: number
  last_at: number
}
