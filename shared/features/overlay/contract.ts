// Schemas of the overlay that OBS puts over the picture.
import * as z from 'zod'
import { OverlayBeat, OverlayStatus, SoldOrder } from '../../contract/overlay.ts'

const empty = z.object({})

export const COMMANDS = {
  /** Makes the address of this show's overlay anew: the token to stand behind its #, told this once. The one before stops at once. */
  'overlay:renew': { input: empty, output: z.object({ token: z.string() }) },
  /** No overlay of this show may read any more, until a new address is made. Safe to repeat. */
  'overlay:revoke': { input: empty, output: empty },
  /** Which overlays are there, over all processes. */
  'overlay:status': { input: empty, output: OverlayStatus },
  /** An overlay's sign of life, every 5 s. */
  'overlay:beat': { input: OverlayBeat, output: empty },
}

export const EVENTS = {
  /** To overlays alone: the latest paid orders, newest first; one that was paid back is no longer among them. */
  'sold:changed': z.object({ sold: z.array(SoldOrder) }),
}
