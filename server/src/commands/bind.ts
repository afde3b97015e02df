// Binds a command to its place in the contract: who may send it, what it reads, and whether a show must be joined.
import type { SenderKind } from '@lantern/shared/contract/commands.ts'
import type { ShowId, Via } from '@lantern/shared/contract/ids.ts'
import { type Outcome, type Refusal, refuse } from '@lantern/shared/contract/refusals.ts'
import type { z } from 'zod'
import type { Anyone, DoorContext, EnterRoom, Overlay, Ports, RoomContext, Staff, Viewer } from './command.ts'

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

interface Spec<Input> {
  readonly from: readonly SenderKind[]
  readonly input: z.ZodType<Input>
}

type Run<Context, Input> = (ports: Ports, context: Context, input: Input) => Promise<Outcome<unknown>>

function maySend(person: Anyone, from: readonly SenderKind[]): boolean {
  return from.includes(person.kind === 'staff' ? person.role : person.kind)
}

/** A command for which no show needs to be joined. */
export function atTheDoor<Input>(spec: Spec<Input>, run: Run<DoorContext, Input>): BoundCommand {
  return async (ports, session, raw) => {
    if (!maySend(session.person, spec.from)) return refuse('NOT_ALLOWED')
    const input = spec.input.safeParse(raw)
    if (!input.success) return refuse('BAD_INPUT')
    return run(ports, { person: session.person, enter: session.enter }, input.data)
  }
}

interface InRoom<Sender extends Anyone, Input> {
  readonly spec: Spec<Input>
  readonly run: Run<RoomContext<Sender>, Input>
  /** Narrows the sender; null: not one of those who may send it. */
  pick(person: Anyone): Sender | null
}

function inRoom<Sender extends Anyone, Input>({ spec, run, pick }: InRoom<Sender, Input>): BoundCommand {
  return async (ports, { person, showId, via, socketId }, raw) => {
    const sender = maySend(person, spec.from) ? pick(person) : null
    if (sender === null) return refuse('NOT_ALLOWED')
    if (showId === null) return refuse('NOT_JOINED')
    const input = spec.input.safeParse(raw)
    if (!input.success) return refuse('BAD_INPUT')
    return run(ports, { person: sender, showId, via, peer: { showId, peerId: socketId } }, input.data)
  }
}

export function fromEveryone<Input>(spec: Spec<Input>, run: Run<RoomContext, Input>): BoundCommand {
  return inRoom({ spec, run, pick: (person) => (person.kind === 'overlay' ? null : person) })
}

export function fromViewers<Input>(spec: Spec<Input>, run: Run<RoomContext<Viewer>, Input>): BoundCommand {
  return inRoom({ spec, run, pick: (person) => (person.kind === 'viewer' ? person : null) })
}

export function fromStaff<Input>(spec: Spec<Input>, run: Run<RoomContext<Staff>, Input>): BoundCommand {
  return inRoom({ spec, run, pick: (person) => (person.kind === 'staff' ? person : null) })
}

export function fromOverlays<Input>(spec: Spec<Input>, run: Run<RoomContext<Overlay>, Input>): BoundCommand {
  return inRoom({ spec, run, pick: (person) => (person.kind === 'overlay' ? person : null) })
}
