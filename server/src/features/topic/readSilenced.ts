// Job that reads what was decided about a viewer who answers: whether they are banned, or muted here.
import type { Ban } from '@lantern/shared/contract/comments.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Job } from '../../database/database.ts'

interface Asked {
  readonly showId: ShowId
  readonly viewerId: ViewerId
}

interface Silenced {
  readonly ban: Ban | null
  readonly mutedUntil: number | null
  /** The database's clock. */
  readonly now: number
}

export const readSilenced: Job<Asked, Silenced> = {
  name: 'topic.readSilenced',
  kind: 'read',
  async work(db, { showId, viewerId }, { now }) {
    const ban = await db.selectFrom('bans').select('ban').where('viewer_id', '=', viewerId).executeTakeFirst()
    const mutes = db.selectFrom('mutes').select('muted_until').where('viewer_id', '=', viewerId)
    const mute = await mutes.where('show_id', '=', showId).executeTakeFirst()
    return { ban: ban?.ban ?? null, mutedUntil: mute?.muted_until ?? null, now: await now() }
  },
}
