// Adds taps up by viewer and stores their sums together.
import type { LikeBatch } from '../../commands/command.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { type Closable, createTimedBatch } from '../../commands/timedBatch.ts'
import { addLikes, type ViewerLikes } from './jobs.ts'

const LIKES_EVERY_MS = 500

export function createLikeBatch({
  store,
  log,
  paces,
}: Pick<ServiceNeeds, 'store' | 'log' | 'paces'>): LikeBatch & Closable {
  return createTimedBatch<ViewerLikes>({
    everyMs: LIKES_EVERY_MS,
    onFailure: (error) => log.warn({ err: error }, 'likes not stored; trying again'),
    save: (likes) => store.change(addLikes, { likes: sumByViewer(likes), paces }).then(() => {}),
  })
}

function sumByViewer(likes: readonly ViewerLikes[]): ViewerLikes[] {
  const sums = new Map<string, ViewerLikes>()
  for (const like of likes) {
    const key = `${like.showId} ${like.viewerId}`
    sums.set(key, { ...like, count: like.count + (sums.get(key)?.count ?? 0) })
  }
  return [...sums.values()]
}
