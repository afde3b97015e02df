// The page of whoever shares: a link for each group, what came of each, and what was earned by them; and what staff see of sharers.
import * as z from 'zod'
import { CommissionLine, CommissionMoney, SharingTerms, StaffSharer } from './commission.ts'
import { Messenger, MOST_NAME } from './groups.ts'
import { At, Currency, HoldId, Minor, OrderId, ShowId } from './ids.ts'
import { plainText } from './plainText.ts'
import { SharerId } from './sharing.ts'
import { LocalText, ShowPhase } from './things.ts'

/** What stands behind /my/: whose page it is, and 16 letters and digits that only this shop can write behind it. */
export const SharerCode = z.string().regex(/^[A-Za-z0-9_-]{8,64}[A-Za-z0-9]{16}$/)

/** Of one sharer for one show; voided ones count. */
export const MOST_OWN_LINKS = 30
/** Of a sharer's page: those of the latest shows. */
export const MOST_LINKS_SHOWN = 200

/** Of a link, as it stands behind /l/. */
const ShownCode = z.string().regex(/^[A-Za-z0-9]{12}$/)

const count = z.number().int().nonnegative()

/** What came of links, without the sharer's own opens; `orders`: that still bring something; `back`: of which something came back. */
export const CameOfSharing = z.object({ opens: count, people: count, holds: count, orders: count, back: count })
export type CameOfSharing = z.infer<typeof CameOfSharing>

export const SharerLink = CameOfSharing.extend({
  code: z.string(),
  showId: ShowId,
  /** Where it goes, as the sharer calls it; null: the one of the show's own page. */
  name: z.string().nullable(),
  messenger: Messenger.nullable(),
  /** Since then it brings nobody; null: it does. */
  overAt: At.nullable(),
})
export type SharerLink = z.infer<typeof SharerLink>

export const SharerShow = z.object({
  id: ShowId,
  title: LocalText,
  startsAt: At,
  phase: ShowPhase,
  /** Whether it is still worth a link: it has not ended. */
  isOpen: z.boolean(),
})
export type SharerShow = z.infer<typeof SharerShow>

/** GET /api/sharer/:code: for the browser that the page is bound to. */
export const SharerState = z.object({
  now: At,
  shop: z.string(),
  name: z.string(),
  joinedAt: At,
  /** Stopped, or ended by staff: links count for nobody, what was earned stays. */
  isOver: z.boolean(),
  /** Whether the shop shows sharers who has brought most. */
  hasBoard: z.boolean(),
  terms: SharingTerms,
  /** The latest first. */
  shows: z.array(SharerShow),
  links: z.array(SharerLink).max(MOST_LINKS_SHOWN),
  /** Of all links there ever were; a person is counted once. */
  came: CameOfSharing,
  money: z.array(CommissionMoney),
  /** The newest first. */
  lines: z.array(CommissionLine),
  payouts: z.array(z.object({ at: At, currency: Currency, amountMinor: Minor })),
})
export type SharerState = z.infer<typeof SharerState>

/** POST /api/sharer/:code/links: `id` made by the page, so that asking twice makes one. Without a name: the one of the show's own page. */
export const MakeSharerLink = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{8,24}$/),
  showId: ShowId,
  name: plainText(MOST_NAME).nullable(),
  messenger: Messenger.nullable(),
})
export type MakeSharerLink = z.infer<typeof MakeSharerLink>
/** POST /api/sharer/:code/links/void: for good. Safe to repeat. */
export const VoidSharerLink = z.object({ code: ShownCode })
export const MadeSharerLink = z.object({ code: ShownCode })

/** IANA name of a zone; months begin at its midnight. */
const Zone = z.string().max(60).default('UTC')
const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)

/** Query of GET /api/sharer/:code/statement.csv: orders and payouts of a month, one a line. */
export const StatementQuery = z.object({ month: Month, zone: Zone })
/** Query of GET /api/sharers/statement.csv: of one sharer, or of all. */
export const SharersStatementQuery = StatementQuery.extend({ sharer: SharerId.optional() })

/** Query of a board: of a show, or of a month; of this month where neither is said. */
export const BoardQuery = z.object({ ofShow: ShowId.optional(), ofMonth: Month.optional(), zone: Zone })
export type BoardQuery = z.infer<typeof BoardQuery>

/** GET /api/sharer/:code/board: whoever brought most orders that still count. */
export const SharersBoard = z.object({
  rows: z.array(
    z.object({
      /** The same for as many orders. */
      place: z.number().int().positive(),
      /** As they chose; null: they have not agreed that others read it, or were erased. */
      name: z.string().nullable(),
      orders: count,
      isMe: z.boolean(),
    }),
  ),
})
export type SharersBoard = z.infer<typeof SharersBoard>

/** GET /api/sharers/board: the same for staff, with what it brought them. */
export const StaffBoard = z.object({
  rows: z.array(
    z.object({
      place: z.number().int().positive(),
      id: SharerId,
      name: z.string(),
      orders: count,
      earned: z.array(z.object({ currency: Currency, minor: z.number().int() })),
    }),
  ),
})
export type StaffBoard = z.infer<typeof StaffBoard>

/** GET /api/sharers: `page`: whether a phone has opened theirs; none of who was erased. */
export const SharerPages = z.object({
  sharers: z.array(StaffSharer.extend({ page: z.enum(['none', 'new', 'bound']) })),
  shows: z.array(SharerShow),
})
export type SharerPages = z.infer<typeof SharerPages>

/** POST /api/sharers/:id/page (the owner): the address of their page, as phones reach it. */
export const SharerPageUrl = z.object({ url: z.string() })

/** Query of GET /api/sharers/order: the shop's number of an order, or the id of its hold. */
export const TreeQuery = z.object({ id: z.string().min(1).max(200) })

const Named = z.object({ id: SharerId, name: z.string() })

/** GET /api/sharers/order (staff): who brought the buyer of an order, how, and what it brought whom. */
export const OrderTree = z.object({
  orderId: OrderId.nullable(),
  holdId: HoldId,
  showTitle: LocalText,
  /** Empty: erased. */
  buyer: z.string(),
  totalMinor: Minor,
  currency: Currency,
  /** Null: nobody is credited. */
  credit: z
    .object({
      sharer: Named,
      /** Whoever brought that sharer; null: nobody who earns by it. */
      upper: Named.nullable(),
      by: z.enum(['click', 'order']),
      link: z.string(),
      linkName: z.string().nullable(),
      rules: z.number().int().positive(),
      /** The buyer's opens of that link, day by day; none: erased, or so quick that they were not stored yet. */
      clicks: z.array(z.object({ firstAt: At, lastAt: At, clicks: count })),
    })
    .nullable(),
  lines: z.array(CommissionLine.extend({ sharer: z.string() })),
})
export type OrderTree = z.infer<typeof OrderTree>
