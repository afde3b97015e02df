// Jobs that add up what many viewers do at once: taps on the heart, and first visits.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { LIKE_PACE } from '../../domain/pace.ts'
import type { Job, JobContext } from '../../database/database.ts'
import { appendEvent } from '../../events/append.ts'
import { changedIn } from '../../database/changed.ts'
import type { Changed } from '../../database/changed.ts'
import type { Schema } from '../../database/schema.ts'
import type { ViewerLikes, Visit } from '../talk.ts'
import { forgetFull, openAddressBudgets } from './addressBudgets.ts'
import type { PacedRow } from './commentBudgets.ts'

interface Likes {
  readonly likes: readonly ViewerLikes[]
  /** Whether those of one address count only up to so many. */
  readonly paces: boolean
}

export const addLikes: Job<Likes, Changed<null>> = {
  name: 'store.addLikes',
  kind: 'write',
  async work(db, { likes, paces }, context) {
    const showIds = [...new Set(likes.map(({ showId }) => showId))]
    const query = db.selectFrom('shows').select(['id', 'live_at', 'created_at', 'crowd'])
    const running = query.where(context.words.isOneOf('id', showIds)).where('phase', '<>', 'ended')
    const shows = await context.words.lockRows(running.orderBy('id')).execute()
    const counts = await countLikes(db, { likes, shows: new Map(shows.map((show) => [show.id, show])), paces }, context)
    const changed = shows.filter(({ id }) => (counts.get(id) ?? 0) > 0)
    for (const show of changed) await addTo(db, { show, count: counts.get(show.id) ?? 0 }, context)
    return changedIn(null, ...changed.map(({ id }) => id))
  },
}

interface LikedShows extends Likes {
  readonly shows: ReadonlyMap<ShowId, PacedRow>
}

/** What viewers without history behind one address send beyond its share is not counted; none of them would miss it. */
async function countLikes(
  db: Kysely<Schema>,
  { likes, shows, paces }: LikedShows,
  context: JobContext,
): Promise<ReadonlyMap<ShowId, number>> {
  const parts = { kind: 'likes', pace: LIKE_PACE, deeds: paces ? likes : [], shows } as const
  const budgets = await openAddressBudgets(db, parts, context)
  const counts = new Map<ShowId, number>()
  for (const like of likes) {
    const counted = budgets.takeSome(like, like.count)
    counts.set(like.showId, (counts.get(like.showId) ?? 0) + counted)
  }
  await budgets.save()
  await forgetFull(db, [...shows.keys()], context)
  return counts
}

async function addTo(
  db: Kysely<Schema>,
  { show, count }: { readonly show: PacedRow; readonly count: number },
  context: JobContext,
): Promise<void> {
  const version = await appendEvent(db, { show, actor: 'viewers', type: 'likes:added', payload: { count } }, context)
  await db
    .insertInto('likes')
    .values({ show_id: show.id, likes: count, version })
    .onConflict((conflict) => conflict.column('show_id').doUpdateSet({ likes: sql`likes.likes + ${count}`, version }))
    .execute()
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
