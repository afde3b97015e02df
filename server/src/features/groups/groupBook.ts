// Groups as the rest of the server uses them: staff's pages, and whoever makes a link for one.
import type { GroupBoard, GroupId, GroupShows, PointId, SaveGroup, SavePoint } from '@lantern/shared/contract/groups.ts'
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { createLeaderBook, type LeaderBook } from './leaderBook.ts'
import { isGroupThere, readBoard, readShows } from './readGroups.ts'
import { removeGroup, saveGroup, savePoint } from './saveGroup.ts'

/** Every change is on disk when it is answered, and safe to repeat. */
export interface GroupBook {
  /** And was not deleted. */
  isThere(id: GroupId): Promise<boolean>
  board(): Promise<GroupBoard>
  shows(id: GroupId): Promise<GroupShows>
  save(id: GroupId, group: SaveGroup, staffId: StaffId): Promise<Outcome<null>>
  remove(id: GroupId, staffId: StaffId): Promise<Outcome<null>>
  savePoint(id: PointId, point: SavePoint, staffId: StaffId): Promise<Outcome<null>>
  readonly leaders: LeaderBook
}

export function createGroupBook({ store, clock }: Pick<ServiceNeeds, 'store' | 'clock'>): GroupBook {
  return {
    isThere: (id) => store.run(isGroupThere, { id }),
    board: () => store.run(readBoard, null),
    shows: (id) => store.run(readShows, { id }),
    save: (id, group, staffId) => store.run(saveGroup, { id, group, staffId }),
    remove: (id, staffId) => store.run(removeGroup, { id, staffId }),
    leaders: createLeaderBook({ store, clock }),
    savePoint: (id, point, staffId) => store.run(savePoint, { id, point, staffId }),
  }
}
