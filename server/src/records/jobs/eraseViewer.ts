// Job that erases what a viewer has written, the viewer's name and address, everywhere.
import type { Erased } from '@lantern/shared/contract/comments.ts'
import type { Job } from '../../database/database.ts'
import { eraseEverywhere, findShows, findSources, lockErased } from '../../database/erasure/erasures.ts'
import { changedIn } from '../../database/changed.ts'
import type { Changed } from '../../database/changed.ts'
import { appendToShop } from '../../events/append.ts'
import type { EraseViewer } from '../people.ts'
import { revokeViewer } from '../../identity/records/revocations.ts'
import { lockShows, tellAll } from './tellShows.ts'

export const eraseViewer: Job<EraseViewer, Changed<Erased>> = {
  name: 'store.eraseViewer',
  kind: 'write',
  async work(db, { showId, viewerId, by }, context) {
    const theirs = await findShows(db, viewerId)
    const shows = await lockShows(db, [...new Set([...(showId === null ? [] : [showId]), ...theirs])], context)
    // Before the shop's stream: whoever becomes a member or a sharer takes them in this order.
    await lockErased(db, context.words)
    const left = db.selectFrom('comments').select('id').where('viewer_id', '=', viewerId).where('state', '<>', 'erased')
    const comments = (await left.execute()).length
    // The log keeps that it was done, and by whom; what was written stood in no event.
    const actor = by === null ? `viewer:${viewerId}` : `staff:${by}`
    const event = { actor, type: 'viewer:erased', payload: { viewerId, comments } } as const
    const version =
      shows.length > 0 ? await tellAll(db, { shows, event }, context) : await appendToShop(db, event, context)
    const sources = await findSources(db, viewerId)
    await revokeViewer(db, viewerId, await context.now())
    await eraseEverywhere(db, { viewerId, sources, version, words: context.words })
    return changedIn({ comments, showIds: theirs }, ...shows.map(({ id }) => id))
  },
}
