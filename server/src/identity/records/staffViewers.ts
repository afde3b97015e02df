// Viewers whose browser was seen with a session of staff: what gives something away is not for them.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Job } from '../../database/database.ts'

export const noteStaffViewer: Job<{ viewerId: ViewerId }, null> = {
  name: 'store.noteStaffViewer',
  kind: 'write',
  async work(db, { viewerId }, { now }) {
    const row = { viewer_id: viewerId, seen_at: await now() }
    const insert = db.insertInto('staff_viewers').values(row)
    await insert.onConflict((conflict) => conflict.column('viewer_id').doNothing()).execute()
    return null
  },
}
