// The tables of the log and of those who read it on.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import type { Stream } from './stream.ts'

/** `media_ms`: time since the show went live, null before; `hold_id`: the hold it moved. */
export interface EventRow {
  seq: number
  stream: Stream
  at: number
  media_ms: number | null
  actor: string
  type: string
  hold_id: HoldId | null
  payload: string
}

/**
 * How far a subscription has come in a stream. `tries`: how often the next fact was tried in vain, not again before `next_at`;
 * `problem`: what stood in the way.
 */
export interface SubscriptionCursorRow {
  name: string
  stream: Stream
  seq: number
  tries: number
  next_at: number
  problem: string | null
}

/** What a subscription keeps of facts that were thrown away, up to and with `seq`. */
export interface CheckpointRow {
  name: string
  stream: Stream
  seq: number
  kept: string
}

export interface EventsSchema {
  events: EventRow
  subscription_cursors: SubscriptionCursorRow
  checkpoints: CheckpointRow
}
