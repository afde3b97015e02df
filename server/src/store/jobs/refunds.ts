// Jobs on refunds that the shop has to be told of: claimed by one process at a time, put off or ended.
import { sql } from 'kysely'
import type { Job } from '../database.ts'
import { appendEvent, type Changed, changedIn, unchanged } from '../events.ts'
import type { ClaimedRefund, RefundResult } from '../refunds.ts'
import { takeTurn } from './inbox.ts'

export const claimRefunds: Job<{ limit: number; leaseMs: number }, ClaimedRefund[]> = {
  name: 'refunds.claim',
  kind: 'write',
  async work(db, { limit, leaseMs }, context) {
    await takeTurn(db, context, 'refunds')
    const now = await context.now()
    const due = db
      .selectFrom('orders')
      .select(['hold_id', 'order_id', 'refund_tries'])
      .where(sql<boolean>`refund = 'asked'`)
      .where('refund_at', '<=', now)
    const rows = await due.orderBy('refund_at').limit(limit).execute()
    for (const row of rows) {
      const claimed = db.updateTable('orders').set({ refund_at: now + leaseMs })
      await claimed.where('hold_id', '=', row.hold_id).where('order_id', '=', row.order_id).execute()
    }
    return rows.map((row) => ({ holdId: row.hold_id, orderId: row.order_id, tries: row.refund_tries }))
  },
}

export const settleRefund: Job<RefundResult, Changed<null>> = {
  name: 'refunds.settle',
  kind: 'write',
  async work(db, { holdId, orderId, state, tries, inMs }, context) {
    const orders = db.selectFrom('orders').select('show_id').where('hold_id', '=', holdId)
    const { show_id } = await orders.where('order_id', '=', orderId).executeTakeFirstOrThrow()
    const shows = db.selectFrom('shows').select(['id', 'live_at']).where('id', '=', show_id)
    const show = await context.words.lockRows(shows).executeTakeFirstOrThrow()
    const change = db.updateTable('orders').where('hold_id', '=', holdId).where('order_id', '=', orderId)
    if (state === 'asked') {
      await change.set({ refund_tries: tries, refund_at: (await context.now()) + inMs }).execute()
      return unchanged(null)
    }
    const payload = { holdId, orderId, refund: state }
    const version = await appendEvent(db, { show, actor: 'shop', type: 'order:refund_ended', payload }, context)
    await change.set({ refund: state, refund_tries: tries, version }).execute()
    return changedIn(null, show_id)
  },
}

export const REFUND_JOBS = [claimRefunds, settleRefund] as const
