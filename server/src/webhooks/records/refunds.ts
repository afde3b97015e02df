// Jobs on money that staff give back: claimed by one process at a time, put off, or over, as the event log and staff then know.
import type { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Job, JobContext } from '../../database/database.ts'
import { appendEvent } from '../../events/append.ts'
import { readToday } from '../../events/today.ts'
import { versionOf } from '../../events/versions.ts'
import { changedIn } from '../../database/changed.ts'
import type { Changed } from '../../database/changed.ts'
import type { ClaimedRefund, RefundResult } from './webhookRecords.ts'
import type { Schema } from '../../database/schema.ts'
import { takeTurn } from './inbox.ts'

export const claimRefunds: Job<{ limit: number; leaseMs: number }, ClaimedRefund[]> = {
  name: 'refunds.claim',
  kind: 'write',
  async work(db, { limit, leaseMs }, context) {
    await takeTurn(db, context, 'refunds')
    const now = await context.now()
    const rows = await db
      .selectFrom('orders')
      .select(['order_id', 'hold_id', 'restock', 'keep_minor', 'refund_tries'])
      .where(sql<boolean>`refund = 'asked'`)
      .where('refund_next_at', '<=', now)
      .where('refund_until', '<=', now)
      .orderBy('refund_next_at')
      .limit(limit)
      .execute()
    for (const { hold_id, order_id } of rows)
      await orderOf(db, hold_id, order_id)
        .set({ refund_until: now + leaseMs })
        .execute()
    return rows.map((row) => ({
      orderId: row.order_id,
      holdId: row.hold_id,
      restock: row.restock === 1,
      keepMinor: row.keep_minor,
      tries: row.refund_tries,
    }))
  },
}

function orderOf(db: Kysely<Schema>, holdId: HoldId, orderId: string) {
  const update = db.updateTable('orders').where('hold_id', '=', holdId)
  return update.where(sql<boolean>`order_id = ${orderId}`).where(sql<boolean>`refund = 'asked'`)
}

export const settleRefunds: Job<{ results: readonly RefundResult[] }, Changed<null>> = {
  name: 'refunds.settle',
  kind: 'write',
  async work(db, { results }, context) {
    const now = await context.now()
    // Before any order, as the ledger does.
    const shows = await lockShows(db, results, context)
    for (const { holdId, orderId, state, tries, inMs } of results) {
      // What is over leaves no pause to what staff may ask next.
      const next =
        state === 'asked' ? { refund_tries: tries, refund_next_at: now + inMs } : { refund_tries: 0, refund_next_at: 0 }
      const queue = { ...next, refund_until: 0 }
      await orderOf(db, holdId, orderId).set(queue).execute()
    }
    const over = results.filter(({ state }) => state !== 'asked')
    const changed = new Set<ShowId>()
    for (const result of over) {
      const show = shows.get(result.holdId)
      if (show && (await writeDown(db, { result, show }, context))) changed.add(show.id)
    }
    return changedIn(null, ...changed)
  },
}

type LockedShow = Pick<Schema['shows'], 'id' | 'live_at'>

/** In the order of their ids, as the ledger locks them. */
async function lockShows(
  db: Kysely<Schema>,
  results: readonly RefundResult[],
  { words }: JobContext,
): Promise<ReadonlyMap<HoldId, LockedShow>> {
  const holdIds = results.map(({ holdId }) => holdId)
  if (holdIds.length === 0) return new Map()
  const holds = await db.selectFrom('holds').select(['id', 'show_id']).where(words.isOneOf('id', holdIds)).execute()
  const showIds = holds.map((hold) => hold.show_id)
  const query = db.selectFrom('shows').select(['id', 'live_at']).where(words.isOneOf('id', showIds)).orderBy('id')
  const shows = await words.lockRows(query).execute()
  const ofShow = (show: LockedShow) => holds.filter((hold) => hold.show_id === show.id)
  return new Map(shows.flatMap((show) => ofShow(show).map(({ id }) => [id, show] as const)))
}

/** False: it is over already; what is over stays as it is, also when a process that was slow comes later with another answer. */
async function writeDown(
  db: Kysely<Schema>,
  { result, show }: { result: RefundResult; show: LockedShow },
  context: JobContext,
): Promise<boolean> {
  const { holdId, orderId, keepMinor, state, why } = result
  const asClaimed = orderOf(db, holdId, orderId).where('keep_minor', '=', keepMinor)
  const { numUpdatedRows } = await asClaimed.set({ refund: state }).executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  const type = `order:refund_${state}` as const
  const { holds, orders } = await readToday(db, [holdId])
  const about = { hold: holds.get(holdId), order: orders.get(holdId)?.find((one) => one.orderId === orderId) }
  const payload = { ...versionOf(type), ...about, ...(why !== null && { why }) }
  const version = await appendEvent(db, { show, actor: 'clock', type, payload }, context)
  const order = db.updateTable('orders').set({ version }).where('hold_id', '=', holdId)
  await order.where('order_id', '=', orderId).execute()
  return true
}

export const REFUND_JOBS = [claimRefunds, settleRefunds] as const
