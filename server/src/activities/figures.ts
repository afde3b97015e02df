// Reads what operators watch of activities: how many there are, what was entered and granted, and whether a draw waits too long.
import { roundTime } from '@lantern/shared/activities/rounds.ts'
import { sql } from 'kysely'
import type { Job } from '../database/database.ts'

/** Of shows that are not over: the others would only grow. */
export interface PlayFigures {
  readonly activities: readonly { kind: string; state: string; n: number; entries: number }[]
  /** By the kind of the activity that granted them. */
  readonly rewards: readonly { kind: string; state: string; n: number }[]
  /** Of all shows: for how long the draw that waits longest could have been drawn; 0: none waits. */
  readonly drawWaitsMs: number
}

export const readPlayFigures: Job<null, PlayFigures> = {
  name: 'activities.readPlayFigures',
  kind: 'read',
  async work(db, _input, { now }) {
    const shows = db.selectFrom('shows').select('id').where('phase', '<>', 'ended')
    const own = db.selectFrom('activities').where('activities.show_id', 'in', shows)
    const activities = await own
      .groupBy(['kind', 'state'])
      .select((eb) => ['kind', 'state', eb.fn.countAll<number>().as('n'), eb.fn.sum<number>('entries').as('entries')])
      .execute()
    const rewards = await own
      .innerJoin('rewards', 'rewards.activity_id', 'activities.id')
      .groupBy(['activities.kind', 'rewards.state'])
      .select((eb) => ['activities.kind', 'rewards.state', eb.fn.countAll<number>().as('n')])
      .execute()
    const waiting = await db
      .selectFrom('activities')
      .innerJoin('activity_seals', 'activity_seals.activity_id', 'activities.id')
      .select(['activities.closed_at', 'activity_seals.round'])
      .where(sql<boolean>`activities.state = 'closed'`)
      .execute()
    const at = await now()
    // With a round that was named it cannot be drawn before that is out, however early it was closed.
    const waits = waiting.map(
      ({ closed_at, round }) => at - Math.max(closed_at ?? at, round === null ? 0 : roundTime(round)),
    )
    return {
      activities: activities.map((row) => ({ ...row, n: Number(row.n), entries: Number(row.entries) })),
      rewards: rewards.map((row) => ({ ...row, n: Number(row.n) })),
      drawWaitsMs: Math.max(0, ...waits),
    }
  },
}
