// What the reply to a command brings into the client's model, before the event that follows.
import { COMMANDS, type CommandName, type CommandReply } from '../contract/commands.ts'
import { type Changes, fitAll, OWN_SLICES, ROOM_SLICES } from '../contract/slices.ts'
import type { Own, RoomState } from '../contract/snapshot.ts'

export interface Brought {
  readonly room?: Changes<RoomState>
  readonly own?: Changes<Own>
}

/** Of a rule what is read here; each has at least a limit. */
interface Bringing {
  readonly limit: object
  readonly brings?: (value: never) => object
  readonly refusedBrings?: (detail: Readonly<Record<string, unknown>>) => object
}

const RULES: ReadonlyMap<string, Bringing> = new Map(Object.entries(COMMANDS))

/** Empty: nothing. Null: it is of another shape than the contract's. */
export function broughtBy<Name extends CommandName>(name: Name, reply: CommandReply<Name>): Brought | null {
  const rule = RULES.get(name)
  // `commandsOf` has seen that each rule takes the value of its own command.
  const brought = reply.ok ? rule?.brings?.(reply.value as never) : rule?.refusedBrings?.(reply.detail ?? {})
  return isBrought(brought ?? {}) ? (brought ?? {}) : null
}

function isBrought(brought: Brought): boolean {
  const { room = {}, own = {} } = brought
  return fitAll(ROOM_SLICES, room, 'some') && fitAll(OWN_SLICES, own, 'some')
}
