// Jobs on who may write: mute in one show, ban in all of them, and the undo of both.
import type { ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Ban } from '@lantern/shared/contract/comments.ts'
import type { Kysely } from 'kysely'
import type { Job, JobContext } from '../../../database/database.ts'
import { appendEvent } from '../../../events/append.ts'
import { changedIn, unchanged } from '../../../database/changed.ts'
import type { Changed } from '../../../database/changed.ts'
import type { Schema } from '../../../database/schema.ts'
import { lockShows, tellAll } from '../../../records/jobs/tellShows.ts'
import type { PersonInShow } from '../../../records/people.ts'
import type { StandingOutcome } from '../newComment.ts'
import { readStandingsOf } from './reads.ts'

type Act = PersonInShow & { readonly by: StaffId }

/** The name is that of the viewer's latest comment, or answer; who has never written anything is not known here. */
export const muteViewer: Job<Act & { forMs: number }, Changed<StandingOutcome>> = {
  name: 'comments.muteViewer',
  kind: 'write',
  async work(db, { showId, viewerId, by, forMs }, context) {
    const [show] = await lockShows(db, [showId], context)
    const name = await findName(db, viewerId)
    if (!show || name === null) return unchanged(refuse('VIEWER_NOT_FOUND'))
    const until = (await context.now()) + forMs
    const event = { show, actor: `staff:${by}`, type: 'viewer:muted', payload: { viewerId, until } } as const
    await saveMute(
      db,
      { showId, viewerId },
      { name, muted_until: until, version: await appendEvent(db, event, context) },
    )
    return changedIn(await answer(db, { showId, viewerId }, context), showId)
  },
}

/** Told to every show that has not ended. */
export const banViewer: Job<Act & { ban: Ban }, Changed<StandingOutcome>> = {
  name: 'comments.banViewer',
  kind: 'write',
  async work(db, { showId, viewerId, by, ban }, context) {
    const shows = await lockShows(db, await openShows(db, showId), context)
    const name = await findName(db, viewerId)
    if (name === null) return unchanged(refuse('VIEWER_NOT_FOUND'))
    const event = { actor: `staff:${by}`, type: 'viewer:banned', payload: { viewerId, ban } } as const
    await saveBan(db, viewerId, { name, ban, version: await tellAll(db, { shows, event }, context) })
    return changedIn(await answer(db, { showId, viewerId }, context), ...shows.map(({ id }) => id))
  },
}

/** Ends the mute in this show and the ban in all. */
export const pardonViewer: Job<Act, Changed<StandingOutcome>> = {
  name: 'comments.pardonViewer',
  kind: 'write',
  async work(db, { showId, viewerId, by }, context) {
    const shows = await lockShows(db, await openShows(db, showId), context)
    const [standing] = await readStandingsOf(db, { showId, viewers: [viewerId] }, context.words)
    if (!standing) return unchanged(refuse('VIEWER_NOT_FOUND'))
    if (standing.mutedUntil === null && standing.ban === null) return unchanged(grant(standing))
    const event = { actor: `staff:${by}`, type: 'viewer:pardoned', payload: { viewerId } } as const
    const version = await tellAll(db, { shows, event }, context)
    const { name } = standing
    if (standing.mutedUntil !== null) await saveMute(db, { showId, viewerId }, { name, muted_until: 0, version })
    if (standing.ban !== null) await saveBan(db, viewerId, { name, ban: null, version })
    return changedIn(await answer(db, { showId, viewerId }, context), ...shows.map(({ id }) => id))
  },
}

/** A ban is the shop's: each show that has not ended hears of it. */
async function openShows(db: Kysely<Schema>, showId: ShowId): Promise<ShowId[]> {
  const open = await db.selectFrom('shows').select('id').where('phase', '<>', 'ended').execute()
  return [...new Set([showId, ...open.map(({ id }) => id)])]
}

/** As on the latest comment, else as in what they entered last under a name; null: this viewer has never written. */
async function findName(db: Kysely<Schema>, viewerId: ViewerId): Promise<string | null> {
  const own = db.selectFrom('comments').select('name').where('viewer_id', '=', viewerId).where('from_staff', '=', 0)
  const comment = await own.orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return comment?.name ?? (await findEnteredName(db, viewerId))
}

async function findEnteredName(db: Kysely<Schema>, viewerId: ViewerId): Promise<string | null> {
  const own = db.selectFrom('activity_entries').select('viewer_name').where('viewer_id', '=', viewerId)
  const named = own.where('viewer_name', 'is not', null).orderBy('changed_at', 'desc').limit(1)
  return (await named.executeTakeFirst())?.viewer_name ?? null
}

async function answer(
  db: Kysely<Schema>,
  { showId, viewerId }: PersonInShow,
  { words }: JobContext,
): Promise<StandingOutcome> {
  const [standing] = await readStandingsOf(db, { showId, viewers: [viewerId] }, words)
  return standing ? grant(standing) : refuse('VIEWER_NOT_FOUND')
}

async function saveMute(
  db: Kysely<Schema>,
  { showId, viewerId }: PersonInShow,
  row: { readonly name: string; readonly muted_until: number; readonly version: number },
): Promise<void> {
  await db
    .insertInto('mutes')
    .values({ show_id: showId, viewer_id: viewerId, ...row })
    .onConflict((conflict) => conflict.columns(['show_id', 'viewer_id']).doUpdateSet(row))
    .execute()
}

async function saveBan(
  db: Kysely<Schema>,
  viewerId: ViewerId,
  row: { readonly name: string; readonly ban: Ban | null; readonly version: number },
): Promise<void> {
  await db
    .insertInto('bans')
    .values({ viewer_id: viewerId, ...row })
    .onConflict((conflict) => conflict.column('viewer_id').doUpdateSet(row))
    .execute()
}
