// One event to everyone in a socket.io room: encoded once, written straight to the network where nothing is in the way.
import { countWaiting, cut, type Line, straightWay } from './lines.ts'
import { encodeEvent, type EncodedEvent } from './packets.ts'
import type { Sockets } from './sockets.ts'

export interface BroadcastParts {
  readonly sockets: Sockets
  /** A socket with more bytes than this waiting for it is dropped. */
  readonly mostWaiting: number
  readonly onDrop: () => void
}

/** Tells one event; `payload` is its JSON. Each socket gets what is broadcast in order, and in order with its replies. */
export type Broadcast = (socketIds: Iterable<string>, event: string, payload: string) => void

export function createBroadcast({ sockets, mostWaiting, onDrop }: BroadcastParts): Broadcast {
  const { sockets: known } = sockets.sockets
  const dropped = new WeakSet<Line>()

  const queue = (line: Line, { text, options }: EncodedEvent) => {
    if (dropped.has(line)) return
    line.write(text, options)
    if (countWaiting(line) <= mostWaiting) return
    dropped.add(line)
    onDrop()
    cut(line)
  }
  const write = (line: Line, encoded: EncodedEvent) => {
    const way = straightWay(line)
    if (way === null) queue(line, encoded)
    else way.write(encoded.frame)
  }
  return (ids, event, payload) => {
    const encoded = encodeEvent(event, payload)
    for (const id of ids) {
      const socket = known.get(id)
      if (socket !== undefined) write(socket.conn, encoded)
    }
  }
}
