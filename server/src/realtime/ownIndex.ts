// What is one viewer's own in a room and has no index of its own, in memory: by viewer, in the pieces of a snapshot.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import { applyChanges, EMPTY_OWN, OWN_SLICES, tellAll } from '@lantern/shared/contract/slices.ts'
import type { Own } from '@lantern/shared/contract/snapshot.ts'
import type { RoomRecord } from '../room/roomRecord.ts'

export interface OwnIndex {
  apply(changed: RoomRecord['own']): void
  /** Everything is empty for who has nothing. */
  of(viewerId: ViewerId): Own
}

export function createOwnIndex(record: RoomRecord['own']): OwnIndex {
  const byViewer = new Map<ViewerId, Own>()
  const of = (viewerId: ViewerId) => byViewer.get(viewerId) ?? EMPTY_OWN
  const apply = (changed: RoomRecord['own']) => {
    for (const { viewerId, changes } of changed)
      byViewer.set(viewerId, tellAll(OWN_SLICES, applyChanges(OWN_SLICES, of(viewerId), changes)))
  }
  apply(record)
  return { apply, of }
}
