// The tables of the shops behind the studio and of what was handed to them; json is text, times are ms since the epoch.
import type { ConnectionFieldName, ShopKindName } from '@lantern/shared/contract/connections.ts'
import type { HoldId, ShowId, VariantId } from '@lantern/shared/contract/ids.ts'
import type { HandoffFailure } from '@lantern/shared/contract/shop.ts'

/** `draft`: not used yet; one of each kind. `former`: it was in use, and what was handed out by it is still read. */
export type ConnectionState = 'draft' | 'in_use' | 'former'

export interface ConnectionRow {
  id: string
  kind: ShopKindName
  endpoint_id: string
  state: ConnectionState
  /** Goes up with every change, also of its values. */
  version: number
  made_at: number
  used_at: number | null
  former_at: number | null
}

/** `sealed`: the value is a secret, and not readable without the key. */
export interface ConnectionValueRow {
  connection_id: string
  field: ConnectionFieldName
  value: string
  sealed: 0 | 1
  tail: string | null
  at: number
}

/** The last round trip of a kind; `result` null: none since the values changed. `started_at`: one is under way. */
export interface TripRow {
  kind: ShopKindName
  result: string | null
  options: string | null
  ran_at: number | null
  started_at: number | null
}

/** By which connection a hold was handed to a shop; a hold that stands nowhere went by the environment's. */
export interface HoldShopRow {
  hold_id: HoldId
  connection_id: string
  at: number
}

/** Units that a shop that is not in use any more may still keep apart. */
export interface FormerFenceRow {
  connection_id: string
  sku: string
  external_id: string | null
  since: number
}

/** A single-use code made for a hold at the shop; null: it is not ended there yet. */
export interface HoldCodeRow {
  hold_id: HoldId
  made_at: number
  ended_at: number | null
  /** That the hold had when the code was made; null: none. */
  coupon: string | null
}

/** A way to the shop that could not be made, the last of the hold; `skus`: a list as JSON. */
export interface HandoffFailureRow {
  hold_id: HoldId
  show_id: ShowId
  skus: string
  code: HandoffFailure['code']
  why: string
  at: number
}

/** What the shop said last of a variant; `short`: units that are held here and not there. */
export interface ShopStockRow {
  variant_id: VariantId
  available: number
  short: number
  at: number
}

export interface ConnectionSchema {
  shop_connections: ConnectionRow
  connection_values: ConnectionValueRow
  shop_trips: TripRow
  hold_shops: HoldShopRow
  former_fences: FormerFenceRow
  hold_codes: HoldCodeRow
  handoff_failures: HandoffFailureRow
  shop_stock: ShopStockRow
}
