// What the server does for groups and the points where their people fetch what they bought.
export * as contract from '@lantern/shared/features/groups/contract.ts'
export { erasures, migrations } from './tables.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { arrive } from './arrive.ts'
import { createGroupBook } from './groupBook.ts'
import { handOver, takeCounter } from './handOver.ts'
import { makeLeaderPage, openLeaderPage, passLeaderPage, voidLeaderPage } from './leaderPage.ts'
import { isGroupThere, readBoard, readShows } from './readGroups.ts'
import { readLeader } from './readLeader.ts'
import { readPacking } from '../../sharing/packing.ts'
import { readPickups } from './readPickups.ts'
import { isPosted, readOwnGroup } from './readOwnGroup.ts'
import { savePrices } from './savePrices.ts'
import { removeGroup, saveGroup, savePoint } from './saveGroup.ts'

export const jobs = [
  ...[
    saveGroup,
    removeGroup,
    savePoint,
    savePrices,
    readBoard,
    readShows,
    isGroupThere,
    isPosted,
    readOwnGroup,
    readPacking,
  ],
  ...[makeLeaderPage, voidLeaderPage, passLeaderPage, openLeaderPage, readLeader],
  ...[arrive, handOver, takeCounter, readPickups],
]

export const handlers = {}

/** What is open as long as the server is. */
export const services = { groups: (needs: ServiceNeeds) => createGroupBook(needs) }
