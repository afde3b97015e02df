// The way in: checks where sockets come from and who they are, seats them and hands their messages on.
import type { Server as HttpServer } from 'node:http'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Server as HttpsServer } from 'node:https'
import type { EventPayload } from '@lantern/shared/contract/events.ts'
import type { Identity } from '../identity/identity.ts'
import type { SourceOf } from '../identity/source.ts'
import type { VisitOf } from '../identity/visited.ts'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'
import type { Dispatch } from './dispatch.ts'
import { createIntroduce, type Introduction, type NoteStaffViewer } from './handshake.ts'
import type { Line } from './lines.ts'
import { BinaryPacket, frameInOnePiece } from './packets.ts'
import { createSeat, type SeatParts, spreadOf } from './seat.ts'
import { closeAsOver, type SessionWatchParts, watchSession } from './sessionWatch.ts'
import { roomNames, type RoomSocket, type Sockets } from './sockets.ts'

/** engine.io's code of a connection that `allowRequest` refused. */
const FORBIDDEN = 4

export interface GatewayParts extends SeatParts {
  readonly store: { readonly noteStaffViewer: NoteStaffViewer }
  readonly sockets: Sockets
  readonly identity: Identity
  readonly dispatch: Dispatch
  readonly sourceOf: SourceOf
  /** By which host and scheme a request came. */
  readonly visitOf: VisitOf
  readonly metrics: Metrics
  /** How often an open socket's session is looked at again, in ms. */
  readonly sessionCheckMs: number
  readonly log: Log
}

export interface Gateway {
  attach(server: HttpServer | HttpsServer): void
  /** Sockets on this node that take the show's picture must subscribe anew. */
  resetMedia(showId: ShowId, reason: EventPayload<'media:reset'>['reason']): void
  countSockets(): number
  /** Tells the sockets of viewers whose cookies are good no more, and those of their picture, and closes them. */
  closeRevoked(): void
  /** Tells every socket that the process is about to stop. */
  drain(): void
  /** Closes every socket and lets no more in. Idempotent. */
  close(): void
}

/** What socket.io hands to the client as `error.data` of its connect_error. */
class Refused extends Error {
  readonly data: { readonly code: string }
  constructor(code: string) {
    super(code)
    this.data = { code }
  }
}

interface Admitted extends Pick<SessionWatchParts, 'ask'> {
  readonly introduction: Introduction
}

function seatSocket(parts: GatewayParts, socket: RoomSocket, { introduction, ask }: Admitted): void {
  const { log, rooms, sessionCheckMs: everyMs } = parts
  const seat = createSeat(parts, socket, introduction)
  let hasSent = false
  // The host who is on air has work to do beside the page.
  const isInUse = () => {
    const { showId } = seat.readSession()
    return hasSent && showId !== null && rooms.peek(showId)?.roomState().show.phase === 'live'
  }
  const { confirm } = watchSession({ ask, isInUse, everyMs, log }, socket, introduction)
  socket.onAny((name: string, ...args: unknown[]) => {
    hasSent ||= name === 'media:produce'
    parts.dispatch.handle(() => ({ ...seat.readSession(), confirm }), { name, args })
  })
  socket.on('disconnect', () => seat.leave())
  closeIfIdle(socket, () => seat.readSession().showId !== null)
  countBroken(parts.metrics, socket)
}

const JOIN_WITHIN_MS = 60_000

/** Every page of ours joins a show at once. */
function closeIfIdle(socket: RoomSocket, hasJoined: () => boolean): void {
  const timer = setTimeout(() => {
    if (!hasJoined()) socket.disconnect(true)
  }, JOIN_WITHIN_MS)
  timer.unref()
  socket.on('disconnect', () => clearTimeout(timer))
}

/** What cannot be read as a packet closes the socket by itself. */
function countBroken(metrics: Metrics, socket: RoomSocket): void {
  socket.on('error', (error: unknown) => {
    // A client may send an event of this name: then it is a message like any other.
    if (error instanceof Error) metrics.countRefusedFrame(error instanceof BinaryPacket ? 'binary' : 'malformed')
  })
  socket.on('disconnect', (reason) => {
    if (reason === 'parse error') metrics.countRefusedFrame('malformed')
  })
}

type Introductions = WeakMap<RoomSocket, Introduction>

/** Answers with what it knows of each socket. */
function letIn(parts: GatewayParts): Introductions {
  const { sockets, identity, metrics, log } = parts
  const introduce = createIntroduce(identity, parts.store.noteStaffViewer)
  const introductions: Introductions = new WeakMap()
  const arrivalOf = ({ handshake: { auth, address, headers }, request }: RoomSocket) => {
    const source = () => parts.sourceOf({ address, forwardedFor: headers['x-forwarded-for'] })
    return { auth, cookie: headers.cookie, source, secure: parts.visitOf(request).secure }
  }

  const admit = async (socket: RoomSocket): Promise<Refused | undefined> => {
    const outcome = await introduce(arrivalOf(socket))
    if (outcome.ok) introductions.set(socket, outcome.value)
    else metrics.countRefusedFrame('connection')
    return outcome.ok ? undefined : new Refused(outcome.code)
  }
  sockets.use((socket, next) => {
    admit(socket).then(next, (error: unknown) => {
      log.error({ err: error }, 'socket not admitted')
      next(new Refused('INTERNAL'))
    })
  })
  sockets.on('connection', (socket) => {
    const introduction = introductions.get(socket)
    if (introduction === undefined) return socket.disconnect(true)
    seatSocket(parts, socket, { introduction, ask: (isUse) => introduce({ ...arrivalOf(socket), isUse }) })
  })
  return introductions
}

export function createGateway(parts: GatewayParts): Gateway {
  const { sockets, metrics, identity } = parts
  const introductions = letIn(parts)

  return {
    attach: (server) => {
      sockets.attach(server)
      sockets.engine.on('connection', (line: Line) => line.on('packetCreate', frameInOnePiece))
      sockets.engine.on('connection_error', ({ code }: { code: unknown }) => {
        // One from a wrong origin is counted where it is refused.
        if (code !== FORBIDDEN) metrics.countRefusedFrame('connection')
      })
    },
    resetMedia: (showId, reason) => void sockets.to(roomNames.media(showId)).emit('media:reset', { reason }),
    countSockets: () => sockets.sockets.sockets.size,
    closeRevoked: () => {
      for (const socket of sockets.sockets.sockets.values()) {
        const person = introductions.get(socket)?.person
        if (person?.kind === 'viewer' && identity.isRevoked(person.viewerId)) closeAsOver(socket, 'SESSION_OVER')
      }
    },
    drain: () => {
      const spreadMs = spreadOf(sockets.sockets.sockets.size)
      sockets.emit('server:draining', { spreadMs })
    },
    close: () => {
      sockets.disconnectSockets(true)
      sockets.engine?.close()
    },
  }
}
