// The port to what is kept of shops that are connected in the studio; secrets come and go sealed.
import type { ConnectionFieldName, ShopKindName } from '@lantern/shared/contract/connections.ts'
import type { HoldId, OrderId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { ConnectionState } from '../../database/connectionSchema.ts'
import type { ImportedCatalogue } from './shopRecords.ts'

export interface KeptValue {
  readonly field: ConnectionFieldName
  /** As it is kept: sealed where it is a secret. */
  readonly value: string
  readonly isSealed: boolean
  readonly tail: string | null
  readonly at: number
}

export interface KeptConnection {
  readonly id: string
  readonly kind: ShopKindName
  readonly endpointId: string
  readonly state: ConnectionState
  readonly version: number
  readonly madeAt: number
  readonly usedAt: number | null
  readonly values: readonly KeptValue[]
}

export interface KeptTrip {
  readonly kind: ShopKindName
  /** Json; null: none since the values changed. */
  readonly result: string | null
  readonly options: string | null
  readonly ranAt: number | null
  readonly startedAt: number | null
}

export interface Draft {
  readonly kind: ShopKindName
  readonly endpointId: string
  readonly set: readonly Omit<KeptValue, 'at'>[]
  readonly remove: readonly ConnectionFieldName[]
}

export interface Taking {
  readonly connectionId: string
  /** It is another shop: what the former one calls our variants means nothing there. */
  readonly isOther: boolean
  /** What the shop has; null: its products come by a file. */
  readonly catalogue: ImportedCatalogue | null
}

export interface FormerFence {
  readonly connectionId: string
  readonly sku: string
  readonly externalId: string | null
}

export interface ConnectionRecords {
  /** One line that is another after each change, cheap to ask for. */
  readMark(): Promise<string>
  /** With their values; the newest former ones first, those of the last 90 days. */
  list(): Promise<readonly KeptConnection[]>
  /** Older ones, too. */
  listAll(): Promise<readonly KeptConnection[]>
  /** Changes the draft of the kind, made from what is in use where there is none; its round trip is to be made anew. */
  saveDraft(draft: Draft): Promise<void>
  /** The same values under another key. False: something changed meanwhile. */
  reseal(
    values: readonly { connectionId: string; field: ConnectionFieldName; from: string; to: string }[],
  ): Promise<boolean>
  /**
   * One transaction: a draft, a former one or the environment's comes into use, what was in use is a former one, its stock is to
   * be given back, the shop's products take the place of the former's. False: it is in use, or not there any more.
   */
  use(taking: Taking): Promise<boolean>
  readTrips(): Promise<readonly KeptTrip[]>
  /** False: another one began less than a minute ago. */
  startTrip(kind: ShopKindName): Promise<boolean>
  endTrip(trip: { kind: ShopKindName; result: string; options: string }): Promise<void>
  noteWay(way: { holdId: HoldId; connectionId: string }): Promise<void>
  /** By which connections it was handed out, the latest first; empty: by the environment's. */
  waysOf(holdId: HoldId): Promise<readonly string[]>
  /** At which endpoint this order of the hold was told of, the latest; null: it was asked for, or it is too long ago. */
  toldBy(order: { holdId: HoldId; orderId: OrderId }): Promise<string | null>
  /** Old enough that no process sets them any more. */
  formerFences(): Promise<readonly FormerFence[]>
  endFence(fence: { connectionId: string; sku: string }): Promise<void>
}

export interface ConnectionRecordsOptions {
  readonly onChange: (showIds: ReadonlySet<ShowId>) => void
}
