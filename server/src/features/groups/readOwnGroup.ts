// Job that reads of which group a viewer is in a show, and what they would pay and where they would fetch it, as the ledger would decide.
import type { OwnGroup } from '@lantern/shared/contract/groups.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Job } from '../../database/database.ts'
import { readGrouped, termsOf } from '../../sharing/readGrouped.ts'

interface OfViewer {
  readonly showId: ShowId
  readonly viewerId: ViewerId
  /** The link of their page; null: none. */
  readonly via: string | null
}

/** Null: of none. */
export const readOwnGroup: Job<OfViewer, OwnGroup | null> = {
  name: 'groups.readOwnGroup',
  kind: 'read',
  async work(db, coming, { words }) {
    const { showId, viewerId } = coming
    const terms = termsOf(await readGrouped({ db, words }, { showIds: [showId], viewerIds: [viewerId] }), coming)
    return terms === null ? null : { name: terms.group.name, point: terms.group.point, off: terms.off }
  },
}

export const isPosted: Job<{ readonly showId: ShowId }, boolean> = {
  name: 'groups.isPosted',
  kind: 'read',
  work: async (db, { showId }, { words }) =>
    (await readGrouped({ db, words }, { showIds: [showId], viewerIds: [] })).links.size > 0,
}
