// Job that adds up how long viewers have had the page of a live show open.
import { sql } from 'kysely'
import { findErased } from '../../database/erasure/erased.ts'
import type { Job } from '../../database/database.ts'
import type { Watching } from '../people.ts'

const WATCHING = { viewer_id: 'text', show_id: 'text', since: 'integer', until: 'integer' } as const

/** What two devices or processes saw at the same time counts once, and so does what is told twice. */
export const noteWatching: Job<{ watching: readonly Watching[] }, null> = {
  name: 'store.noteWatching',
  kind: 'write',
  async work(db, { watching }, { words }) {
    // Erasing closes their page, and that is when their time comes here.
    const gone = await findErased(
      db,
      watching.map(({ viewerId }) => viewerId),
      words,
    )
    const there = watching.filter(({ viewerId }) => !gone.has(viewerId))
    const rows = joinSpans(there).map(({ viewerId, showId, from, to }) => [viewerId, showId, from, to])
    const given = words.givenRows(WATCHING, rows)
    await sql`insert into visits (viewer_id, show_id, at, watched_ms, watched_until)
      select given.viewer_id, given.show_id, given.since, given.until - given.since, given.until from ${given}
      where true
      on conflict (show_id, viewer_id) do update set
        watched_ms = visits.watched_ms + case
          when excluded.watched_until <= visits.watched_until then 0
          when visits.watched_until <= excluded.at then excluded.watched_ms
          else excluded.watched_until - visits.watched_until end,
        watched_until = case
          when excluded.watched_until > visits.watched_until then excluded.watched_until
          else visits.watched_until end`.execute(db)
    return null
  },
}

/** Each viewer of a show once: their times follow on each other, and as one they are as long and end as late as they were. */
export function joinSpans(watching: readonly Watching[]): Watching[] {
  const byViewer = new Map<string, Watching>()
  for (const one of watching) {
    const key = `${one.showId} ${one.viewerId}`
    const known = byViewer.get(key)
    byViewer.set(key, known ? { ...one, from: one.from - (known.to - known.from) } : one)
  }
  return [...byViewer.values()]
}
