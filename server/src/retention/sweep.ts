// Job that sweeps one kind of row of one show that is over for long enough: a few rows in one transaction.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Job } from '../database/database.ts'
import { SWEEPS } from './kinds.ts'
import type { SweptKind } from './schema.ts'

export interface SweepOld {
  readonly kind: SweptKind
  /** Shows that ended earlier. */
  readonly before: number
  /** Shows behind this one, by their ids; null: from the first. */
  readonly after: ShowId | null
  /** At most so many rows of each of its tables. */
  readonly limit: number
}

export interface SweptShow {
  readonly rows: number
  /** Null: there is no show to be swept any more. */
  readonly showId: ShowId | null
}

/** Safe to repeat, and by several processes at once. */
export const sweepOld: Job<SweepOld, SweptShow> = {
  name: 'retention.sweep',
  kind: 'write',
  async work(db, { kind, before, after, limit }, context) {
    const over = db.selectFrom('shows').select('id').where('phase', '=', 'ended').where('ended_at', '<', before)
    const done = db.selectFrom('swept').select('show_id').where('kind', '=', kind)
    const next = over.where('id', 'not in', done).orderBy('id').limit(1)
    const show = await (after === null ? next : next.where('id', '>', after)).executeTakeFirst()
    if (show === undefined) return { rows: 0, showId: null }
    const { rows, isLeft } = await SWEEPS[kind](db, { showId: show.id, limit }, context)
    if (!isLeft) {
      const row = { kind, show_id: show.id, at: await context.now() }
      await db
        .insertInto('swept')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    return { rows, showId: show.id }
  },
}
