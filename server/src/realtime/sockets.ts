// The socket.io server and its types: settings of the wire, and the names of socket rooms.
import type { EventName, EventPayload } from '@lantern/shared/contract/events.ts'
import { MAX_MESSAGE_BYTES, SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { IncomingMessage } from 'node:http'
import type { Socket as NetSocket } from 'node:net'
import { type DefaultEventsMap, Server, type Socket } from 'socket.io'
import { TEXT_PARSER } from './packets.ts'

export type ServerEvents = { [Name in EventName]: (payload: EventPayload<Name>) => void }
export type Sockets = Server<DefaultEventsMap, ServerEvents>
export type RoomSocket = Socket<DefaultEventsMap, ServerEvents>

/** Names of socket.io rooms. */
export const roomNames = {
  /** Of viewers, or of staff by the name of their audience. */
  audience: (audience: string, showId: ShowId) => `${audience}:${showId}`,
  own: (showId: ShowId, viewerId: ViewerId) => `own:${showId}:${viewerId}`,
  media: (showId: ShowId) => `media:${showId}`,
}

/** Of those who get a first packet: whoever is refused is cut off with the answer, which must have left by then. */
function isUpgrade({ headers, url }: IncomingMessage): boolean {
  return headers.upgrade !== undefined && /[?&]EIO=4(&|$)/.test(url ?? '')
}

/** What is written until the machine looks for new input leaves in one piece: the answer to an upgrade and the first packet. */
function writeTogether(socket: NetSocket): void {
  socket.cork()
  setImmediate(() => socket.uncork())
}

export function createSockets(isAllowed: (request: IncomingMessage) => boolean): Sockets {
  return new Server({
    path: SOCKET_PATH,
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: 10_000,
    pingTimeout: 5_000,
    perMessageDeflate: false,
    httpCompression: false,
    parser: TEXT_PARSER,
    transports: ['websocket', 'polling'],
    allowRequest: (request, answer) => {
      const isLetIn = isAllowed(request)
      if (isLetIn && isUpgrade(request)) writeTogether(request.socket)
      answer(null, isLetIn)
    },
  })
}
