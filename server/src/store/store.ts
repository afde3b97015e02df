// The port to everything that is recorded, beside the ledger: shows, catalogue, comments, staff, settings, the event log.
import type { FreeUnits } from '@lantern/shared/contract/http.ts'
import type { Buying } from '@lantern/shared/contract/buying.ts'
import type { AfterShow } from '@lantern/shared/contract/http.ts'
import type { Role } from '@lantern/shared/contract/commands.ts'
import type { ProductId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { DeskTotals } from '@lantern/shared/contract/snapshot.ts'
import type {
  DeskHold,
  DeskOrder,
  FlashSale,
  HostDevice,
  HostPicture,
  HostStatus,
  LocalText,
  Offer,
  Pins,
  Product,
  Show,
  Wait,
} from '@lantern/shared/contract/things.ts'
import type { BuyingRecords } from './buyings.ts'
import type { GuessRecords } from './guesses.ts'
import type { OverlayKey, OverlayRecords } from './overlays.ts'
import type { TalkDelta, TalkRecord, TalkRecords } from './talk.ts'

/** A place in line as the room keeps it: whose it is, and the ticket by which the line is ordered. */
export interface WaitRecord extends Omit<Wait, 'ahead'> {
  readonly viewerId: ViewerId
  readonly ticket: number
}

/** What changed in a show after a cursor; an empty list or null means unchanged. */
export interface RoomDelta extends TalkDelta {
  /** The highest event seq this delta includes; pass it to the next read. */
  readonly cursor: number
  readonly show: Show | null
  readonly pins: Pins | null
  readonly sale: FlashSale | null
  readonly buying: Buying | null
  readonly offers: readonly Offer[]
  readonly holds: readonly DeskHold[]
  readonly orders: readonly DeskOrder[]
  readonly waits: readonly WaitRecord[]
  /** The address of the overlay was made anew or revoked. */
  readonly overlayKey: OverlayKey | null
  /** Present whenever holds or orders changed. */
  readonly totals: DeskTotals | null
}

/** A whole room as a process first loads it. */
export interface RoomRecord extends TalkRecord {
  readonly cursor: number
  readonly show: Show
  readonly products: readonly Product[]
  readonly pins: Pins
  readonly sale: FlashSale | null
  /** Null: never set up. */
  readonly buying: Buying | null
  readonly offers: readonly Offer[]
  /** Every hold that is held or paying, and the latest 500 others that are paid or late_paid. */
  readonly holds: readonly DeskHold[]
  /** The latest 200, newest first. */
  readonly orders: readonly DeskOrder[]
  /** Everybody who is waiting, in line. */
  readonly waits: readonly WaitRecord[]
  readonly totals: DeskTotals
}

export interface StaffRecord {
  readonly id: StaffId
  readonly name: string
  readonly role: Role
  readonly passwordHash: string
}

export interface SessionRecord {
  readonly tokenHash: string
  readonly staffId: StaffId
  readonly createdAt: number
  readonly seenAt: number
}

/** A product as a shop gives it, to be put into the catalogue; the shop's sku names a variant for ever. */
export interface CatalogueProduct {
  readonly id: ProductId
  readonly title: LocalText
  readonly picture: string
  readonly variants: readonly { sku: string; title: LocalText | null; priceMinor: number; stock: number }[]
}

/** Every method is one transaction, durable when it resolves, and appends its event rows in the same transaction. */
export interface HostPlace {
  readonly status: HostStatus
  readonly mediaNode: string | null
  readonly renew: boolean
  /** Shown unless told. */
  readonly picture?: HostPicture
  /** What it sends from; null: it did not say. What was known stays unless told. */
  readonly device?: HostDevice | null
}

export interface Store extends GuessRecords, OverlayRecords, TalkRecords, BuyingRecords {
  /** Inserts or updates products and variants by id and sku. Safe to repeat. */
  saveCatalogue(currency: string, products: readonly CatalogueProduct[]): Promise<void>
  /** Names the shop on every show that has not ended, and on those made later. Safe to repeat. */
  setShop(shop: { name: string }): Promise<void>
  /** A new show whose rundown is the catalogue, up to MOST_OFFERS; offers are allotted the stock. Safe to repeat with the same id. */
  createShow(show: { id: ShowId; title: LocalText; startsAt: number }): Promise<Show>
  /** What a show that is made now would be allotted; sets nothing aside. */
  readFreeUnits(): Promise<FreeUnits>
  listShows(): Promise<readonly (Show & { products: number })[]>
  readRoom(showId: ShowId): Promise<RoomRecord | null>
  /** Where the show leads to once it is over. Null: there is none. */
  readAfter(showId: ShowId): Promise<AfterShow | null>
  /** Everything of the show that changed after `cursor`; cheap when nothing did. */
  readRoomSince(showId: ShowId, cursor: number): Promise<RoomDelta>
  /** Of the given shows, those whose newest event is past their cursor. One statement whatever their number. */
  findChangedRooms(cursors: ReadonlyMap<ShowId, number>): Promise<readonly ShowId[]>
  goLive(showId: ShowId, by: StaffId): Promise<Outcome<Show, 'SHOW_NOT_FOUND' | 'SHOW_ENDED'>>
  /** Sets pins; unchanged lists write nothing. */
  /** Everybody behind one address may hold what others leave. Safe to repeat. */
  liftCrowd(showId: ShowId, by: StaffId): Promise<Outcome<Show, 'SHOW_NOT_FOUND' | 'SHOW_ENDED'>>
  setPins(
    showId: ShowId,
    productIds: readonly ProductId[],
    by: StaffId,
  ): Promise<Outcome<Pins, 'PRODUCT_NOT_FOUND' | 'SHOW_NOT_FOUND' | 'SHOW_ENDED'>>
  /** Says where the host's picture is, and whether it is shown (it is unless told); `renew` raises mediaEpoch. Ended shows are left alone. */
  setHost(showId: ShowId, host: HostPlace): Promise<void>
  /** At start: every live show that this node served has lost its host with the old process. */
  loseHostsOf(mediaNode: string): Promise<void>
  /** A new password ends their sessions. */
  saveStaff(staff: StaffRecord): Promise<void>
  findStaffByName(name: string): Promise<StaffRecord | null>
  findStaffById(id: StaffId): Promise<StaffRecord | null>
  /** By name. */
  listStaff(): Promise<readonly Pick<StaffRecord, 'id' | 'name' | 'role'>[]>
  saveSession(session: SessionRecord): Promise<void>
  findSession(tokenHash: string): Promise<SessionRecord | null>
  touchSession(tokenHash: string, seenAt: number): Promise<void>
  deleteSession(tokenHash: string): Promise<void>
  /** A secret kept in the database (keys that sign viewer tokens and hand-offs): made once by `make`, then always the same, also across processes. */
  secret(name: string, make: () => Promise<string>): Promise<string>
  close(): Promise<void>
}
