// Jobs that add up what many viewers do at once: taps on the heart, and first visits.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { sql } from 'kysely'
import type { Job } from '../database.ts'
import { appendEvent, changedIn } from '../events.ts'
import type { Changed } from '../events.ts'
import type { Visit } from '../talk.ts'

interface Likes {
  readonly showId: ShowId
  readonly count: number
}

export const addLikes: Job<{ likes: readonly Likes[] }, Changed<null>> = {
  name: 'store.addLikes',
  kind: 'write',
  async work(db, { likes }, context) {
    const counts = new Map(likes.map(({ showId, count }) => [showId, count]))
    const isOurs = context.words.isOneOf('id', [...counts.keys()])
    const query = db.selectFrom('shows').select(['id', 'live_at']).where(isOurs).where('phase', '<>', 'ended')
    const shows = await context.words.lockRows(query.orderBy('id')).execute()
    for (const show of shows) {
      const count = counts.get(show.id) ?? 0
      const event = { show, actor: 'viewers', type: 'likes:added', payload: { count } }
      const version = await appendEvent(db, event, context)
      await db
        .insertInto('likes')
        .values({ show_id: show.id, likes: count, version })
        .onConflict((conflict) =>
          conflict.column('show_id').doUpdateSet({ likes: sql`likes.likes + ${count}`, version }),
        )
        .execute()
    }
    return changedIn(null, ...shows.map(({ id }) => id))
  },
}

const VISITS = { viewer_id: 'text', show_id: 'text', at: 'integer' } as const

export const noteVisits: Job<{ visits: readonly Visit[] }, null> = {
  name: 'store.noteVisits',
  kind: 'write',
  async work(db, { visits }, { words }) {
    const rows = visits.map(({ viewerId, showId, at }) => [viewerId, showId, at])
    const given = words.givenRows(VISITS, rows)
    await sql`insert into visits (viewer_id, show_id, at) select given.viewer_id, given.show_id, given.at from ${given}
      where true on conflict do nothing`.execute(db)
    return null
  },
}
