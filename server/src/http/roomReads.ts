// A show with its products as links and previews need them; remembered for moments, so that a rush of viewers is one read.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Product, Show } from '@lantern/shared/contract/things.ts'
import type { Clock } from '../clock.ts'
import type { HttpStore } from './ports.ts'

export interface KnownRoom {
  readonly show: Show
  readonly products: readonly Product[]
}

/** Null: there is no such show. Whatever text is asked for is an id at most. */
export type ReadRoom = (showId: string) => Promise<KnownRoom | null>

const REMEMBER_MS = 2000
const MOST = 500

export function createRoomReads(store: HttpStore, clock: Clock): ReadRoom {
  const remembered = new Map<string, { until: number; room: Promise<KnownRoom | null> }>()

  const read = (showId: ShowId): Promise<KnownRoom | null> => {
    const found = remembered.get(showId)
    if (found !== undefined && clock() < found.until) return found.room
    if (remembered.size >= MOST) remembered.clear()
    const room = store.readRoom(showId)
    remembered.set(showId, { until: clock() + REMEMBER_MS, room })
    room.catch(() => remembered.delete(showId))
    return room
  }

  return async (asked) => {
    const showId = ShowId.safeParse(asked)
    return showId.success ? read(showId.data) : null
  }
}
