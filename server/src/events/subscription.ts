// What a subscription is: a name, the kinds of facts it wants, and what it makes of them in our own database.
import type { Kysely } from 'kysely'
import type { EventType } from '../domain/eventTypes.ts'
import type { JobContext } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import type { Fact } from './facts.ts'
import type { Stream } from './stream.ts'

export interface Subscription {
  readonly name: string
  readonly types: readonly EventType[]
  /**
   * Facts of one stream, in their order, in the transaction that moves the cursor: what it writes is written once. What leaves
   * the house is put into a queue here and brought from there. When it throws, the stream waits with these facts, and the
   * others go on.
   */
  take(db: Kysely<Schema>, facts: readonly Fact[], context: JobContext): Promise<void>
  /** Null: what it did cannot be undone. */
  readonly rebuilding: Rebuilding | null
}

/** For one that can be made again from the log. */
export interface Rebuilding {
  /** Takes away everything it has made, of all streams. */
  clear(db: Kysely<Schema>): Promise<void>
  /** Adds facts that are about to be thrown away to what is kept of earlier ones (json; null: nothing yet). */
  fold(kept: string | null, facts: readonly Fact[]): string
  /** Puts in what was kept, as if the facts had been taken. */
  restore(db: Kysely<Schema>, stream: Stream, kept: string): Promise<void>
}

/** A fact that a subscription could not take: its stream waits. */
export interface Stuck {
  readonly name: string
  readonly stream: Stream
  readonly seq: number
  /** In vain. */
  readonly tries: number
  readonly problem: string
}

export interface Taken {
  /** Facts of the kinds it wants. */
  readonly facts: number
  /** Those that were tried in vain just now. */
  readonly stuck: readonly Stuck[]
}

/** How far a subscription is behind. */
export interface Lag {
  readonly name: string
  /** Facts of any kind that it has not passed yet. */
  readonly facts: number
  /** How long the oldest of them is there. */
  readonly oldestMs: number
  /** Streams that wait with a fact it could not take. */
  readonly stuck: number
}
