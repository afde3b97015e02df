// One measurement of the wire: a sender in a process of its own, its sockets in another, and the CPU of the first alone.
import { SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { startChild } from './child.ts'
import type { FromSender, FromSink, ToSender, ToSink } from './messages.ts'
import { COMMENTS_IN, type LoadName, type Plan, ROWS, type SenderName } from './plan.ts'

export interface WireFigures {
  /** µs of the sender's CPU for one frame to one socket. */
  readonly perFrame: number
  /** The same for one comment; null where there is none. */
  readonly perComment: number | null
  /** With its header. */
  readonly frameBytes: number
}

export interface WireRow extends WireFigures {
  readonly sender: SenderName
  readonly load: LoadName
  readonly sockets: number
}

const ENGINE = { path: `${SOCKET_PATH}/?EIO=4&transport=websocket`, hello: ['40'], readyAfter: 2 }
const BARE = { path: '/', hello: [], readyAfter: 0 }

async function measureLoads(sender: SenderName, sockets: number, plan: Plan): Promise<WireRow[]> {
  const server = startChild<ToSender, FromSender>('sender.ts')
  const sink = startChild<ToSink, FromSink>('sink.ts')
  try {
    const { port } = await server.ask({ type: 'start', sender }, 'started')
    const opening = { port, sockets, cookies: [], ...(sender === 'ws' ? BARE : ENGINE) }
    await sink.ask({ type: 'open', opening }, 'opened')
    const rows: WireRow[] = []
    for (const { load } of ROWS.filter((row) => row.sender === sender)) {
      const figures = await measureOne({ load, sockets, plan }, server, sink)
      rows.push({ sender, load, sockets, ...figures })
    }
    return rows
  } finally {
    server.end()
    sink.end()
  }
}

interface Load {
  readonly load: LoadName
  readonly sockets: number
  readonly plan: Plan
}

type Server = ReturnType<typeof startChild<ToSender, FromSender>>
type Sink = ReturnType<typeof startChild<ToSink, FromSink>>

/** Every socket has received every frame, or this never ends. */
async function measureOne({ load, sockets, plan }: Load, server: Server, sink: Sink): Promise<WireFigures> {
  await server.ask({ type: 'send', load, frames: plan.warmUp }, 'sent')
  await sink.ask({ type: 'count', frames: plan.warmUp }, 'counted')
  const { cpuMicros } = await server.ask({ type: 'send', load, frames: plan.frames }, 'sent')
  const { bytesPerFrame } = await sink.ask({ type: 'count', frames: plan.frames }, 'counted')
  const perFrame = cpuMicros / (plan.frames * sockets)
  const comments = COMMENTS_IN[load]
  return { perFrame, perComment: comments === 0 ? null : perFrame / comments, frameBytes: bytesPerFrame }
}

/** All rows at one size; the senders take turns. */
export async function measureWire(sockets: number, plan: Plan): Promise<WireRow[]> {
  const rows: WireRow[] = []
  for (const sender of new Set(ROWS.map((row) => row.sender))) {
    rows.push(...(await measureLoads(sender, sockets, plan)))
  }
  return rows
}
