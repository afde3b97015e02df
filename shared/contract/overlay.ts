// The overlay that OBS puts over the picture: how it introduces itself, what it says of itself, what it and staff are told.
import * as z from 'zod'
import { At, ProductId, ShowId } from './ids.ts'

/** Which overlay of a show it is, where there are several: 1-32 characters of A-Z a-z 0-9 _ -. */
export const OverlayName = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/)

/** The token stands behind the # of the overlay's address: it reads one show and changes nothing. */
export const OverlayClaim = z.object({
  as: z.literal('overlay'),
  showId: ShowId,
  token: z.string().min(1).max(128),
  name: OverlayName,
})
export type OverlayClaim = z.infer<typeof OverlayClaim>

/** `active`: OBS has the source in its picture (in a browser: the page is to be seen); `painted`: a frame was drawn since the last beat. */
export const OverlayBeat = z.object({ active: z.boolean(), painted: z.boolean() })
export type OverlayBeat = z.infer<typeof OverlayBeat>

/** How often an overlay beats, in ms. */
export const OVERLAY_BEAT_MS = 5_000

/**
 * `live`: it beats, draws, and is in the picture. `stale`: it is there, but what it shows may be old or unseen: `silent` (no
 * beat for 12 s), `hidden` (OBS does not show the source) or `still` (nothing drawn for 12 s). `gone`: it was closed, or silent for ten minutes.
 */
export const OverlayState = z.enum(['live', 'silent', 'hidden', 'still', 'gone'])
export type OverlayState = z.infer<typeof OverlayState>

/** `seenAt`: its last beat. */
export const OverlaySight = z.object({ name: OverlayName, state: OverlayState, seenAt: At })
export type OverlaySight = z.infer<typeof OverlaySight>

/** `madeAt`: when the address that works now was made; null: none works. Overlays of the last hour, each name once, at most 20. */
export const OverlayStatus = z.object({ madeAt: At.nullable(), overlays: z.array(OverlaySight).max(20) })
export type OverlayStatus = z.infer<typeof OverlayStatus>

/** A paid order as everyone who watches may read it: `buyer` is the first character of the name and `**`. */
export const SoldOrder = z.object({
  id: z.string().min(1).max(64),
  buyer: z.string().max(40),
  items: z.array(z.object({ productId: ProductId, quantity: z.number().int().positive() })).min(1),
  at: At,
})
export type SoldOrder = z.infer<typeof SoldOrder>
