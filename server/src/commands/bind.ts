// Binds a command to its place in the contract: who may send it, what it reads, and whether a show must be joined.
import { type CommandName, COMMANDS, type SenderKind } from '@lantern/shared/contract/commands.ts'
import type { ShowId, Via } from '@lantern/shared/contract/ids.ts'
import { type Outcome, type Refusal, refuse } from '@lantern/shared/contract/refusals.ts'
import type {
  Anyone,
  Command,
  CommandBeforeJoining,
  EnterRoom,
  FeatureCommandName,
  Ports,
  RoomCommandName,
  Sender,
} from './command.ts'
import { COMMAND_SCHEMAS } from './contract.ts'

/** What the gateway knows of the socket a command came from. */
export interface Session {
  readonly person: Anyone
  readonly socketId: string
  /** Null before show:join. */
  readonly showId: ShowId | null
  readonly via: Via | null
  /** Opened for the picture alone, by a token. */
  readonly isMediaOnly: boolean
  readonly enter: EnterRoom
  /** Looks again at the session behind the socket; the refusal if it is over. A use keeps it from running idle. */
  confirm(isUse: boolean): Promise<Refusal<'SESSION_OVER'> | null>
}

/** Checks sender and input, then runs; never throws for what a client did. */
export type BoundCommand = (ports: Ports, session: Session, raw: unknown) => Promise<Outcome<unknown>>

function maySend(person: Anyone, name: CommandName): boolean {
  const from: readonly SenderKind[] = COMMANDS[name].from
  return from.includes(person.kind === 'staff' ? person.role : person.kind)
}

function isSender<Name extends CommandName>(person: Anyone, name: Name): person is Anyone & Sender<Name> {
  return maySend(person, name)
}

/** A command for which no show needs to be joined. */
export function bindBeforeJoining<Name extends RoomCommandName>(
  name: Name,
  run: CommandBeforeJoining<Name>,
): BoundCommand {
  const { input: schema } = COMMAND_SCHEMAS[name]
  return async (ports, session, raw) => {
    if (!maySend(session.person, name)) return refuse('NOT_ALLOWED')
    const input = schema.safeParse(raw)
    if (!input.success) return refuse('BAD_INPUT')
    return run(ports, { person: session.person, enter: session.enter }, input.data)
  }
}

/** A command of someone who has joined a show. */
export function bindInRoom<Name extends FeatureCommandName>(name: Name, run: Command<Name>): BoundCommand {
  const { input: schema } = COMMAND_SCHEMAS[name]
  return async (ports, { person, showId, via, socketId }, raw) => {
    if (!isSender(person, name)) return refuse('NOT_ALLOWED')
    if (showId === null) return refuse('NOT_JOINED')
    const input = schema.safeParse(raw)
    if (!input.success) return refuse('BAD_INPUT')
    return run(ports, { person, showId, via, peer: { showId, peerId: socketId } }, input.data)
  }
}
