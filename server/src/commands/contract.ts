// The schemas of everything that is said over the socket, put together from the features' contracts.
import { At } from '@lantern/shared/contract/ids.ts'
import type { CommandInput, CommandName, CommandOutput } from '@lantern/shared/contract/commands.ts'
import type { EventName, EventPayload } from '@lantern/shared/contract/events.ts'
import { joinDisjoint, partOf } from '@lantern/shared/contract/joinDisjoint.ts'
import { MediaPlace } from '@lantern/shared/contract/media.ts'
import { RefusalCode } from '@lantern/shared/contract/refusals.ts'
import { ROOM_SCHEMAS } from '@lantern/shared/contract/roomCommands.ts'
import { type StaffState, type Own, type RoomState, Self } from '@lantern/shared/contract/snapshot.ts'
import * as z from 'zod'
import * as features from '../features/features.ts'

const CONTRACTS = Object.values(features).map(({ contract }) => contract)

function stateFor<State>(audience: 'everyone' | 'staff' | 'own') {
  const pieces = joinDisjoint(CONTRACTS.map((contract) => partOf(partOf(contract, 'SLICES'), audience)))
  return z.object(pieces as { readonly [Name in keyof State & string]: z.ZodType<State[Name]> })
}

/** What everyone in the room sees. */
export const ROOM_STATE = stateFor<RoomState>('everyone')
/** What staff see beside it. */
export const STAFF_STATE = stateFor<StaffState>('staff')
/** What is the viewer's own in this show. */
export const OWN = stateFor<Own>('own')

/** `epoch` names the process life whose frames are numbered from `frame` on; `desk` is for staff alone. */
export const SNAPSHOT = z.object({
  epoch: z.string(),
  frame: z.number().int().nonnegative(),
  serverNow: At,
  room: ROOM_STATE,
  self: Self,
  own: OWN,
  desk: STAFF_STATE.nullable(),
})

/** `n` rises by one per room, audience and process life (`epoch`); a gap or a new epoch means: take a snapshot (`show:join` again). Staff and viewers are separate audiences. `room`: the pieces that changed, each as its merge takes them in; `desk`: the same, to staff alone. */
export const FRAME = z.object({
  epoch: z.string(),
  n: z.number().int().positive(),
  now: At,
  room: ROOM_STATE.partial().optional(),
  desk: STAFF_STATE.partial().optional(),
})

const JOINED = z.object({
  snapshot: SNAPSHOT,
  media: MediaPlace,
  reconnectSpreadMs: z.number().int().nonnegative(),
  combines: z.boolean(),
})

type CommandSchemas = {
  readonly [Name in CommandName]: {
    readonly input: z.ZodType<CommandInput<Name>>
    readonly output: z.ZodType<CommandOutput<Name>>
  }
}

/** What each command reads and answers. */
export const COMMAND_SCHEMAS = joinDisjoint([
  { ...ROOM_SCHEMAS, 'show:join': { ...ROOM_SCHEMAS['show:join'], output: JOINED } },
  ...CONTRACTS.map(({ COMMANDS }) => COMMANDS),
]) as CommandSchemas

/** What each event tells. */
export const EVENT_SCHEMAS = joinDisjoint([
  {
    /** One message to everyone in a room. */
    frame: FRAME,
    /** What changed of the viewer's own, on every tab of theirs. */
    'own:changed': OWN.partial(),
    /** Who the socket came as is over (logged out, token no longer good): it is closed and need not come back as that. */
    'session:over': z.object({ code: RefusalCode }),
    /** The process is about to stop: reconnect after a random part of `spreadMs`. */
    'server:draining': z.object({ spreadMs: z.number().int().nonnegative() }),
  },
  ...CONTRACTS.map((contract) => partOf(contract, 'EVENTS')),
]) as { readonly [Name in EventName]: z.ZodType<EventPayload<Name>> }
