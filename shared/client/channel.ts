// One socket to a server process: typed commands and events over it, and a reconnect that never gives up.
import { io } from 'socket.io-client'
import type { Socket } from 'socket.io-client'
import type { CommandInput, CommandName, CommandReply } from '../contract/commands.ts'
import type { EventName, EventPayload } from '../contract/events.ts'
import { PROTOCOL, SOCKET_PATH } from '../contract/handshake.ts'
import type { Handshake } from '../contract/handshake.ts'
import { refuse } from '../contract/refusals.ts'
import type { RefusalCode } from '../contract/refusals.ts'
import { reconnectDelayMs, within } from './reconnect.ts'
import { onWake } from './wake.ts'
import { readEvent, readHandshakeRefusal, readReply } from './wire.ts'

export interface ChannelOptions {
  readonly url: string
  /** Asked at every connect, so that a renewed token is used. */
  auth(): Handshake
  readonly headers: Record<string, string> | undefined
  onOpen(): void
  onLost(): void
  /** The handshake was refused for good: it will not try again by itself. */
  onRefused(code: RefusalCode): void
  /** Asks again even after a refusal, with what `auth` then says. */
  readonly triesForEver?: boolean
}

export interface Channel {
  isOpen(): boolean
  /** Never throws; TRY_AGAIN when there is no connection or no answer in time. */
  send<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandReply<Name>>
  /** A payload that does not fit the contract is given to `onBroken` instead. */
  onEvent<Name extends EventName>(name: Name, hear: Hear<Name>, onBroken?: () => void): () => void
  /** The spread the server asked for when it was joined. */
  setSpread(ms: number): void
  /** Idempotent. */
  close(): void
}
export type Hear<Name extends EventName> = (payload: EventPayload<Name>) => void

const REPLY_TIMEOUT_MS = 8_000
const CONNECT_TIMEOUT_MS = 8_000
const PROBE_TIMEOUT_MS = 2_500
const FINAL: ReadonlySet<RefusalCode> = new Set([
  'LOGIN_NEEDED',
  'SESSION_OVER',
  'PAGE_TOO_OLD',
  'NOT_ALLOWED',
  'SHOW_NOT_FOUND',
  'BAD_INPUT',
])

interface Line {
  readonly socket: Socket
  attempt: number
  alone: boolean
  spreadMs: number
  timer: ReturnType<typeof setTimeout> | undefined
  closed: boolean
}

export function createChannel(options: ChannelOptions): Channel {
  const socket = openSocket(options)
  const line: Line = { socket, attempt: 0, alone: false, spreadMs: 0, timer: undefined, closed: false }
  const stopWake = onWake(() => wake(line))
  const onEvent = listenTo(socket)
  onEvent('server:draining', ({ spreadMs }) => moveAway(line, spreadMs))
  onEvent('session:over', ({ code }) => refused(line, options, code))
  keepConnected(line, options)
  socket.connect()

  return {
    isOpen: () => socket.connected,
    send: (name, input) => ask(socket, { name, input, timeoutMs: REPLY_TIMEOUT_MS }),
    onEvent,
    setSpread: (ms) => void (line.spreadMs = ms),
    close() {
      line.closed = true
      clearTimeout(line.timer)
      stopWake()
      socket.disconnect()
      socket.off()
    },
  }
}

function openSocket({ url, auth, headers }: ChannelOptions): Socket {
  return io(url, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    auth: (give) => give({ ...auth(), protocol: PROTOCOL }),
    withCredentials: true,
    forceNew: true,
    autoConnect: false,
    reconnection: false,
    timeout: CONNECT_TIMEOUT_MS,
    ...(headers ? { extraHeaders: headers } : {}),
  })
}

function keepConnected(line: Line, options: ChannelOptions): void {
  const { socket } = line
  socket.on('connect', () => {
    line.attempt = 0
    options.onOpen()
  })
  socket.on('disconnect', (reason) => {
    if (line.closed) return
    line.alone = reason === 'ping timeout' || reason === 'io client disconnect'
    options.onLost()
    connectLater(line, reconnectDelayMs(line))
  })
  socket.on('connect_error', (error) => {
    if (line.closed) return
    const refusal = readHandshakeRefusal(error)
    if (refusal && FINAL.has(refusal.code)) return refused(line, options, refusal.code)
    line.attempt += 1
    connectLater(line, Math.max(refusal?.retryAfterMs ?? 0, reconnectDelayMs(line)))
  })
}

function refused(line: Line, options: ChannelOptions, code: RefusalCode): void {
  if (options.triesForEver) {
    line.attempt += 1
    connectLater(line, reconnectDelayMs(line))
  } else {
    line.closed = true
    line.socket.disconnect()
  }
  options.onRefused(code)
}

function connectLater(line: Line, delayMs: number): void {
  clearTimeout(line.timer)
  line.timer = setTimeout(() => connectNow(line), delayMs)
}

function connectNow(line: Line): void {
  clearTimeout(line.timer)
  if (line.closed || line.socket.connected) return
  // A network that breaks websockets may still let long polling through.
  line.socket.io.opts.transports = line.attempt % 3 === 2 ? ['polling', 'websocket'] : ['websocket']
  line.socket.connect()
}

/** After a sleep a socket may look open and be dead: ask, and give it up when nothing answers. */
function wake(line: Line): void {
  if (line.closed) return
  if (!line.socket.connected) return connectNow(line)
  void ask(line.socket, { name: 'time:sync', input: {}, timeoutMs: PROBE_TIMEOUT_MS }).then((reply) => {
    if (!reply.ok && reply.code === 'TRY_AGAIN' && line.socket.connected) line.socket.disconnect()
  })
}

function moveAway(line: Line, spreadMs: number): void {
  clearTimeout(line.timer)
  line.timer = setTimeout(() => line.socket.connected && line.socket.disconnect(), Math.random() * within(spreadMs))
}

interface Asked<Name extends CommandName> {
  readonly name: Name
  readonly input: CommandInput<Name>
  readonly timeoutMs: number
}

function ask<Name extends CommandName>(
  socket: Socket,
  { name, input, timeoutMs }: Asked<Name>,
): Promise<CommandReply<Name>> {
  if (!socket.connected) return Promise.resolve(refuse('TRY_AGAIN'))
  return new Promise((resolve) => {
    socket.timeout(timeoutMs).emit(name, input, (error: Error | null, raw: unknown) => {
      resolve(error ? refuse('TRY_AGAIN') : readReply(name, raw))
    })
  })
}

function listenTo(socket: Socket): Channel['onEvent'] {
  return (name, hear, onBroken) => {
    const eventName: string = name
    const listener = (raw: unknown) => {
      const payload = readEvent(name, raw)
      if (payload) hear(payload)
      else onBroken?.()
    }
    socket.on(eventName, listener)
    return () => socket.off(eventName, listener)
  }
}
