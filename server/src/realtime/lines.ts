// The lines under socket.io: where a frame may go straight to the network, and how much of what was written still waits here.
import type { Socket as NetSocket } from 'node:net'
import type { RoomSocket } from './sockets.ts'

export type Line = RoomSocket['conn']

/** A websocket of the package ws with what it and engine.io keep to themselves; looked at, never changed. */
interface WebSocket {
  readonly readyState: number
  /** Bytes that were written and have not left yet. */
  readonly bufferedAmount: number
  /** Names what was agreed on; compression would be one. */
  readonly extensions: string
  readonly _socket: NetSocket | null
  terminate(): void
}

const OPEN = 1

function isWebSocket(value: unknown): value is WebSocket {
  return typeof value === 'object' && value !== null && 'bufferedAmount' in value && '_socket' in value
}

function webSocketOf({ transport }: Line): WebSocket | null {
  return transport.name === 'websocket' && 'socket' in transport && isWebSocket(transport.socket)
    ? transport.socket
    : null
}

/** What engine.io keeps until its transport can take it. */
function queueOf(line: object): readonly { readonly data?: unknown }[] {
  return 'writeBuffer' in line && Array.isArray(line.writeBuffer) ? line.writeBuffer : []
}

/**
 * The network socket when a finished websocket frame may be written to it now: nothing waits before it in engine.io, ws or
 * the kernel's buffer, and nothing is compressed. Null: the frame has to go the usual way, which keeps its place in line.
 */
export function straightWay(line: Line): NetSocket | null {
  if (line.readyState !== 'open' || !line.transport.writable) return null
  if (queueOf(line).length > 0) return null
  const webSocket = webSocketOf(line)
  if (webSocket === null || webSocket.readyState !== OPEN) return null
  return webSocket.bufferedAmount === 0 && webSocket.extensions === '' ? webSocket._socket : null
}

/** Bytes that wait for a slow client, in engine.io's queue (where a character counts as a byte) and behind it. */
export function countWaiting(line: Line): number {
  const inQueue = queueOf(line).reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0)
  return inQueue + (webSocketOf(line)?.bufferedAmount ?? 0)
}

/** At once: a polite farewell would have to wait behind what the client does not read. */
export function cut(line: Line): void {
  webSocketOf(line)?.terminate()
  line.close(true)
}
