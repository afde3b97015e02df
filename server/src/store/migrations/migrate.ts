// Brings a database forward to this server's schema, under the lock of the transaction it runs in.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { DatabaseError } from '../database.ts'
import type { JobContext } from '../database.ts'
import type { Schema } from '../schema.ts'
import { first } from './001_first.ts'
import { wholeHoldLife } from './002_wholeHoldLife.ts'
import { overlay } from './003_overlay.ts'
import { relayAndInbox } from './004_relayAndInbox.ts'
import { catalogueAndShop } from './005_catalogueAndShop.ts'
import { talk } from './006_talk.ts'
import { commentBuying } from './007_commentBuying.ts'
import { refunds } from './008_refunds.ts'
import { refundsInParts } from './009_refundsInParts.ts'
import { oneRowAHold } from './010_oneRowAHold.ts'
import { guesses } from './013_guesses.ts'
import { whatIsLeft } from './014_whatIsLeft.ts'
import { earlyFacts } from './015_earlyFacts.ts'
import { crowds } from './016_crowds.ts'
import { hostPicture } from './017_hostPicture.ts'
import { authorised } from './018_authorised.ts'
import { uncounted } from './019_uncounted.ts'
import { refusedEvents } from './020_refusedEvents.ts'
import { isoMinorUnits } from './021_isoMinorUnits.ts'
import { shopPages } from './022_shopPages.ts'
import { whoSendsAndWhoFailed } from './023_whoSendsAndWhoFailed.ts'
import { addressBudgets } from './024_addressBudgets.ts'
import type { Migration } from './migration.ts'

/** In order; a migration that was ever released is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  wholeHoldLife,
  overlay,
  relayAndInbox,
  catalogueAndShop,
  talk,
  commentBuying,
  refunds,
  refundsInParts,
  oneRowAHold,
  guesses,
  whatIsLeft,
  earlyFacts,
  crowds,
  hostPicture,
  authorised,
  uncounted,
  refusedEvents,
  isoMinorUnits,
  shopPages,
  whoSendsAndWhoFailed,
  addressBudgets,
]

export interface MigrationNeeds extends Pick<JobContext, 'now' | 'words'> {
  /** The schema to stop at, where rows of that time are to be put in; default: this server's own. */
  readonly upTo?: number
}

/** Safe to run from several processes at once: the caller's transaction lets one in at a time. */
export async function migrate(db: Kysely<Schema>, { now, words, upTo = Infinity }: MigrationNeeds): Promise<void> {
  await sql`create table if not exists migrations (version integer primary key, name text not null, at bigint not null)`.execute(
    db,
  )
  const rows = await db.selectFrom('migrations').select('version').execute()
  const done = new Set(rows.map(({ version }) => version))
  const current = Math.max(0, ...done)
  const newest = MIGRATIONS.at(-1)?.version ?? 0
  if (current > newest) {
    const text = `the database has schema ${current}, this server knows schemas up to ${newest}: start a newer server`
    throw new DatabaseError('DATABASE_NEWER', text)
  }
  // Those that are missing, not those behind the newest: two that were written side by side may land in either order.
  for (const migration of MIGRATIONS.filter(({ version }) => !done.has(version) && version <= upTo)) {
    await migration.up(db, words.table, current)
    await db
      .insertInto('migrations')
      .values({ version: migration.version, name: migration.name, at: await now() })
      .execute()
  }
}
