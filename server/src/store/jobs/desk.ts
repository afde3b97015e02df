// What staff see of a show: holds, orders and totals.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { DeskTotals } from '@lantern/shared/contract/snapshot.ts'
import type { DeskHold, DeskOrder } from '@lantern/shared/contract/things.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { SqlWords } from '../database.ts'
import { toDeskHold, toDeskOrder, toHoldRecord } from '../records.ts'
import type { HoldLineRow, HoldRow, Schema } from '../schema.ts'

const PAID_SHOWN = 500
const ORDERS_SHOWN = 200

/** Null cursor: the live holds and the latest paid ones; else every hold that changed since. */
export async function readDeskHolds(
  db: Kysely<Schema>,
  { showId, cursor }: { showId: ShowId; cursor: number | null },
  words: SqlWords,
): Promise<DeskHold[]> {
  const rows = cursor === null ? await readCurrent(db, showId) : await readChanged(db, showId, cursor)
  const lines = await readLines(
    db,
    rows.map((row) => row.id),
    words,
  )
  return rows.map((row) => toDeskHold(toHoldRecord(row, lines.get(row.id) ?? [])))
}

/** Lines by hold, in the order of their offers. */
export async function readLines(
  db: Kysely<Schema>,
  holdIds: readonly string[],
  words: SqlWords,
): Promise<Map<string, HoldLineRow[]>> {
  if (holdIds.length === 0) return new Map()
  const query = db.selectFrom('hold_lines').selectAll().where(words.isOneOf('hold_id', holdIds))
  return Map.groupBy(await query.orderBy('hold_id').orderBy('offer_id').execute(), (line) => line.hold_id)
}

async function readCurrent(db: Kysely<Schema>, showId: ShowId): Promise<HoldRow[]> {
  const ofShow = db.selectFrom('holds').selectAll().where('show_id', '=', showId)
  const live = await ofShow.where('state', 'in', ['held', 'paying']).orderBy('version', 'desc').execute()
  const paid = ofShow.where('state', 'in', ['paid', 'late_paid']).orderBy('version', 'desc').limit(PAID_SHOWN)
  return [...live, ...(await paid.execute())]
}

function readChanged(db: Kysely<Schema>, showId: ShowId, cursor: number): Promise<HoldRow[]> {
  const ofShow = db.selectFrom('holds').selectAll().where('show_id', '=', showId)
  return ofShow.where('version', '>', cursor).orderBy('version').execute()
}

/** Orders that changed since the cursor, newest first. */
export async function readDeskOrders(
  db: Kysely<Schema>,
  { showId, cursor }: { showId: ShowId; cursor: number },
): Promise<DeskOrder[]> {
  const rows = await db
    .selectFrom('orders')
    .innerJoin('holds', 'holds.id', 'orders.hold_id')
    .selectAll('orders')
    .select(['holds.viewer_name', 'holds.via'])
    .where('orders.show_id', '=', showId)
    .where('orders.version', '>', cursor)
    .orderBy('orders.version', 'desc')
    .$if(cursor < 0, (query) => query.limit(ORDERS_SHOWN))
    .execute()
  return rows.map(toDeskOrder)
}

/** Held and paid are units; money is what paid orders came to; `needsYou` counts orders staff must look at. */
export async function readTotals(db: Kysely<Schema>, showId: ShowId): Promise<DeskTotals> {
  const units = await db
    .selectFrom('offers')
    .select([sql<number>`coalesce(sum(taken - paid), 0)`.as('held'), sql<number>`coalesce(sum(paid), 0)`.as('paid')])
    .where('show_id', '=', showId)
    .executeTakeFirstOrThrow()
  const orders = await db
    .selectFrom('orders')
    .select([
      sql<number>`coalesce(sum(case when state = 'paid' then amount_minor else 0 end), 0)`.as('soldMinor'),
      sql<number>`count(matter)`.as('needsYou'),
    ])
    .where('show_id', '=', showId)
    .executeTakeFirstOrThrow()
  return { held: units.held, paid: units.paid, soldMinor: orders.soldMinor, needsYou: orders.needsYou }
}
