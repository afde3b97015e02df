// Jobs on hand-offs whose shop is asked how they went: opened, claimed by one process at a time, put off or closed.
import type { OrderId } from '@lantern/shared/contract/ids.ts'
import { sql } from 'kysely'
import { updateRows } from '../../database/bulk.ts'
import type { Job } from '../../database/database.ts'
import type { ClaimedHandoff, HandoffResult } from './webhookRecords.ts'
import type { HandoffRow } from '../../database/webhookSchema.ts'
import { takeTurn } from './inbox.ts'

const SETTLED = {
  table: 'handoffs',
  keys: ['hold_id'],
  columns: { hold_id: 'text', next_at: 'integer', polls: 'integer', claimed_until: 'integer', over: 'integer' },
} as const

type Opened = Pick<HandoffRow, 'hold_id' | 'show_id'> & { readonly firstInMs: number }

export const openHandoff: Job<Opened, null> = {
  name: 'handoffs.open',
  kind: 'write',
  async work(db, { hold_id, show_id, firstInMs }, { now }) {
    const at = await now()
    const again = { handed_at: at, next_at: at + firstInMs, polls: 0, over: 0 } as const
    const insert = db.insertInto('handoffs').values({ hold_id, show_id, ...again, claimed_until: 0 })
    await insert.onConflict((conflict) => conflict.column('hold_id').doUpdateSet(again)).execute()
    return null
  },
}

export const reopenHandoff: Job<{ orderId: OrderId }, boolean> = {
  name: 'handoffs.reopen',
  kind: 'write',
  async work(db, { orderId }, context) {
    const orders = db.selectFrom('orders').select(['hold_id', 'show_id']).where('order_id', '=', orderId)
    const order = await orders.executeTakeFirst()
    if (!order) return false
    await openHandoff.work(db, { ...order, firstInMs: 0 }, context)
    return true
  },
}

export const claimHandoffs: Job<{ limit: number; leaseMs: number }, ClaimedHandoff[]> = {
  name: 'handoffs.claim',
  kind: 'write',
  async work(db, { limit, leaseMs }, context) {
    await takeTurn(db, context, 'handoffs')
    const now = await context.now()
    const due = db
      .selectFrom('handoffs')
      .innerJoin('holds', 'holds.id', 'handoffs.hold_id')
      .select(['hold_id', 'handoffs.show_id', 'handed_at', 'polls', 'expires_at', 'holds.state'])
      .where('next_at', '<=', now)
      .where('claimed_until', '<=', now)
      .orderBy('next_at')
      .limit(limit)
    const open = await due.where('over', '=', 0).execute()
    // Each question has an index of its own.
    const placed = due.where('over', '=', 1).where(sql<boolean>`holds.state = 'authorised'`)
    const rows = [...open, ...(await placed.execute())].slice(0, limit)
    const ids = rows.map((row) => row.hold_id)
    const claimed = db.updateTable('handoffs').set({ claimed_until: now + leaseMs })
    await claimed.where(context.words.isOneOf('hold_id', ids)).execute()
    return rows.map((row) => ({
      holdId: row.hold_id,
      showId: row.show_id,
      handedAt: row.handed_at,
      polls: row.polls,
      overForMs: Math.max(0, now - row.expires_at),
      isAuthorised: row.state === 'authorised',
    }))
  },
}

export const settleHandoffs: Job<{ results: readonly HandoffResult[] }, null> = {
  name: 'handoffs.settle',
  kind: 'write',
  async work(db, { results }, context) {
    const now = await context.now()
    const rows = results.map(({ holdId, polls, inMs, over }) => {
      return { hold_id: holdId, next_at: now + inMs, polls, claimed_until: 0, over: over ? 1 : 0 }
    })
    await updateRows({ db, words: context.words }, SETTLED, rows)
    return null
  },
}

export const HANDOFF_JOBS = [openHandoff, reopenHandoff, claimHandoffs, settleHandoffs] as const
