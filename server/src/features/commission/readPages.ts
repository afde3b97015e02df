// Job that reads who shares, for the studio's page about them: as the desk lists them, and whether each has opened their page.
import type { SharerPages } from '@lantern/shared/contract/sharerPage.ts'
import type { Job } from '../../database/database.ts'
import { readShows } from './readPage.ts'
import { listSharers } from './reads.ts'

export const readPages: Job<null, SharerPages> = {
  name: 'commission.readPages',
  kind: 'read',
  async work(db, _input, context) {
    const sharers = await listSharers.work(db, null, context)
    const rows = await db.selectFrom('sharers').select(['id', 'viewer_id', 'staff_id', 'device']).execute()
    const pages = new Map(
      rows.map(({ id, viewer_id, staff_id, device }) => {
        if (viewer_id === null && staff_id === null) return [id, 'none'] as const
        return [id, device === null ? 'new' : 'bound'] as const
      }),
    )
    return {
      sharers: sharers.map((one) => ({ ...one, page: pages.get(one.id) ?? 'none' })),
      shows: await readShows(db),
    }
  },
}
