// What a feature of the server may bring beside its handlers: each part is collected from the list of features.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { ActivityKind } from '../activities/kind.ts'
import type { Job, JobContext } from '../database/database.ts'
import type { OfTables } from '../database/erasure/erasure.ts'
import type { Subscription } from '../events/subscription.ts'
import type { Reading } from '../room/reading.ts'
import type { Migrations } from '../database/migrate/migration.ts'
import type { Schema } from '../database/schema.ts'
import * as features from './features.ts'
import type { Proof } from '../domain/proof.ts'

export interface NewShow {
  readonly showId: ShowId
  /** Of the event that made it. */
  readonly version: number
}

export interface Feature {
  /** The schemas of its commands, slices and events. */
  readonly contract: object
  readonly handlers: object
  /** How its pieces of a room are read. */
  readonly readings?: readonly Reading[]
  /** What it asks of the database, run by `store.run` and `store.change`. Their names begin with the feature's. */
  readonly jobs?: readonly Job<never, unknown>[]
  /** The steps of its own tables, done after those of the core; what was released is never changed. */
  readonly migrations?: Migrations
  /** Its own tables, and what erasing a viewer means for each. */
  readonly erasures?: OfTables
  /** The kind of activity that it is. */
  readonly activity?: ActivityKind
  /** What it makes of the log, each under a name of its own. */
  readonly subscriptions?: readonly Subscription[]
  /** Reads its books once more from what they follow from: `npm run <feature>:check`. */
  readonly proof?: Job<null, Proof>
  /** What it keeps open as long as the server is (commands/services.ts). */
  readonly services?: object
  /** What a new show begins with, in the transaction that makes it. */
  readonly beginShow?: (db: Kysely<Schema>, show: NewShow, context: JobContext) => Promise<void>
  /** What follows when staff change what a show sells, in the transaction that does; the version is that of the event. */
  readonly changeRundown?: (db: Kysely<Schema>, show: NewShow, context: JobContext) => Promise<void>
}

/** Each by the name of its folder. */
export const FEATURES: readonly (readonly [string, Feature])[] = Object.entries(features)
