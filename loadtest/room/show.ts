// A show with its viewers, 200 comments a second and pins meanwhile: what a join costs, how late a pin comes, who agrees.
import { createId } from '@lantern/shared/client/ids.ts'
import { createRoomClient } from '@lantern/shared/client/roomClient.ts'
import type { RoomClient } from '@lantern/shared/client/types.ts'
import { SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { CommentId, ShowId } from '@lantern/shared/contract/ids.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { startChild } from './child.ts'
import type { FromShow, FromSink, PinArrival, ShowPlace, ToShow, ToSink } from './messages.ts'
import type { Plan } from './plan.ts'

export interface ShowFigures {
  /** ms of the server's CPU for one viewer to come: connection, token, room, snapshot. */
  readonly joinCpuMs: number
  readonly pinP50Ms: number
  readonly pinP99Ms: number
  readonly pins: number
  readonly comments: number
  /** Cores that the server used meanwhile. */
  readonly cores: number
  /** Every client ends with the same state, every bare socket with the same frame. */
  readonly isIdentical: boolean
}

const WRITERS = 20
const PIN_EVERY_MS = 500
const SETTLE_MS = 10_000

export async function join({ url, showId }: ShowPlace, as: 'viewer' | 'staff', cookie: string): Promise<RoomClient> {
  const client = createRoomClient({ url, as, showId: ShowId.parse(showId), via: null, headers: { cookie } })
  while (client.getView().status !== 'joined') await pause(10)
  return client
}

export async function must(reply: Promise<{ ok: boolean; code?: string }>): Promise<void> {
  const outcome = await reply
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`)
}

async function post(writer: RoomClient | undefined): Promise<void> {
  const input = { commentId: CommentId.parse(createId()), text: 'Does the small one come in green as well?' }
  if (writer !== undefined) await must(writer.send('comment:post', input))
}

/** Open-loop: a comment at each instant, whatever the others' replies do. */
async function write(writers: readonly RoomClient[], { seconds, commentsPerSecond }: Plan['show']): Promise<number> {
  const startedAt = performance.now()
  const replies: Promise<void>[] = []
  const total = seconds * commentsPerSecond
  while (replies.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * commentsPerSecond))
    while (replies.length < due) replies.push(post(writers[replies.length % writers.length]))
    await pause(2)
  }
  await Promise.all(replies)
  return total
}

/** Answers when each version was asked for. */
async function pin(staff: RoomClient, isOver: () => boolean): Promise<Map<number, number>> {
  const askedAt = new Map<number, number>()
  const products = staff.getView().room?.products.map(({ id }) => id) ?? []
  while (!isOver()) {
    const at = Date.now()
    const reply = await staff.send('pins:set', { productIds: products.slice(askedAt.size % 2) })
    if (!reply.ok) throw new Error(`pins:set was refused: ${reply.code}`)
    askedAt.set(reply.value.version, at)
    await pause(PIN_EVERY_MS * (0.5 + Math.random()))
  }
  return askedAt
}

const stateOf = (client: RoomClient) => {
  const { room } = client.getView()
  return JSON.stringify({ ...room, comments: room?.comments.rows.slice(-50).map(({ id }) => id) })
}

async function agree(clients: readonly RoomClient[], place: ShowPlace): Promise<boolean> {
  const end = performance.now() + SETTLE_MS
  while (performance.now() < end) {
    const fresh = await join(place, 'staff', place.staffCookie)
    const states = new Set([...clients, fresh].map(stateOf))
    fresh.close()
    if (states.size === 1) return true
    await pause(500)
  }
  return false
}

function latenciesOf(arrivals: readonly PinArrival[], askedAt: ReadonlyMap<number, number>): number[] {
  return arrivals
    .flatMap(({ version, at }) => {
      const asked = askedAt.get(version)
      return asked === undefined ? [] : at.map((one) => one - asked)
    })
    .sort((a, b) => a - b)
}

export type Server = ReturnType<typeof startChild<ToShow, FromShow>>
export type Sink = ReturnType<typeof startChild<ToSink, FromSink>>

const cpuOf = async (server: Server) => (await server.ask({ type: 'cpu' }, 'cpu')).cpuMicros

/** CPU in ms for each of them. */
async function fillRoom(place: ShowPlace, server: Server, sink: Sink): Promise<number> {
  const join = `420["show:join",${JSON.stringify({ showId: place.showId, via: null })}]`
  const before = await cpuOf(server)
  const opening = {
    port: place.port,
    sockets: place.cookies.length,
    path: `${SOCKET_PATH}/?EIO=4&transport=websocket`,
    hello: ['40{"as":"viewer","protocol":2}', join],
    cookies: place.cookies,
    readyAfter: 3,
  }
  await sink.ask({ type: 'open', opening }, 'opened')
  return ((await cpuOf(server)) - before) / 1000 / place.cookies.length
}

async function runShow(plan: Plan, server: Server, sink: Sink): Promise<ShowFigures> {
  const { place } = await server.ask({ type: 'start', viewers: plan.show.viewers + WRITERS }, 'started')
  const writerCookies = place.cookies.slice(0, WRITERS)
  const staff = await join(place, 'staff', place.staffCookie)
  await must(staff.send('show:goLive', {}))
  const writers = await Promise.all(writerCookies.map((cookie) => join(place, 'viewer', cookie)))
  await write(writers, { ...plan.show, seconds: 1 })
  const joinCpuMs = await fillRoom({ ...place, cookies: place.cookies.slice(WRITERS) }, server, sink)

  let isOver = false
  const [before, startedAt] = [await cpuOf(server), performance.now()]
  const pinning = pin(staff, () => isOver)
  const comments = await write(writers, plan.show)
  isOver = true
  const askedAt = await pinning
  const cores = ((await cpuOf(server)) - before) / 1000 / (performance.now() - startedAt)
  const isSame = await agree([staff, ...writers], place)
  const { arrivals, lastFrames } = await sink.ask({ type: 'pins' }, 'pins')
  for (const client of [staff, ...writers]) client.close()
  const latencies = latenciesOf(arrivals, askedAt)
  if (latencies.length < askedAt.size * plan.show.viewers) throw new Error('not every viewer heard of every pin')
  return {
    joinCpuMs,
    pinP50Ms: latencies[Math.floor(latencies.length * 0.5)] ?? NaN,
    pinP99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? NaN,
    pins: askedAt.size,
    comments,
    cores,
    isIdentical: isSame && new Set(lastFrames).size === 1,
  }
}

export async function measureShow(plan: Plan): Promise<ShowFigures> {
  const server = startChild<ToShow, FromShow>('showServer.ts')
  const sink = startChild<ToSink, FromSink>('sink.ts')
  try {
    const figures = await runShow(plan, server, sink)
    await server.ask({ type: 'close' }, 'closed')
    return figures
  } finally {
    server.end()
    sink.end()
  }
}
