// Just enough Engine.IO v4 and socket.io v5 for k6: text frames by hand over its own WebSocket.
import { WebSocket } from 'k6/websockets'

type Reply = { ok: true; value: unknown } | { ok: false; code: string }

export interface RoomSocket {
  /** Sends a command; calls back with the reply. */
  send(name: string, input: unknown, onReply: (reply: Reply) => void): void
  close(): void
}

interface Options {
  url: string
  cookie: string
  onOpen(socket: RoomSocket): void
  onClose(reason: string): void
}

/** Opens a room socket as a viewer; `onOpen` is called when the server has accepted the handshake. */
export function openRoomSocket({ url, cookie, onOpen, onClose }: Options): void {
  const address = `${url.replace(/^http/, 'ws')}/room/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, null, { headers: { Cookie: cookie } })
  const waiting = new Map<number, (reply: Reply) => void>()
  let nextAck = 0
  const room: RoomSocket = {
    send(name, input, onReply) {
      const id = nextAck++
      waiting.set(id, onReply)
      socket.send(`42${id}${JSON.stringify([name, input])}`)
    },
    close: () => socket.close(),
  }
  const receive = (text: string) => {
    if (text === '2') socket.send('3')
    else if (text.startsWith('0')) socket.send('40{"as":"viewer","protocol":2}')
    else if (text.startsWith('40')) onOpen(room)
    else if (text.startsWith('44')) onClose(text.slice(2))
    else if (text.startsWith('43')) answer(text)
  }
  const answer = (text: string) => {
    const start = text.indexOf('[')
    const id = Number(text.slice(2, start))
    const onReply = waiting.get(id)
    waiting.delete(id)
    const [reply] = JSON.parse(text.slice(start)) as [Reply]
    onReply?.(reply)
  }
  socket.onmessage = (message) => receive(String(message?.data))
  socket.onerror = (error) => onClose(String(error?.error))
}
