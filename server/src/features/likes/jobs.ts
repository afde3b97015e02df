// Taps on the heart in the database: added up as they come, and read.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { LIKE_PACE } from '../../domain/pace.ts'
import type { Job, JobContext } from '../../database/database.ts'
import { appendEvent } from '../../events/append.ts'
import { changedIn } from '../../database/changed.ts'
import type { Changed } from '../../database/changed.ts'
import type { Schema } from '../../database/schema.ts'
import type { PersonInShow, WhenceSent } from '../../records/people.ts'
import { forgetFull, openAddressBudgets, type PacedRow } from '../../records/jobs/addressBudgets.ts'

export interface ViewerLikes extends PersonInShow, WhenceSent {
  readonly count: number
}

interface Likes {
  readonly likes: readonly ViewerLikes[]
  /** Whether those of one address count only up to so many. */
  readonly paces: boolean
}

/** Adds to the counts of the shows, each in one step; shows that have ended take no more, and one address only so many. */
export const addLikes: Job<Likes, Changed<null>> = {
  name: 'likes.addLikes',
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

/** Null: nothing was liked after the cursor. */
export async function readLikes(
  db: Kysely<Schema>,
  { showId, cursor }: { readonly showId: ShowId; readonly cursor: number },
): Promise<number | null> {
  const ofShow = db.selectFrom('likes').select('likes').where('show_id', '=', showId)
  return (await ofShow.where('version', '>', cursor).executeTakeFirst())?.likes ?? null
}

export const jobs = [addLikes]
