// Three ways to tell a room something: the server's own publisher, one emit of socket.io for each event, and bare ws.
import { createPublisher } from '@lantern/server/src/realtime/publisher.ts'
import { createSockets, roomNames } from '@lantern/server/src/realtime/sockets.ts'
import type { Changes } from '@lantern/shared/contract/slices.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Server } from 'node:http'
import { WebSocketServer } from 'ws'
import type { SenderName } from './plan.ts'

export interface Sender {
  /** To everyone in the room. */
  send(room: Changes<RoomState>): void
}

const SHOW = ShowId.parse('bench')
const ROOM = roomNames.audience('viewers', SHOW)

function startSockets(server: Server) {
  const sockets = createSockets(() => true)
  sockets.on('connection', (socket) => void socket.join(ROOM))
  sockets.attach(server)
  return sockets
}

/** As startRealtime makes it. */
function startPublisher(server: Server): Sender {
  const sockets = startSockets(server)
  const onDrop = () => {
    throw new Error('a socket was too slow: its frames cannot be counted')
  }
  const publisher = createPublisher({ sockets, clock: Date.now, staff: [], mostWaiting: 2 ** 26, onDrop })
  return { send: (room) => publisher.publish(SHOW, { room, desk: {} }) }
}

function startEmit(server: Server): Sender {
  const sockets = startSockets(server)
  let n = 0
  return {
    send: (room) => {
      n += 1
      sockets.to(ROOM).emit('frame', { epoch: 'bench', n, now: Date.now(), room })
    },
  }
}

/** The package that engine.io uses, without compression, as engine.io sets it; JSON once for all. */
function startWs(server: Server): Sender {
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  let n = 0
  return {
    send: (room) => {
      n += 1
      const text = JSON.stringify(['frame', { epoch: 'bench', n, now: Date.now(), room }])
      for (const socket of sockets.clients) socket.send(text)
    },
  }
}

const STARTS: Readonly<Record<SenderName, (server: Server) => Sender>> = {
  publisher: startPublisher,
  emit: startEmit,
  ws: startWs,
}

export function startSender(name: SenderName, server: Server): Sender {
  return STARTS[name](server)
}
