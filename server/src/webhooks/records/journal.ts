// The job that reads the latest messages of the shop, each with the hold that it names.
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Journal, JournalEntry } from './webhookRecords.ts'

const MOST = 200
const DAY_MS = 86_400_000

function select(db: Kysely<Schema>) {
  return db
    .selectFrom('arrivals as a')
    .leftJoin('holds as h', 'h.id', 'a.hold_id')
    .select(['a.id', 'a.endpoint_id', 'a.type', 'a.fact', 'a.state', 'a.note', 'a.received_at'])
    .select(['a.hold_id', 'a.repeats', 'a.repeated_at', 'h.id as found', 'h.viewer_name', 'h.total_minor'])
}

type Selected = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function toEntry(row: Selected, odd: ReadonlySet<string>): JournalEntry {
  const { found: id, viewer_name: viewerName, total_minor: totalMinor } = row
  return {
    id: row.id,
    endpointId: row.endpoint_id,
    type: row.type,
    fact: row.fact,
    state: row.state,
    note: row.note,
    receivedAt: row.received_at,
    repeats: row.repeats,
    repeatedAt: row.repeated_at,
    hold: id === null || viewerName === null || totalMinor === null ? null : { id, viewerName, totalMinor },
    differs: row.hold_id !== null && odd.has(row.hold_id),
  }
}

export const readJournal: Job<null, Journal> = {
  name: 'inbox.journal',
  kind: 'read',
  async work(db, _input, context) {
    // Two questions, each with its own index.
    const latest = await select(db).orderBy('a.received_at', 'desc').orderBy('a.id', 'desc').limit(MOST).execute()
    const again = select(db).where('a.repeated_at', 'is not', null).orderBy('a.repeated_at', 'desc').limit(MOST)
    const rows = [...new Map([...latest, ...(await again.execute())].map((row) => [row.id, row])).values()]
    const holds = rows.flatMap(({ hold_id }) => (hold_id === null ? [] : [hold_id]))
    const matters = await db
      .selectFrom('orders')
      .select('hold_id')
      .where('matter', '=', 'amount_differs')
      .where(context.words.isOneOf('hold_id', holds))
      .execute()
    const odd = new Set<string>(matters.map(({ hold_id }) => hold_id))
    const since = (await context.now()) - DAY_MS
    const { count } = await db
      .selectFrom('arrivals')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('received_at', '>=', since)
      .executeTakeFirstOrThrow()
    return { entries: rows.map((row) => toEntry(row, odd)), lastDay: Number(count) }
  },
}
