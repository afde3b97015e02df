// Jobs on which shop a hold left by, and which of several its order was told of by.
import type { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import type { Job } from '../../database/database.ts'

export const noteWay: Job<{ holdId: HoldId; connectionId: string }, null> = {
  name: 'connections.noteWay',
  kind: 'write',
  async work(db, { holdId, connectionId }, context) {
    const row = { at: await context.now() }
    await db
      .insertInto('hold_shops')
      .values({ hold_id: holdId, connection_id: connectionId, ...row })
      .onConflict((conflict) => conflict.columns(['hold_id', 'connection_id']).doUpdateSet(row))
      .execute()
    return null
  },
}

export const waysOf: Job<{ holdId: HoldId }, readonly string[]> = {
  name: 'connections.waysOf',
  kind: 'read',
  async work(db, { holdId }) {
    const rows = await db
      .selectFrom('hold_shops')
      .select('connection_id')
      .where('hold_id', '=', holdId)
      .orderBy('at', 'desc')
      .execute()
    return rows.map((row) => row.connection_id)
  },
}

/** Of a hold that left by several shops: which of them has its order. */
export const toldBy: Job<{ holdId: HoldId; orderId: OrderId }, string | null> = {
  name: 'connections.toldBy',
  kind: 'read',
  async work(db, { holdId, orderId }) {
    const rows = await db
      .selectFrom('arrivals')
      .select(['endpoint_id', 'fact'])
      .where('hold_id', '=', holdId)
      .orderBy('received_at', 'desc')
      .execute()
    const isOf = (fact: string | null) => fact !== null && JSON.parse(fact).orderId === orderId
    return rows.find(({ fact }) => isOf(fact))?.endpoint_id ?? null
  },
}

export const WAY_JOBS = [noteWay, waysOf, toldBy] as const
