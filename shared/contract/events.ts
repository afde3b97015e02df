// Server to client: facts in the past tense. A room's facts travel in numbered frames, a viewer's own ones alone.
import * as z from 'zod'
import { At } from './ids.ts'
import { SoldOrder } from './overlay.ts'
import { RefusalCode } from './refusals.ts'
import { Desk, Own, RoomState } from './snapshot.ts'

/**
 * One message to everyone in a room. `n` rises by one per room, audience and process life (`epoch`);
 * a gap or a new epoch means: take a snapshot (`show:join` again). Staff and viewers are separate audiences.
 */
export const Frame = z.object({
  epoch: z.string(),
  n: z.number().int().positive(),
  now: At,
  /** The pieces of the room that changed, each as its merge takes them in (slices.ts). */
  room: RoomState.partial().optional(),
  /** To staff alone. */
  desk: Desk.partial().optional(),
})
export type Frame = z.infer<typeof Frame>

/** socket.io event name -> payload. */
export const EVENTS = {
  frame: Frame,
  /** The viewer's own holds changed (granted, paying, paid, released, expired ...), on every tab of theirs. */
  'own:changed': Own.partial(),
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
