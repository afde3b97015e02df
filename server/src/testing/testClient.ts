// A client of the room channel for tests: follows frames to the letter and says so when one is missing.
import { randomBytes } from 'node:crypto'
import type { CommandInput, CommandName } from '@lantern/shared/contract/commands.ts'
import { COMMANDS } from '@lantern/shared/contract/commands.ts'
import { EVENTS, type Frame, type RoomEvent } from '@lantern/shared/contract/events.ts'
import { SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { CommentId, HoldId, type ShowId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Snapshot } from '@lantern/shared/contract/snapshot.ts'
import type { DeskComment } from '@lantern/shared/contract/talk.ts'
import { withoutComments } from '@lantern/shared/contract/withoutComments.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
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
  /** Resolves when the state is as wanted; rejects with the last state after 5 s. */
  until(isWanted: (snapshot: Snapshot) => boolean): Promise<Snapshot>
  close(): void
}

export const newHoldId = () => HoldId.parse(`h_${randomBytes(9).toString('hex')}`)
export const newCommentId = () => CommentId.parse(`c_${randomBytes(9).toString('hex')}`)

const PATIENCE_MS = 5_000

function replaceById<Thing extends { id: string }>(old: readonly Thing[], changed: readonly Thing[]): Thing[] {
  const byId = new Map(changed.map((thing) => [thing.id, thing]))
  const kept = old.map((thing) => byId.get(thing.id) ?? thing)
  const known = new Set(old.map((thing) => thing.id))
  return [...kept, ...changed.filter((thing) => !known.has(thing.id))]
}

/** What comes back may have a place in the middle. */
function addComments(room: Snapshot['room'], added: readonly Comment[]): Partial<Snapshot['room']> {
  const comments = replaceById(room.comments, added).sort((a, b) => a.seq - b.seq)
  const back = new Set(added.map(({ id }) => id))
  return { comments: comments.slice(-50), removed: room.removed.filter((id) => !back.has(id)) }
}

type DeskEvent = Extract<
  RoomEvent,
  { type: 'holds:changed' | 'orders:changed' | 'comments:marked' | 'standings:changed' }
>

const isMarked = ({ state, reports }: DeskComment) => state !== 'erased' && (state !== 'shown' || reports > 0)

function applyToDesk(snapshot: Snapshot, event: DeskEvent): Snapshot {
  const { desk } = snapshot
  if (desk === null) throw new Error(`${event.type} reached someone who is not staff`)
  if (event.type === 'orders:changed') return { ...snapshot, desk: { ...desk, totals: event.totals } }
  if (event.type === 'comments:marked') {
    return { ...snapshot, desk: { ...desk, marked: replaceById(desk.marked, event.comments).filter(isMarked) } }
  }
  if (event.type === 'standings:changed') return { ...snapshot, desk: { ...desk, standings: event.standings } }
  return { ...snapshot, desk: { ...desk, holds: replaceById(desk.holds, event.holds), totals: event.totals } }
}

function applyEvent(snapshot: Snapshot, event: RoomEvent): Snapshot {
  const { room } = snapshot
  const withRoom = (change: Partial<Snapshot['room']>) => ({ ...snapshot, room: { ...room, ...change } })
  if (event.type === 'show:changed') return withRoom({ show: event.show })
  if (event.type === 'pins:changed') return withRoom({ pins: event.pins })
  if (event.type === 'sale:changed') return withRoom({ sale: event.sale })
  if (event.type === 'buying:changed') return withRoom({ buying: event.buying })
  if (event.type === 'viewers:changed') return withRoom({ viewers: event.viewers })
  if (event.type === 'stock:changed') return withRoom({ offers: replaceById(room.offers, event.offers) })
  if (event.type === 'talk:changed') return withRoom({ talk: event.talk })
  if (event.type === 'likes:changed') return withRoom({ likes: event.likes })
  if (event.type === 'comments:added') return withRoom(addComments(room, event.comments))
  if (event.type === 'comments:removed') {
    const removed = [...event.ids, ...room.removed]
    return withRoom({ comments: withoutComments(room.comments, event.ids), removed })
  }
  return applyToDesk(snapshot, event)
}

export function connectSocket({ url, cookie, as, from }: Omit<TestClientOptions, 'showId'>): Promise<Socket> {
  const socket = io(url, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { as },
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
  let early: Frame[] = []

  const follow = (frame: Frame) => {
    if (snapshot === null) return void early.push(frame)
    if (frame.epoch !== snapshot.epoch || frame.n !== snapshot.frame + 1) {
      throw new Error(`frame ${frame.n} came after ${snapshot.frame}`)
    }
    snapshot = { ...frame.events.reduce(applyEvent, snapshot), frame: frame.n }
  }
  const tell = () => listeners.forEach((listener) => listener())
  socket.on('frame', (raw: unknown) => {
    const frame = EVENTS.frame.parse(raw)
    frames.push(frame)
    follow(frame)
    tell()
  })
  socket.on('own:changed', (raw: unknown) => {
    const { holds } = EVENTS['own:changed'].parse(raw)
    if (snapshot !== null) snapshot = { ...snapshot, holds: replaceById(snapshot.holds, holds) }
    tell()
  })
  const start = (fresh: Snapshot) => {
    snapshot = fresh
    const waiting = early
    early = []
    for (const frame of waiting) if (frame.n > fresh.frame) follow(frame)
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
    start(COMMANDS['show:join'].output.parse(outcome.value).snapshot)
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
