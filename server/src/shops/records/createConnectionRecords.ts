// The ConnectionRecords over any Database: each method is one job.
import type { Database } from '../../database/database.ts'
import type { ConnectionRecords, ConnectionRecordsOptions } from './connectionRecords.ts'
import * as jobs from './connections.ts'
import { noteWay, toldBy, waysOf } from './connectionWays.ts'

export function createConnectionRecords(database: Database, { onChange }: ConnectionRecordsOptions): ConnectionRecords {
  return {
    readMark: () => database.run(jobs.readMark, null),
    list: () => database.run(jobs.listConnections, { isWhole: false }),
    listAll: () => database.run(jobs.listConnections, { isWhole: true }),
    saveDraft: async (draft) => void (await database.run(jobs.saveDraft, draft)),
    reseal: (values) => database.run(jobs.resealValues, { values }),
    async use(taking) {
      const { value, showIds } = await database.run(jobs.useConnection, taking)
      if (showIds.length > 0) onChange(new Set(showIds))
      return value
    },
    readTrips: () => database.run(jobs.readTrips, null),
    startTrip: (kind) => database.run(jobs.startTrip, { kind }),
    endTrip: async (trip) => void (await database.run(jobs.endTrip, trip)),
    noteWay: async (way) => void (await database.run(noteWay, way)),
    waysOf: (holdId) => database.run(waysOf, { holdId }),
    toldBy: (order) => database.run(toldBy, order),
    formerFences: () => database.run(jobs.formerFences, null),
    endFence: async (fence) => void (await database.run(jobs.endFence, fence)),
  }
}
