// Keeps one transport's path alive: restarts ICE when it falters or the network changed, and says when it is past saving.
import type { types } from 'mediasoup-client'
import { IceShape } from './mediaShapes.ts'
import type { Send } from './mediaDevice.ts'

export interface IceWatchOptions {
  readonly send: Send
  /** Longer than that to the first connection counts as blocked. */
  readonly connectWithinMs: number
  onStalled(): void
  /** The path is back after a stall. */
  onHealed(): void
  onLost(reason: 'never' | 'failed'): void
}

export interface IceWatch {
  connectedAt(): number | null
  /** Calls once, at once when it is connected already. */
  onceConnected(call: () => void): void
  probe(): void
  close(): void
}

const DISCONNECTED_MS = 3_000
const RESTARTED_MS = 4_000

export function keepIceAlive(transport: types.Transport, options: IceWatchOptions): IceWatch {
  const path: Path = { transport, options, connectedAt: null, closed: false, timer: undefined, waiting: [] }
  path.timer = setTimeout(() => lose(path), options.connectWithinMs)
  transport.on('connectionstatechange', (state) => changed(path, state))

  return {
    connectedAt: () => path.connectedAt,
    onceConnected(call) {
      if (path.connectedAt === null) path.waiting.push(call)
      else call()
    },
    probe() {
      if (path.connectedAt !== null) void restart(path)
    },
    close() {
      path.closed = true
      clearTimeout(path.timer)
    },
  }
}

interface Path {
  readonly transport: types.Transport
  readonly options: IceWatchOptions
  connectedAt: number | null
  closed: boolean
  timer: ReturnType<typeof setTimeout> | undefined
  waiting: (() => void)[]
}

function changed(path: Path, state: types.ConnectionState): void {
  if (path.closed) return
  if (state === 'connected') return connected(path)
  if (state === 'failed' || state === 'closed') return lose(path)
  if (state !== 'disconnected') return
  path.options.onStalled()
  later(path, DISCONNECTED_MS, () => void restart(path))
}

function connected(path: Path): void {
  clearTimeout(path.timer)
  if (path.connectedAt !== null) path.options.onHealed()
  path.connectedAt ??= performance.now()
  for (const call of path.waiting.splice(0)) call()
}

function later(path: Path, delayMs: number, act: () => void): void {
  clearTimeout(path.timer)
  path.timer = setTimeout(act, delayMs)
}

async function restart(path: Path): Promise<void> {
  const { transport, options } = path
  later(path, RESTARTED_MS, () => settle(path))
  const reply = await options.send('media:restartIce', { transportId: transport.id })
  if (path.closed) return
  // Without a connection to the server there is nothing to repair with; the next one subscribes anew.
  if (!reply.ok) return reply.code === 'TRANSPORT_NOT_FOUND' ? lose(path) : undefined
  await transport.restartIce({ iceParameters: IceShape.parse(reply.value.iceParameters) }).catch(() => lose(path))
}

function settle(path: Path): void {
  if (path.transport.connectionState !== 'connected') lose(path)
}

function lose(path: Path): void {
  if (path.closed) return
  path.closed = true
  clearTimeout(path.timer)
  path.options.onLost(path.connectedAt === null ? 'never' : 'failed')
}
