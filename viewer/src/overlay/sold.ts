// The latest paid orders that are young enough to be news, as the server tells them.
import { createStore } from '@lantern/shared/client/store.ts'
import type { RoomClient } from '@lantern/shared/client/types.ts'
import type { SoldOrder } from '@lantern/shared/contract/overlay.ts'

export interface SoldNews {
  get(): readonly SoldOrder[]
  subscribe(listener: () => void): () => void
}

/** Listens from now on; to be called before the room is joined. */
export function followSold(client: Pick<RoomClient, 'onEvent'>): SoldNews {
  const store = createStore<{ sold: readonly SoldOrder[] }>({ sold: [] })
  client.onEvent('sold:changed', ({ sold }) => store.patch({ sold }))
  return { get: () => store.get().sold, subscribe: store.subscribe }
}

/** Older than this it is no news any more. */
export const NEWS_MS = 10 * 60_000

/** The newest last, as they come in. */
export function newsOf(sold: readonly SoldOrder[], now: number, most: number): SoldOrder[] {
  return sold
    .filter((order) => now - order.at < NEWS_MS)
    .slice(0, most)
    .reverse()
}
