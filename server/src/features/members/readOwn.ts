// Job that reads what a viewer is shown of themselves as a member, in a show.
import type { OwnMember } from '@lantern/shared/contract/members.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Job } from '../../database/database.ts'
import { readTiers } from '../../sharing/readTiers.ts'
import { within } from './tables.ts'

interface OfViewer {
  readonly showId: ShowId
  readonly viewerId: ViewerId
}

/** Null: none, or one who has not proven it. */
export const readOwn: Job<OfViewer, OwnMember | null> = {
  name: 'members.readOwn',
  kind: 'read',
  async work(db, { showId, viewerId }, { words }) {
    const row = await within(db)
      .selectFrom('viewer_members')
      .innerJoin('members', 'members.id', 'viewer_members.member_id')
      .select(['tier', 'points', 'stored_minor', 'stored_currency'])
      .where('viewer_id', '=', viewerId)
      .where('known_by', '=', 'token')
      .executeTakeFirst()
    if (row === undefined) return null
    const show = await db.selectFrom('shows').select('currency').where('id', '=', showId).executeTakeFirst()
    const off = (await readTiers({ db, words }, [viewerId])).get(viewerId)
    const { tier, points, stored_minor, stored_currency } = row
    const isHere = stored_minor !== null && stored_currency !== null && stored_currency === show?.currency
    return {
      tier,
      points: points === null ? null : Number(points),
      storedValue: isHere ? { amountMinor: Number(stored_minor), currency: stored_currency } : null,
      off: off === undefined ? null : { percent: off.percent },
    }
  },
}
