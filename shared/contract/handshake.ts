// How a socket introduces itself: cookies say who it is, the handshake says as what it comes.
import * as z from 'zod'
import { OverlayClaim } from './overlay.ts'

/**
 * `viewer` and `staff` are identified by their httpOnly cookies; `media` is a second socket to the node that serves the
 * picture, identified by the token from the reply to `show:join`; `overlay` by the token in its address. A refused handshake is a connect_error whose `data.code` is a refusal code.
 */
export const Handshake = z.discriminatedUnion('as', [
  z.object({ as: z.literal('viewer') }),
  z.object({ as: z.literal('staff') }),
  z.object({ as: z.literal('media'), mediaToken: z.string().max(2048) }),
  OverlayClaim,
])
export type Handshake = z.infer<typeof Handshake>

/**
 * What page and server say to each other, as a number that rises whenever one of before could not follow: it stands beside the
 * handshake. A page of another number is refused: `PAGE_TOO_OLD`, or TRY_AGAIN where it is the server that is older.
 */
export const PROTOCOL = 2
export const Spoken = z.object({ protocol: z.number().int() })

/** socket.io's path. */
export const SOCKET_PATH = '/room'
/** Largest message in bytes that either side accepts. */
export const MAX_MESSAGE_BYTES = 65_536
