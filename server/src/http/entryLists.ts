// Keeps the ids of all entries of the draws that were asked for lately, as the json that is sent: they never change again.
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { Store } from '../records/store.ts'

export interface EntryListsOptions {
  readonly store: Pick<Store, 'readEntryIds'>
  /** Read at once. */
  readonly pageSize?: number
  /** Kept in all, of whole lists. */
  readonly mostBytes?: number
}

export interface EntryLists {
  /** Pieces of one json array, in order. Only of a draw that is over. */
  read(activityId: ActivityId): Promise<readonly Buffer[]>
}

const PAGE = 2000
/** Of 50,000 entries ten. */
const MOST_BYTES = 16 * 2 ** 20

const sizeOf = (pieces: readonly Buffer[]) => pieces.reduce((sum, { length }) => sum + length, 0)

export function createEntryLists({ store, pageSize = PAGE, mostBytes = MOST_BYTES }: EntryListsOptions): EntryLists {
  /** With whoever is read right now: however many ask, it is read once. The one that was not asked for longest comes first. */
  const lists = new Map<ActivityId, Promise<readonly Buffer[]>>()
  const sizes = new Map<ActivityId, number>()

  async function readAll(activityId: ActivityId): Promise<readonly Buffer[]> {
    const pieces = [Buffer.from('[')]
    for (let after = 0; ;) {
      const page = await store.readEntryIds({ activityId, after, limit: pageSize })
      const text = page.map(({ entryId }) => `"${entryId}"`).join(',')
      if (page.length > 0) pieces.push(Buffer.from(after === 0 ? text : `,${text}`))
      const last = page.at(-1)
      if (last === undefined || page.length < pageSize) return [...pieces, Buffer.from(']')]
      after = last.no
    }
  }

  function forget(activityId: ActivityId): void {
    lists.delete(activityId)
    sizes.delete(activityId)
  }

  function keep(activityId: ActivityId, pieces: readonly Buffer[]): readonly Buffer[] {
    // One that was forgotten while it was read has no size.
    if (lists.has(activityId)) sizes.set(activityId, sizeOf(pieces))
    for (const oldest of lists.keys()) {
      if ([...sizes.values()].reduce((sum, size) => sum + size, 0) <= mostBytes) break
      forget(oldest)
    }
    return pieces
  }

  async function begin(activityId: ActivityId): Promise<readonly Buffer[]> {
    try {
      return keep(activityId, await readAll(activityId))
    } catch (error) {
      forget(activityId)
      throw error
    }
  }

  return {
    read(activityId) {
      const list = lists.get(activityId) ?? begin(activityId)
      lists.delete(activityId)
      lists.set(activityId, list)
      return list
    },
  }
}
