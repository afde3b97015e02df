// Which steps a database has been through: kysely's list of names, and the list of numbers of before it, which is taken over once.
import { type Kysely, sql } from 'kysely'
import { DatabaseError } from '../database.ts'
import type { Schema } from '../schema.ts'
import { isCore, numberOf, STEPS } from './steps.ts'

/** In the list of numbers: names are kept from here on. A server that knows numbers only reads that the database is newer. */
export const KEPT_BY_NAME = 25

/** Tables that say how far a database is, and hold nothing of the shop's. */
export const LISTS: ReadonlySet<string> = new Set(['migrations', 'kysely_migration', 'kysely_migration_lock'])

/** Both lists are there afterwards. Throws a DatabaseError DATABASE_NEWER where a step was done that this server does not know. */
export async function openApplied(db: Kysely<Schema>, now: () => Promise<number>): Promise<ReadonlySet<string>> {
  await makeLists(db)
  const numbers = await db.selectFrom('migrations').selectAll().orderBy('version').execute()
  const newest = numbers.at(-1)?.version ?? 0
  if (newest > KEPT_BY_NAME) throw newer(`${newest}`, `${KEPT_BY_NAME}`)
  if (newest < KEPT_BY_NAME) await takeOver(db, numbers, await now())
  const applied = await readNames(db)
  const unknown = findUnknown(applied)
  if (unknown !== undefined) throw newer(unknown, STEPS.findLast(isCore)?.id ?? '')
  return applied
}

/** Changes nothing; for a database that nobody has brought forward, too. */
export async function readApplied(db: Kysely<Schema>): Promise<ReadonlySet<string>> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (tables.some(({ name }) => name === 'kysely_migration')) return readNames(db)
  const numbers = await db.selectFrom('migrations').select('version').execute()
  return new Set(numbers.flatMap(({ version }) => namesOf(version)))
}

/** A step that this server does not know. */
export function findUnknown(applied: ReadonlySet<string>): string | undefined {
  return [...applied].find((id) => !STEPS.some((step) => step.id === id))
}

/** As kysely would make its own list: what was done before it stands there before it looks. */
async function makeLists(db: Kysely<Schema>): Promise<void> {
  await sql`create table if not exists migrations (version integer primary key, name text not null, at bigint not null)`.execute(
    db,
  )
  await sql`create table if not exists kysely_migration (name varchar(255) not null primary key,
    timestamp varchar(255) not null)`.execute(db)
}

async function takeOver(db: Kysely<Schema>, numbers: readonly Schema['migrations'][], now: number): Promise<void> {
  const names = numbers.flatMap(({ version, at }) => namesOf(version).map((name) => ({ name, at })))
  const rows = names.map(({ name, at }) => ({ name, timestamp: new Date(at).toISOString() }))
  if (rows.length > 0) await db.insertInto('kysely_migration').values(rows).execute()
  await db.insertInto('migrations').values({ version: KEPT_BY_NAME, name: 'kept by name', at: now }).execute()
}

async function readNames(db: Kysely<Schema>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('kysely_migration').select('name').execute()
  return new Set(rows.map(({ name }) => name))
}

function namesOf(version: number): string[] {
  return version < KEPT_BY_NAME ? STEPS.filter(({ id }) => numberOf(id) === version).map(({ id }) => id) : []
}

function newer(schema: string, known: string): DatabaseError {
  const text = `the database has schema ${schema}, this server knows schemas up to ${known}: start a newer server`
  return new DatabaseError('DATABASE_NEWER', text)
}
