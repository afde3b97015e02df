// What staff see of a show: holds, orders and totals.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { StaffTotals } from '@lantern/shared/features/orders/contract.ts'
import type { StaffHold, StaffOrder } from '@lantern/shared/contract/things.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { toStaffHold, toStaffOrder, toHoldRecord, toWaitRecord, type WaitRecord } from '../database/toThings.ts'
import type { HoldRow, Schema } from '../database/schema.ts'

const PAID_SHOWN = 500
const ORDERS_SHOWN = 200

/** Null cursor: the holds that live or wait for their money, and the latest paid ones; else every hold that changed since. */
export async function readStaffHolds(
  db: Kysely<Schema>,
  { showId, cursor }: { showId: ShowId; cursor: number | null },
): Promise<StaffHold[]> {
  const rows = cursor === null ? await readCurrent(db, showId) : await readChanged(db, showId, cursor)
  return rows.map((row) => toStaffHold(toHoldRecord(row)))
}

async function readCurrent(db: Kysely<Schema>, showId: ShowId): Promise<HoldRow[]> {
  const ofShow = db.selectFrom('holds').selectAll().where('show_id', '=', showId)
  const live = await ofShow.where('state', 'in', ['held', 'paying', 'authorised']).orderBy('version', 'desc').execute()
  const paid = ofShow.where('state', 'in', ['paid', 'late_paid']).orderBy('version', 'desc').limit(PAID_SHOWN)
  return [...live, ...(await paid.execute())]
}

/** Found by the log: what an event has moved has changed. */
async function readChanged(db: Kysely<Schema>, showId: ShowId, cursor: number): Promise<HoldRow[]> {
  const moved = db.selectFrom('events').select('hold_id').where('stream', '=', showId).where('seq', '>', cursor)
  return db.selectFrom('holds').selectAll().where('id', 'in', moved).orderBy('version').execute()
}

/** Holds whose name was erased after the cursor. */
export async function readNameless(
  db: Kysely<Schema>,
  { showId, cursor }: { showId: ShowId; cursor: number },
): Promise<StaffHold[]> {
  const nameless = db.selectFrom('holds').selectAll().where('show_id', '=', showId).where('viewer_name', '=', '')
  const rows = await nameless.where('version', '>', cursor).orderBy('version').execute()
  return rows.map((row) => toStaffHold(toHoldRecord(row)))
}

/** Everybody in line, or, with a cursor, every place that changed since. */
export async function readWaits(
  db: Kysely<Schema>,
  { showId, cursor }: { showId: ShowId; cursor: number | null },
): Promise<WaitRecord[]> {
  const ofShow = db.selectFrom('waits').selectAll().where('show_id', '=', showId)
  const wanted = cursor === null ? ofShow.where('state', '=', 'waiting') : ofShow.where('version', '>', cursor)
  return (await wanted.orderBy('no').execute()).map(toWaitRecord)
}

/** Null cursor: the latest 200; else those that changed since; newest first. */
export async function readStaffOrders(
  db: Kysely<Schema>,
  { showId, cursor }: { showId: ShowId; cursor: number | null },
): Promise<StaffOrder[]> {
  const rows = await db
    .selectFrom('orders')
    .innerJoin('holds', 'holds.id', 'orders.hold_id')
    .selectAll('orders')
    .select(['holds.viewer_name', 'holds.via'])
    .where('orders.show_id', '=', showId)
    .where('orders.version', '>', cursor ?? -1)
    .orderBy('orders.version', 'desc')
    .$if(cursor === null, (query) => query.limit(ORDERS_SHOWN))
    .execute()
  return rows.map(toStaffOrder)
}

/** Held and paid are units; money is what paid orders came to, without what went back; `needsYou` counts orders staff must look at. */
export async function readTotals(db: Kysely<Schema>, showId: ShowId): Promise<StaffTotals> {
  const units = await db
    .selectFrom('offers')
    .select([sql<number>`coalesce(sum(taken - paid), 0)`.as('held'), sql<number>`coalesce(sum(paid), 0)`.as('paid')])
    .where('show_id', '=', showId)
    .executeTakeFirstOrThrow()
  const orders = await db
    .selectFrom('orders')
    .select([
      sql<number>`coalesce(sum(case when state = 'paid' and back_minor < amount_minor
        then amount_minor - back_minor else 0 end), 0)`.as('soldMinor'),
      sql<number>`count(matter)`.as('needsYou'),
    ])
    .where('show_id', '=', showId)
    .executeTakeFirstOrThrow()
  return { held: units.held, paid: units.paid, soldMinor: orders.soldMinor, needsYou: orders.needsYou }
}
