// A client of the room channel for tests: follows frames to the letter and says so when one is missing.
import { randomBytes } from 'node:crypto'
import type { CommandInput, CommandName } from '@lantern/shared/contract/commands.ts'
import { COMMAND_SCHEMAS, EVENT_SCHEMAS } from '../commands/contract.ts'
import type { Frame } from '@lantern/shared/contract/events.ts'
import { PROTOCOL, SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { CommentId, HoldId, type ShowId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import {
  applyChanges,
  type Changes,
  STAFF_SLICES,
  OWN_SLICES,
  ROOM_SLICES,
  type Slices,
  tellAll,
} from '@lantern/shared/contract/slices.ts'
import type { Snapshot } from '@lantern/shared/contract/snapshot.ts'
import { io, type Socket } from 'socket.io-client'
import { TEST_SHOW } from './startTestApp.ts'

export interface TestClientOptions {
  readonly url: string
  readonly cookie: string
  readonly as: 'viewer' | 'staff'
  /** The address it comes from, as a proxy in front would say. */
  readonly from?: string
  readonly showId?: ShowId
}

export interface TestClient {
  readonly socket: Socket
  readonly frames: readonly Frame[]
  snapshot(): Snapshot
  /** Sends whatever it is given. */
  sendRaw(name: string, input: unknown): Promise<Outcome<unknown>>
  send<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<Outcome<unknown>>
  /** Takes a snapshot anew, on the same socket. */
  rejoin(): Promise<Snapshot>
  /** Resolves when the state is as wanted; rejects with the last state after 20 s. */
  until(isWanted: (snapshot: Snapshot) => boolean): Promise<Snapshot>
  close(): void
}

export const newHoldId = () => HoldId.parse(`h_${randomBytes(9).toString('hex')}`)
export const newCommentId = () => CommentId.parse(`c_${randomBytes(9).toString('hex')}`)

const PATIENCE_MS = 20_000

function applyFrame(snapshot: Snapshot, { n, room = {}, desk }: Frame): Snapshot {
  if (desk !== undefined && snapshot.desk === null) throw new Error('what is for staff reached someone who is not')
  return {
    ...snapshot,
    frame: n,
    room: asTold(ROOM_SLICES, snapshot.room, room),
    desk: snapshot.desk && asTold(STAFF_SLICES, snapshot.desk, desk ?? {}),
  }
}

/** What a snapshot taken now would say. */
function asTold<State extends object>(slices: Slices<State>, state: State, changes: Changes<State>): State {
  return tellAll(slices, applyChanges(slices, state, changes))
}

export function connectSocket({ url, cookie, as, from }: Omit<TestClientOptions, 'showId'>): Promise<Socket> {
  const socket = io(url, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { as, protocol: PROTOCOL },
    extraHeaders: { cookie, ...(from !== undefined && { 'x-forwarded-for': from }) },
  })
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', (error) => {
      socket.close()
      reject(error)
    })
  })
}

function createFollower(socket: Socket) {
  const frames: Frame[] = []
  const listeners = new Set<() => void>()
  let snapshot: Snapshot | null = null

  const follow = (frame: Frame) => {
    if (snapshot === null) return
    if (frame.epoch !== snapshot.epoch || frame.n !== snapshot.frame + 1) {
      throw new Error(`frame ${frame.n} came after ${snapshot.frame}`)
    }
    snapshot = applyFrame(snapshot, frame)
  }
  const tell = () => listeners.forEach((listener) => listener())
  socket.on('frame', (raw: unknown) => {
    const frame = EVENT_SCHEMAS.frame.parse(raw)
    frames.push(frame)
    follow(frame)
    tell()
  })
  socket.on('own:changed', (raw: unknown) => {
    const own = EVENT_SCHEMAS['own:changed'].parse(raw)
    if (snapshot !== null) snapshot = { ...snapshot, own: applyChanges(OWN_SLICES, snapshot.own, own) }
    tell()
  })
  const start = (fresh: Snapshot) => {
    snapshot = fresh
    // What came behind the reply may have been heard before whoever waits for the reply.
    for (const frame of frames) if (frame.epoch === fresh.epoch && frame.n > fresh.frame) follow(frame)
  }
  const read = () => {
    if (snapshot === null) throw new Error('not joined yet')
    return snapshot
  }
  return { frames, listeners, start, read }
}

/** Connects and joins. */
export async function joinShow(options: TestClientOptions): Promise<TestClient> {
  const socket = await connectSocket(options)
  const { frames, listeners, start, read } = createFollower(socket)
  const sendRaw = (name: string, input: unknown): Promise<Outcome<unknown>> =>
    socket.timeout(PATIENCE_MS).emitWithAck(name, input)
  const rejoin = async () => {
    const outcome = await sendRaw('show:join', { showId: options.showId ?? TEST_SHOW, via: null })
    if (!outcome.ok) throw new Error(`join refused: ${outcome.code}`)
    start(COMMAND_SCHEMAS['show:join'].output.parse(outcome.value).snapshot)
    return read()
  }
  const until = (isWanted: (snapshot: Snapshot) => boolean) =>
    new Promise<Snapshot>((resolve, reject) => {
      const end = () => {
        clearTimeout(timer)
        listeners.delete(check)
      }
      const check = () => {
        if (!isWanted(read())) return
        end()
        resolve(read())
      }
      const timer = setTimeout(() => {
        end()
        reject(new Error(`not as wanted within ${PATIENCE_MS} ms: ${JSON.stringify(read())}`))
      }, PATIENCE_MS)
      listeners.add(check)
      check()
    })
  await rejoin()
  return { socket, frames, snapshot: read, sendRaw, send: sendRaw, rejoin, until, close: () => void socket.close() }
}
