// Ways to the shop that could not be made, the last of each hold, for the desks of all processes.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import type { HandoffFailure } from '@lantern/shared/contract/shop.ts'
import type { Job } from '../../database/database.ts'

const KEPT_MS = 600_000
const MOST = 200

export const noteFailure: Job<Omit<HandoffFailure, 'at'>, null> = {
  name: 'shop.noteFailure',
  kind: 'write',
  async work(db, { holdId, showId, skus, code, why }, context) {
    const at = await context.now()
    await db
      .deleteFrom('handoff_failures')
      .where('at', '<', at - KEPT_MS)
      .execute()
    const row = { show_id: showId, skus: JSON.stringify(skus), code, why, at }
    await db
      .insertInto('handoff_failures')
      .values({ hold_id: holdId, ...row })
      .onConflict((conflict) => conflict.column('hold_id').doUpdateSet(row))
      .execute()
    return null
  },
}

export const forgetFailure: Job<{ holdId: HoldId }, null> = {
  name: 'shop.forgetFailure',
  kind: 'write',
  async work(db, { holdId }) {
    await db.deleteFrom('handoff_failures').where('hold_id', '=', holdId).execute()
    return null
  },
}

export const readFailures: Job<null, HandoffFailure[]> = {
  name: 'shop.readFailures',
  kind: 'read',
  async work(db, _input, context) {
    const since = (await context.now()) - KEPT_MS
    const lately = db.selectFrom('handoff_failures').selectAll().where('at', '>=', since)
    const rows = await lately.orderBy('at', 'desc').orderBy('hold_id').limit(MOST).execute()
    return rows.map(({ hold_id: holdId, show_id: showId, skus, code, why, at }) => {
      const named: string[] = JSON.parse(skus)
      return { holdId, showId, skus: named, code, why, at }
    })
  },
}
