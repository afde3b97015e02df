// Job that keeps who came to which show first.
import { sql } from 'kysely'
import { findErased } from '../../database/erasure/erased.ts'
import type { Job } from '../../database/database.ts'
import type { Visit } from '../people.ts'

const VISITS = { viewer_id: 'text', show_id: 'text', at: 'integer' } as const

/** Who was erased meanwhile leaves nothing behind. Keeps the first visit of each viewer to each show. Safe to repeat. */
export const noteVisits: Job<{ visits: readonly Visit[] }, null> = {
  name: 'store.noteVisits',
  kind: 'write',
  async work(db, { visits }, { words }) {
    const gone = await findErased(
      db,
      visits.map(({ viewerId }) => viewerId),
      words,
    )
    const there = visits.filter(({ viewerId }) => !gone.has(viewerId))
    const rows = there.map(({ viewerId, showId, at }) => [viewerId, showId, at])
    const given = words.givenRows(VISITS, rows)
    await sql`insert into visits (viewer_id, show_id, at) select given.viewer_id, given.show_id, given.at from ${given}
      where true on conflict do nothing`.execute(db)
    return null
  },
}
