// What connecting a shop needs from the rest of the server.
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../ops/log.ts'
import type { ConnectionRecords } from '../records/connectionRecords.ts'
import type { ShopRecords } from '../records/shopRecords.ts'
import type { BoardNeeds } from './board.ts'
import type { KeepNeeds } from './keepValues.ts'
import type { LiveShops } from './liveShops.ts'

export interface ConnectionsNeeds extends KeepNeeds {
  readonly live: LiveShops
  readonly records: ConnectionRecords
  readonly shopRecords: Pick<ShopRecords, 'readCatalogue'>
  /** Whether shows are planned or live. */
  readonly hasShows: () => Promise<boolean>
  readonly hear: BoardNeeds['hear']
  readonly baseUrl: string
  readonly clock: Clock
  readonly log: Log
  /** The shop in use is another one: its pictures are fetched. */
  readonly onUse: () => void
}
