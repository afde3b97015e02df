// Job that erases what a viewer has written, and the viewer's name, everywhere.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Erased } from '@lantern/shared/contract/talk.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../database.ts'
import { changedIn } from '../events.ts'
import type { Changed } from '../events.ts'
import type { Schema } from '../schema.ts'
import type { PersonInShow } from '../talk.ts'
import { lockShows, tellAll } from './standings.ts'

/** Orders, holds and places in line stay as the law and the ledger want them, without the name; so do mutes and bans. */
const NAMED = ['comments', 'mutes', 'bans'] as const

export const eraseViewer: Job<PersonInShow & { by: string }, Changed<Erased>> = {
  name: 'store.eraseViewer',
  kind: 'write',
  async work(db, { showId, viewerId, by }, context) {
    const theirs = await showsOf(db, viewerId)
    const shows = await lockShows(db, [...new Set([showId, ...theirs])], context)
    const left = db.selectFrom('comments').select('id').where('viewer_id', '=', viewerId).where('state', '<>', 'erased')
    const comments = await left.execute()
    // The log keeps that it was done, and by whom; what was written stood in no event.
    const event = {
      actor: `staff:${by}`,
      type: 'viewer:erased',
      payload: { viewerId, comments: comments.length },
    } as const
    const version = await tellAll(db, { shows, event }, context)
    await unpin(db, viewerId, version)
    await eraseComments(db, viewerId, version)
    await forget(db, viewerId, version)
    const showIds = shows.map(({ id }) => id)
    return changedIn({ comments: comments.length, showIds: theirs }, ...showIds)
  },
}

/** Where the name is to be read: beside what was written, and on the desk beside what was held. */
async function showsOf(db: Kysely<Schema>, viewerId: ViewerId): Promise<ShowId[]> {
  const said = db.selectFrom('comments').select('show_id').distinct().where('viewer_id', '=', viewerId)
  const held = db.selectFrom('holds').select('show_id').distinct().where('viewer_id', '=', viewerId)
  const rows = [...(await said.execute()), ...(await held.execute())]
  return [...new Set(rows.map((row) => row.show_id))]
}

async function unpin(db: Kysely<Schema>, viewerId: ViewerId, version: number): Promise<void> {
  const theirs = db.selectFrom('comments').select('id').where('viewer_id', '=', viewerId)
  await db.updateTable('talk').set({ pinned_comment: null, version }).where('pinned_comment', 'in', theirs).execute()
}

async function eraseComments(db: Kysely<Schema>, viewerId: ViewerId, version: number): Promise<void> {
  const erased = { state: 'erased', text: '', name: '', hidden_from: null, reports: 0, version } as const
  const query = db.updateTable('comments').set(erased).where('viewer_id', '=', viewerId)
  await query.where('state', '<>', 'erased').execute()
}

async function forget(db: Kysely<Schema>, viewerId: ViewerId, version: number): Promise<void> {
  for (const table of NAMED) await db.updateTable(table).set({ name: '' }).where('viewer_id', '=', viewerId).execute()
  const holds = db.selectFrom('holds').select('id').where('viewer_id', '=', viewerId)
  // Desks that are open read them anew.
  await db.updateTable('orders').set({ version }).where('hold_id', 'in', holds).execute()
  await db.updateTable('holds').set({ viewer_name: '', version }).where('viewer_id', '=', viewerId).execute()
  await db.updateTable('waits').set({ viewer_name: '' }).where('viewer_id', '=', viewerId).execute()
  await db.deleteFrom('reports').where('viewer_id', '=', viewerId).execute()
  await db.deleteFrom('visits').where('viewer_id', '=', viewerId).execute()
}
