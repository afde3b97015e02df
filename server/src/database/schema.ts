// Every table as kysely sees it; json is text, flags are 0 and 1, times are ms since the epoch, in both databases.
import type {
  HoldId,
  OfferId,
  OrderId,
  ProductId,
  SaleId,
  ShowId,
  StaffId,
  VariantId,
  ViewerId,
} from '@lantern/shared/contract/ids.ts'
import type { Role } from '@lantern/shared/contract/commands.ts'
import type {
  StaffOrder,
  FlashSale,
  HoldPolicy,
  HoldState,
  HostDevice,
  HostPicture,
  HostStatus,
  Show,
  ShowPhase,
  WaitState,
} from '@lantern/shared/contract/things.ts'
import type { ActivitiesSchema } from '../activities/schema.ts'
import type { RewardsSchema } from '../rewards/schema.ts'
import type { ConsentsSchema } from '../consents/schema.ts'
import type { RetentionSchema } from '../retention/schema.ts'
import type { SharingSchema } from '../sharing/schema.ts'
import type { EventsSchema } from '../events/schema.ts'
import type { ConnectionSchema } from './connectionSchema.ts'
import type { RefusedRow, WebhookSchema } from './webhookSchema.ts'
import type { OverlaySchema } from './overlaySchema.ts'
import type { OrderRefund, RefundQueue } from './refundSchema.ts'
import type { CatalogueSchema } from './catalogueSchema.ts'
import type { StockSchema } from './stockSchema.ts'
import type { CommentSchema } from './commentSchema.ts'

export type { BanRow, CommentRow, MuteRow, CommentRulesRow, WordListRow } from './commentSchema.ts'

export type Flag = 0 | 1

export interface ProductRow {
  id: ProductId
  position: number
  title: string
  picture: string
  /** The shop's own id; null: it was not imported. */
  external_id: string | null
  /** Its page at the shop, http or https; null: none. */
  page_url: string | null
}

/**
 * `available`: 0 once it has vanished from the shop; `stock`: what the shop had at `stock_at`; `counted`: 0 where no number of
 * units binds, `stock` is 0 then.
 */
export interface VariantRow {
  id: VariantId
  product_id: ProductId
  position: number
  sku: string
  title: string | null
  price_minor: number
  currency: string
  stock: number
  stock_at: number
  counted: Flag
  external_id: string | null
  available: Flag
  /** Json of its value of each option; null: its source names none. */
  options: string | null
}

export interface ShowRow {
  id: ShowId
  title: string
  shop_name: string
  currency: string
  phase: ShowPhase
  created_at: number
  starts_at: number
  live_at: number | null
  ended_at: number | null
  host: HostStatus
  picture: HostPicture
  host_device: HostDevice | null
  media_node: string | null
  media_epoch: number
  /** Whether one address may hold only a share: `met`, somebody was refused for it; `lifted`, staff let all buy. */
  crowd: Show['crowd']
  /** The other currency that the shop asks in now; null: it is the show's, or nobody knows. */
  shop_currency: string | null
  version: number
}

export interface ShowProductRow {
  show_id: ShowId
  product_id: ProductId
  number: number
}

interface PoolColumns {
  allotted: number
  free: number
  taken: number
  paid: number
}

export interface OfferRow extends PoolColumns {
  id: OfferId
  show_id: ShowId
  product_id: ProductId
  variant_id: VariantId
  position: number
  currency: string
  price_minor: number
  shop_price_minor: number
  per_viewer: number
  policy: HoldPolicy
  hold_ms: number
  waiting: number
  lapsed: number
  /** 1: its product was taken out of the show, and nothing is sold of it. */
  withdrawn: 0 | 1
  /** It sells from its variant's shared stock: 1, there are more units in it; 2, not any more; 3, all of it is paid. 0: units of its own. */
  shared: 0 | 1 | 2 | 3
  version: number
}

export interface FlashSaleRow extends PoolColumns {
  id: SaleId
  show_id: ShowId
  product_id: ProductId
  currency: string
  price_minor: number
  per_viewer: number
  opens_at: number
  closes_at: number
  grace_ms: number
  ended_at: number | null
  end_reason: FlashSale['endReason']
  version: number
}

export interface PinsRow {
  show_id: ShowId
  product_ids: string
  version: number
}

/**
 * `source`: the viewer's address, hashed; `crowd`: the same where it counts against it; `waited`: made for a viewer in line; `asked`: what it was placed with, once that was
 * changed; `lines`: json of `HeldLine[]`, in the order of their offers; `credit`: json of who is credited with it, null: nobody.
 */
export interface HoldRow {
  id: HoldId
  show_id: ShowId
  viewer_id: ViewerId
  viewer_name: string
  via: string | null
  state: HoldState
  currency: string
  total_minor: number
  granted_at: number
  expires_at: number
  extended: Flag
  waited: Flag
  source: string | null
  crowd: string | null
  asked: string | null
  order_id: OrderId | null
  lines: string
  credit: string | null
  /** The group by whose link its buyer came, and json of it as it was then. */
  group_id: string | null
  group_terms: string | null
  version: number
}

/** `second`: a payment beside the hold's own one, which staff must look at. */
export interface OrderRow extends OrderRefund {
  hold_id: HoldId
  order_id: OrderId
  endpoint_id: string
  show_id: ShowId
  amount_minor: number
  currency: string
  at: number
  state: StaffOrder['state']
  matter: StaffOrder['matter']
  second: Flag
  version: number
}

/** `early`: json of what it says about an order that is not known yet; null: it was taken down at once. */
export interface InboxRow {
  endpoint_id: string
  event_id: string
  hold_id: HoldId
  type: string
  at: number
  early: string | null
}

/** A place in line, with `sale_id` for that sale's units alone; `no`: the seq of the event that gave it, which is its turn; `seen_at`: when the viewer last came. */
export interface WaitRow {
  no: number
  show_id: ShowId
  offer_id: OfferId
  sale_id: SaleId | null
  viewer_id: ViewerId
  viewer_name: string
  via: string | null
  source: string | null
  crowd: string | null
  quantity: number
  state: WaitState
  present: Flag
  joined_at: number
  seen_at: number
  version: number
}

/** Holds that expired unpaid, by `viewer <id>` and `source <hash>`; `lapses` counts those since `since`. */
export interface StrikeRow {
  holder: string
  lapses: number
  since: number
  cool_until: number
}

export interface StaffRow {
  id: StaffId
  name: string
  role: Role
  password_hash: string
}

export interface SessionRow {
  token_hash: string
  staff_id: StaffId
  created_at: number
  seen_at: number
}

export interface GuessRow {
  account: string
  wrong: number
  last_at: number
  not_before: number
}

export interface RevokedRow {
  viewer_hash: string
  revoked_at: number
  over_at: number
}

export interface Schema
  extends
    ActivitiesSchema,
    EventsSchema,
    RewardsSchema,
    SharingSchema,
    ConsentsSchema,
    RetentionSchema,
    WebhookSchema,
    OverlaySchema,
    CommentSchema,
    CatalogueSchema,
    StockSchema,
    ConnectionSchema {
  products: ProductRow
  variants: VariantRow
  shows: ShowRow
  show_products: ShowProductRow
  offers: OfferRow
  flash_sales: FlashSaleRow
  pins: PinsRow
  holds: HoldRow
  orders: OrderRow & RefundQueue
  inbox: InboxRow
  waits: WaitRow
  strikes: StrikeRow
  staff: StaffRow
  sessions: SessionRow
  guesses: GuessRow
  revoked_viewers: RevokedRow
  refused_events: RefusedRow
  secrets: { name: string; value: string }
  settings: { name: string; value: string }
  counters: { name: string; value: number }
  /** Which steps of the schema were done; `migrations`: by their numbers, before they had names. */
  kysely_migration: { name: string; timestamp: string }
  migrations: { version: number; name: string; at: number }
}
