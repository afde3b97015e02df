// Makes a PostgreSQL database what this server needs: its schema, and the sequence its events take their numbers from.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { SHOP } from '../../events/stream.ts'
import { migrate, type MigrationNeeds } from '../migrate/migrate.ts'
import type { Schema } from '../schema.ts'

/** A transaction takes numbers by the block, each with one step of the sequence. */
export const NUMBERS_AT_ONCE = 32

/** Any number that no other program uses on this database. */
const LOCK = 7_314_260_125

/** Processes that start at once come in one after the other. */
export async function prepare(db: Kysely<Schema>, context: MigrationNeeds): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(db)
  await migrate(db, context)
  await sql`create sequence if not exists event_numbers increment by ${sql.lit(NUMBERS_AT_ONCE)}`.execute(db)
  // A schema on its way to today's has no streams yet; it comes by here once more.
  if (context.only === undefined) await skipUsed(db)
}

/** Where events were brought in from elsewhere; numbers that were taken from the sequence itself are never below it. */
async function skipUsed(db: Kysely<Schema>): Promise<void> {
  await sql`select setval('event_numbers', used.last)
    from (select coalesce(max((select max(seq) from events where events.stream = streams.stream)), 0) as last
        from (select id as stream from shows union all select ${SHOP}) as streams) as used,
      event_numbers
    where used.last >= event_numbers.last_value +
      case when event_numbers.is_called then ${sql.lit(NUMBERS_AT_ONCE)} else 0 end`.execute(db)
}
