// The whole state of a room as one client may see it; late joiners and reconnecting clients get the same.
import * as z from 'zod'
import { ViewerId } from './ids.ts'
import type { StaffState, Own, RoomState } from './slices.ts'

export type { StaffState, Own, RoomState } from './slices.ts'

/** Who the client is in this room. */
export const Self = z.object({
  viewerId: ViewerId,
  name: z.string(),
  role: z.enum(['viewer', 'owner', 'host', 'assistant', 'moderator']),
})
export type Self = z.infer<typeof Self>

export interface Snapshot {
  /** Names the process life whose frames are numbered from `frame` on. */
  readonly epoch: string
  readonly frame: number
  readonly serverNow: number
  readonly room: RoomState
  readonly self: Self
  readonly own: Own
  /** Only for staff. */
  readonly desk: StaffState | null
}
