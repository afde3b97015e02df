// The socket.io server and its types: settings of the wire, and the names of socket rooms.
import type { EventName, EventPayload } from '@lantern/shared/contract/events.ts'
import { MAX_MESSAGE_BYTES, SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { IncomingMessage } from 'node:http'
import { type DefaultEventsMap, Server, type Socket } from 'socket.io'
import { TEXT_PARSER } from './packets.ts'

export type ServerEvents = { [Name in EventName]: (payload: EventPayload<Name>) => void }
export type Sockets = Server<DefaultEventsMap, ServerEvents>
export type RoomSocket = Socket<DefaultEventsMap, ServerEvents>

export type Audience = 'viewers' | 'staff'

/** Names of socket.io rooms. */
export const roomNames = {
  audience: (audience: Audience, showId: ShowId) => `${audience}:${showId}`,
  own: (showId: ShowId, viewerId: ViewerId) => `own:${showId}:${viewerId}`,
  media: (showId: ShowId) => `media:${showId}`,
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
    allowRequest: (request, answer) => answer(null, isAllowed(request)),
  })
}
