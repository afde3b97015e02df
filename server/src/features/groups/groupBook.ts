// Groups as the rest of the server uses them: staff's pages, and whoever makes a link for one.
import type {
  GroupBoard,
  GroupId,
  GroupShows,
  OwnGroup,
  PointId,
  SaveGroup,
  SaveGroupPrices,
  SavePoint,
} from '@lantern/shared/contract/groups.ts'
import type { ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { createLeaderBook, type LeaderBook } from './leaderBook.ts'
import { isGroupThere, readBoard, readShows } from './readGroups.ts'
import { type Packing, readPacking, toPackingCsv } from '../../sharing/packing.ts'
import { isPosted, readOwnGroup } from './readOwnGroup.ts'
import { removeGroup, saveGroup, savePoint } from './saveGroup.ts'
import { savePrices } from './savePrices.ts'

/** Every change is on disk when it is answered, and safe to repeat. */
export interface GroupBook {
  /** And was not deleted. */
  isThere(id: GroupId): Promise<boolean>
  board(): Promise<Omit<GroupBoard, 'carriesPrice'>>
  shows(id: GroupId): Promise<GroupShows>
  save(id: GroupId, group: SaveGroup, staffId: StaffId): Promise<Outcome<null>>
  remove(id: GroupId, staffId: StaffId): Promise<Outcome<null>>
  savePoint(id: PointId, point: SavePoint, staffId: StaffId): Promise<Outcome<null>>
  savePrices(id: GroupId, list: SaveGroupPrices, staffId: StaffId): Promise<Outcome<null>>
  /** Of which group the viewer of a page is; null: of none. `via`: the link of the page. */
  ownGroup(of: { showId: ShowId; viewerId: ViewerId; via: string | null }): Promise<OwnGroup | null>
  /** Whether any group has a link for it that is good. */
  isPosted(showId: ShowId): Promise<boolean>
  /** As csv. */
  packing(of: Packing): Promise<string>
  readonly leaders: LeaderBook
}

export function createGroupBook({ store, clock }: Pick<ServiceNeeds, 'store' | 'clock'>): GroupBook {
  return {
    isThere: (id) => store.run(isGroupThere, { id }),
    board: () => store.run(readBoard, null),
    shows: (id) => store.run(readShows, { id }),
    save: (id, group, staffId) => store.run(saveGroup, { id, group, staffId }),
    remove: (id, staffId) => store.run(removeGroup, { id, staffId }),
    savePrices: (id, list, staffId) => store.run(savePrices, { id, list, staffId }),
    ownGroup: (of) => store.run(readOwnGroup, of),
    isPosted: (showId) => store.run(isPosted, { showId }),
    packing: async (of) => toPackingCsv(await store.run(readPacking, of)),
    leaders: createLeaderBook({ store, clock }),
    savePoint: (id, point, staffId) => store.run(savePoint, { id, point, staffId }),
  }
}
