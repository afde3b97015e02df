// The port to everything that is recorded, beside the ledger: shows, catalogue, comments, staff, settings, the event log.
import type { FreeUnits } from '@lantern/shared/contract/http.ts'
import type { ChangeRundown, ChosenProduct, RUNDOWN_REFUSALS, ShowRundown } from '@lantern/shared/contract/rundown.ts'
import type { AfterShow } from '@lantern/shared/contract/http.ts'
import type { Erased } from '@lantern/shared/contract/comments.ts'
import type { Role } from '@lantern/shared/contract/commands.ts'
import type { PublishedPacket } from '@lantern/shared/contract/published.ts'
import type { ActivityId, ProductId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { HostDevice, HostPicture, HostStatus, LocalText, Pins, Show } from '@lantern/shared/contract/things.ts'
import type { Changed } from '../database/changed.ts'
import type { Job } from '../database/database.ts'
import type { GuessRecords } from '../identity/records/guessRecords.ts'
import type { ImportedDetails } from '../shops/records/importedShapes.ts'
import type { EntryIdNo, EntryPage, PublishedHead } from './jobs/published.ts'
import type { OverlayRecords } from './overlays.ts'
import type { RevocationRecords } from '../identity/records/revokedViewers.ts'
import type { RoomDelta, RoomRecord } from '../room/roomRecord.ts'
import type { EraseViewer, Visit, Watching } from './people.ts'

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
  /** Left out: what is known stays. */
  readonly details?: ImportedDetails
}

export type RundownChanged = Outcome<ShowRundown, (typeof RUNDOWN_REFUSALS)[number]>

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

export interface Store extends GuessRecords, RevocationRecords, OverlayRecords {
  /** A job that changes no room. */
  run<Input, Output>(job: Job<Input, Output>, input: Input): Promise<Output>
  /** Runs a job and tells whose rooms it changed. */
  change<Input, Value>(job: Job<Input, Changed<Value>>, input: Input): Promise<Value>
  /** Inserts or updates products and variants by id and sku. Safe to repeat. */
  saveCatalogue(currency: string, products: readonly CatalogueProduct[]): Promise<void>
  /** Names the shop on every show that has not ended, and on those made later. Safe to repeat. */
  setShop(shop: { name: string }): Promise<void>
  /** A new show whose rundown is the catalogue, up to MOST_OFFERS; offers are allotted the stock. Safe to repeat with the same id. */
  createShow(show: { id: ShowId; title: LocalText; startsAt: number }): Promise<Show>
  /**
   * The same with these products in this order, and so many units of these variants; a variant without a number gets all that is
   * left. NOT_ENOUGH_LEFT: no such number of units is free. A refusal leaves no show.
   */
  createChosenShow(
    show: { id: ShowId; title: LocalText; startsAt: number },
    chosen: readonly ChosenProduct[],
  ): Promise<Outcome<Show, 'PRODUCT_NOT_FOUND' | 'NOT_ENOUGH_LEFT' | 'TOO_MANY_OFFERS'>>
  /** Null: there is no such show. */
  readRundown(showId: ShowId): Promise<ShowRundown | null>
  /** Products, order and units of a show that is not over; `by` null: by command. What is refused changes nothing. Safe to repeat. */
  changeRundown(showId: ShowId, asked: ChangeRundown, by: StaffId | null): Promise<RundownChanged>
  /** What a show that is made now would be allotted; sets nothing aside. */
  readFreeUnits(): Promise<FreeUnits>
  listShows(): Promise<readonly (Show & { products: number })[]>
  readRoom(showId: ShowId): Promise<RoomRecord | null>
  /** Where the show leads to once it is over. Null: there is none. */
  readAfter(showId: ShowId): Promise<AfterShow | null>
  /** What anyone may know of a draw; `viewerId`: of whoever asks. Null: there is none. */
  readPublished(activityId: ActivityId, viewerId: ViewerId | null): Promise<PublishedHead | null>
  /** What anyone may know of a red packet; `viewerId`: of whoever asks. Null: there is none. */
  readPublishedPacket(activityId: ActivityId, viewerId: ViewerId | null): Promise<PublishedPacket | null>
  /** The ids of a draw's entries, in the order of entering; fewer than asked for: there are no more. Once it is over they stay. */
  readEntryIds(page: EntryPage): Promise<readonly EntryIdNo[]>
  /** Everything of the show that changed after `cursor`; cheap when nothing did. */
  readRoomSince(showId: ShowId, cursor: number): Promise<RoomDelta>
  /** Of the given shows, those whose newest event is past their cursor. One statement whatever their number. */
  findChangedRooms(cursors: ReadonlyMap<ShowId, number>): Promise<readonly ShowId[]>
  goLive(showId: ShowId, by: StaffId): Promise<Outcome<Show, 'SHOW_NOT_FOUND' | 'SHOW_ENDED'>>
  /** Everybody behind one address may hold what others leave. Safe to repeat. */
  liftCrowd(showId: ShowId, by: StaffId): Promise<Outcome<Show, 'SHOW_NOT_FOUND' | 'SHOW_ENDED'>>
  /** Unchanged lists write nothing. */
  setPins(
    showId: ShowId,
    productIds: readonly ProductId[],
    by: StaffId,
  ): Promise<Outcome<Pins, 'PRODUCT_NOT_FOUND' | 'SHOW_NOT_FOUND' | 'SHOW_ENDED'>>
  /** Keeps the first visit of each viewer to each show. Safe to repeat. */
  noteVisits(visits: readonly Visit[]): Promise<void>
  /** Adds up how long viewers have watched a live show. */
  noteWatching(watching: readonly Watching[]): Promise<void>
  /** Their browser was seen with a session of staff. Safe to repeat. */
  noteStaffViewer(viewerId: ViewerId): Promise<void>
  /** Text and name of all the viewer wrote are gone, with the reports, visits and names elsewhere. Safe to repeat. */
  eraseViewer(request: EraseViewer): Promise<Erased>
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
