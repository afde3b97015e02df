// What the reply to a command brings into the client's model, before the event that follows.
import type { CommandName, CommandOutput, CommandReply } from '../contract/commands.ts'
import { type Changes, fitAll, OWN_SLICES, ROOM_SLICES } from '../contract/slices.ts'
import type { Own, RoomState } from '../contract/snapshot.ts'
import type { Hold } from '../contract/things.ts'

export interface Brought {
  readonly room?: Changes<RoomState>
  readonly own?: Changes<Own>
}

type Brings = { readonly [Name in CommandName]?: (value: CommandOutput<Name>) => Brought }

const ownHold = (hold: Hold): Brought => ({ own: { holds: [hold] } })

const BRINGS: Brings = {
  'hold:place': ownHold,
  'hold:change': ownHold,
  'hold:release': ownHold,
  'waitlist:join': (wait) => ({ own: { waits: [wait] } }),
  'offer:change': (offer) => ({ room: { offers: [offer] } }),
  // Shown even where the room is too loud for all comments; what it bought is for the one who asked.
  'comment:post': ({ bought: _, ...comment }) => ({ room: { comments: { rows: [comment], removed: [] } } }),
}

/** Staff who hold for a viewer are told of a hold that is not their own. */
const OF_OTHERS: ReadonlySet<CommandName> = new Set<CommandName>(['buying:take'])

/** Empty: nothing. Null: it is of another shape than the contract's. A refusal that tells a hold (ALREADY_HELD) brings it, too. */
export function broughtBy<Name extends CommandName>(name: Name, reply: CommandReply<Name>): Brought | null {
  const brought = reply.ok ? (BRINGS[name]?.(reply.value) ?? {}) : toldBeside(name, reply.detail?.['hold'])
  const { room = {}, own = {} } = brought
  return fitAll(ROOM_SLICES, room, 'some') && fitAll(OWN_SLICES, own, 'some') ? brought : null
}

function toldBeside(name: CommandName, hold: unknown): Brought {
  return !OF_OTHERS.has(name) && isHold(hold) ? ownHold(hold) : {}
}

function isHold(value: unknown): value is Hold {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'lines' in value && OWN_SLICES.holds.fits([value])
  )
}
