// Adds taps up by viewer and stores their sums together.
import type { LikeBatch } from '../../commands/command.ts'
import { type Closable, createTimedBatch } from '../../commands/timedBatch.ts'
import type { Log } from '../../ops/log.ts'
import type { Store } from '../../records/store.ts'
import type { ViewerLikes } from '../../records/talk.ts'

const LIKES_EVERY_MS = 500

export function createLikeBatch(store: Pick<Store, 'addLikes'>, log: Log): LikeBatch & Closable {
  return createTimedBatch<ViewerLikes>({
    everyMs: LIKES_EVERY_MS,
    onFailure: (error) => log.warn({ err: error }, 'likes not stored; trying again'),
    save: (likes) => store.addLikes(sumByViewer(likes)),
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
