// Server to client: facts in the past tense. A room's facts travel in numbered frames, a viewer's own ones alone.
import * as z from 'zod'
import { Buying } from './buying.ts'
import { At, CommentId, Units } from './ids.ts'
import { SoldOrder } from './overlay.ts'
import { RefusalCode } from './refusals.ts'
import { DeskTotals } from './snapshot.ts'
import { DeskComment, Likes, Standing, Talk } from './talk.ts'
import { Comment, DeskHold, DeskOrder, FlashSale, Hold, Offer, Pins, Show, Wait } from './things.ts'

export const RoomEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('show:changed'), show: Show }),
  z.object({ type: z.literal('pins:changed'), pins: Pins }),
  z.object({ type: z.literal('sale:changed'), sale: FlashSale }),
  z.object({ type: z.literal('buying:changed'), buying: Buying }),
  z.object({ type: z.literal('stock:changed'), offers: z.array(Offer) }),
  z.object({ type: z.literal('viewers:changed'), viewers: Units }),
  z.object({ type: z.literal('comments:added'), comments: z.array(Comment) }),
  /** Nobody is to see these any more: hidden, or erased. `comments:added` brings one back. */
  z.object({ type: z.literal('comments:removed'), ids: z.array(CommentId) }),
  z.object({ type: z.literal('talk:changed'), talk: Talk }),
  /** Taps of the whole show so far; it only rises. */
  z.object({ type: z.literal('likes:changed'), likes: Likes }),
  /** To staff: comments that are not plain, or were until now. */
  z.object({ type: z.literal('comments:marked'), comments: z.array(DeskComment) }),
  /** To staff: who may not write, or may again. */
  z.object({ type: z.literal('standings:changed'), standings: z.array(Standing) }),
  z.object({ type: z.literal('holds:changed'), holds: z.array(DeskHold), totals: DeskTotals }),
  z.object({ type: z.literal('orders:changed'), orders: z.array(DeskOrder), totals: DeskTotals }),
])
export type RoomEvent = z.infer<typeof RoomEvent>

/**
 * One message to everyone in a room. `n` rises by one per room, audience and process life (`epoch`);
 * a gap or a new epoch means: take a snapshot (`show:join` again). Staff and viewers are separate audiences.
 */
export const Frame = z.object({
  epoch: z.string(),
  n: z.number().int().positive(),
  now: At,
  events: z.array(RoomEvent),
})
export type Frame = z.infer<typeof Frame>

/** socket.io event name -> payload. */
export const EVENTS = {
  frame: Frame,
  /** The viewer's own holds changed (granted, paying, paid, released, expired ...), on every tab of theirs. */
  'own:changed': z.object({ holds: z.array(Hold), waits: z.array(Wait) }),
  /** To overlays alone: the latest paid orders, newest first; one that was paid back is no longer among them. */
  'sold:changed': z.object({ sold: z.array(SoldOrder) }),
  /** The picture's source on this node changed or died: subscribe anew. */
  'media:reset': z.object({ reason: z.enum(['worker_died', 'producer_changed', 'producer_closed']) }),
  /** Who the socket came as is over (logged out, token no longer good): it is closed and need not come back as that. */
  'session:over': z.object({ code: RefusalCode }),
  /** The process is about to stop: reconnect after a random part of `spreadMs`. */
  'server:draining': z.object({ spreadMs: z.number().int().nonnegative() }),
} as const
export type EventName = keyof typeof EVENTS
export type EventPayload<Name extends EventName> = z.infer<(typeof EVENTS)[Name]>
