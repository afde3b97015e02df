// The whole state of a room as one client may see it; late joiners and reconnecting clients get the same.
import * as z from 'zod'
import { Buying } from './buying.ts'
import { At, CommentId, Minor, Units, ViewerId } from './ids.ts'
import { DeskComment, Likes, Standing, Talk } from './talk.ts'
import { Comment, DeskHold, DeskOrder, FlashSale, Hold, Offer, Pins, Product, Show, Wait } from './things.ts'

/** What everyone in the room sees; serialised once per tick for all joiners. */
export const RoomState = z.object({
  show: Show,
  products: z.array(Product).readonly(),
  offers: z.array(Offer).readonly(),
  pins: Pins,
  /** The sale that is announced, running or ended last; null before the first. */
  sale: FlashSale.nullable(),
  /** Comment to buy; null: it was never set up. */
  buying: Buying.nullable(),
  /** The latest comments, oldest first, at most 50; and those taken away lately, at most 50: whoever still shows one drops it. */
  comments: z.object({ rows: z.array(Comment).readonly(), removed: z.array(CommentId).readonly() }),
  talk: Talk,
  likes: Likes,
  /** People, not tabs. */
  viewers: Units,
})
export type RoomState = z.infer<typeof RoomState>

/** What staff see beside it. */
export const DeskTotals = z.object({
  held: Units,
  paid: Units,
  soldMinor: Minor,
  needsYou: Units,
})
export type DeskTotals = z.infer<typeof DeskTotals>

export const Desk = z.object({
  /** Live holds and those that ended lately, newest first, at most 200. */
  holds: z.array(DeskHold).readonly(),
  /** Newest first, at most 200. */
  orders: z.array(DeskOrder).readonly(),
  totals: DeskTotals,
  /** Comments that are not plain: held, hidden, silent or reported; in no order, at most 200. */
  marked: z.array(DeskComment).readonly(),
  /** Viewers who may not write here, at most 200. */
  standings: z.array(Standing).readonly(),
})
export type Desk = z.infer<typeof Desk>

/** What is the viewer's own in this show. */
export const Own = z.object({
  /** Holds that still matter: live ones, and paid or late ones. */
  holds: z.array(Hold).readonly(),
  /** Places in line, also those that have just ended. */
  waits: z.array(Wait).readonly(),
})
export type Own = z.infer<typeof Own>

/** Who the client is in this room. */
export const Self = z.object({
  viewerId: ViewerId,
  name: z.string(),
  role: z.enum(['viewer', 'owner', 'host', 'assistant', 'moderator']),
})
export type Self = z.infer<typeof Self>

export const Snapshot = z.object({
  /** Names the process life whose frames are numbered from `frame` on. */
  epoch: z.string(),
  frame: z.number().int().nonnegative(),
  serverNow: At,
  room: RoomState,
  self: Self,
  own: Own,
  /** Only for staff. */
  desk: Desk.nullable(),
})
export type Snapshot = z.infer<typeof Snapshot>
