// The whole state of a room as one client may see it; late joiners and reconnecting clients get the same.
import * as z from 'zod'
import { Buying } from './buying.ts'
import { At, CommentId, Minor, Units, ViewerId } from './ids.ts'
import { DeskComment, Likes, Standing, Talk } from './talk.ts'
import { Comment, DeskHold, DeskOrder, FlashSale, Hold, Offer, Pins, Product, Show, Wait } from './things.ts'

/** What everyone in the room sees; serialised once per tick for all joiners. */
export const RoomState = z.object({
  show: Show,
  products: z.array(Product),
  offers: z.array(Offer),
  pins: Pins,
  /** The sale that is announced, running or ended last; null before the first. */
  sale: FlashSale.nullable(),
  /** Comment to buy; null: it was never set up. */
  buying: Buying.nullable(),
  /** The latest comments, oldest first, at most 50. */
  comments: z.array(Comment),
  /** Comments that were taken away lately, the latest 50: whoever still shows one drops it. */
  removed: z.array(CommentId),
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
  holds: z.array(DeskHold),
  /** Newest first, at most 200. */
  orders: z.array(DeskOrder),
  totals: DeskTotals,
  /** Comments that are not plain: held, hidden, silent or reported; in no order, at most 200. */
  marked: z.array(DeskComment),
  /** Viewers who may not write here, at most 200. */
  standings: z.array(Standing),
})
export type Desk = z.infer<typeof Desk>

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
  /** The viewer's own holds in this show that still matter: live ones, and paid or late ones. */
  holds: z.array(Hold),
  /** The viewer's own places in line. */
  waits: z.array(Wait),
  /** Only for staff. */
  desk: Desk.nullable(),
})
export type Snapshot = z.infer<typeof Snapshot>
