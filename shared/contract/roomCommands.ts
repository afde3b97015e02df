// The commands of the room itself: coming in, and asking for the time.
import * as z from 'zod'
import { commandsOf, USUAL } from '../features/feature.ts'
import { At, ShowId, Via } from './ids.ts'
import type { MediaPlace } from './media.ts'
import { EVERYONE } from './roles.ts'
import type { Snapshot } from './snapshot.ts'

export interface Joined {
  readonly snapshot: Snapshot
  readonly media: MediaPlace
  /** Over how many ms clients spread their return when the connection is lost. */
  readonly reconnectSpreadMs: number
  /** Whether the shop takes several holds of a viewer in one basket. */
  readonly combines: boolean
}

/** `z.nullable(..)`, not `.nullable()`: a method's call would keep every schema in the shopper's page. */
export const ROOM_SCHEMAS = {
  /** The answer is made of all slices there are: see `Joined`. */
  'show:join': { input: z.object({ showId: ShowId, via: z.nullable(Via) }) },
  /** A round trip to estimate the server's clock. */
  'time:sync': { input: z.object({}), output: z.object({ now: At }) },
}

export type RoomSchemas = typeof ROOM_SCHEMAS & { readonly 'show:join': { readonly output: z.ZodType<Joined> } }

const everybody = [...EVERYONE, 'overlay'] as const

export const ROOM_COMMANDS = commandsOf<RoomSchemas>()({
  'show:join': {
    from: everybody,
    refusals: ['SHOW_NOT_FOUND'],
    limit: { times: 30, inSeconds: 10 },
    isUse: false,
  },
  'time:sync': { from: everybody, refusals: [], limit: USUAL, isUse: false },
})
