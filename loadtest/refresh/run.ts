// What a change of a room costs: `npm run bench:refresh`. Statements and CPU of the refresh that follows it, and CPU of the whole server from the command to every viewer.
import { setTimeout as pause } from 'node:timers/promises'
import { createId } from '@lantern/shared/client/ids.ts'
import type { RoomClient } from '@lantern/shared/client/types.ts'
import { PROTOCOL, SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { CommentId, HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import { alignColumns, markdownTable } from '../ledger/report.ts'
import { dateAndMachine, writeSection } from '../results.ts'
import { startChild } from '../room/child.ts'
import type { FromSink, ShowPlace, ToSink } from '../room/messages.ts'
import { join, must, type Sink } from '../room/show.ts'
import type { FromServer, ToServer } from './server.ts'

const VIEWERS = 100
const CHANGES = 60
/** Longer than a tick: each change is followed by a refresh of its own. */
const APART_MS = 110
/** Likes are stored together, some time later. */
const STORED_MS = 1500

interface Room {
  readonly showId: ShowId
  readonly staff: RoomClient
  readonly viewer: RoomClient
}

type Change = (room: Room, n: number) => Promise<void>

/** Places one first; giving back and taking again would be refused before long. */
async function changeHold({ viewer }: Room, n: number): Promise<void> {
  const { own, room } = viewer.getView()
  const [offer, held] = [room?.offers[0], own.holds[0]]
  if (offer === undefined) throw new Error('nothing is on offer')
  const { id: offerId, priceMinor } = offer
  if (held !== undefined) {
    return must(viewer.send('hold:change', { holdId: held.id, lines: [{ offerId, quantity: 1 + (n % 2) }] }))
  }
  await must(
    viewer.send('hold:place', { holdId: HoldId.parse(createId()), lines: [{ offerId, quantity: 1, priceMinor }] }),
  )
}

function pinAnother({ staff }: Room, n: number): Promise<void> {
  const products = staff.getView().room?.products.map(({ id }) => id) ?? []
  return must(staff.send('pins:set', { productIds: products.slice(n % 2, 2) }))
}

function comment({ viewer }: Room, n: number): Promise<void> {
  const input = { commentId: CommentId.parse(createId()), text: `Is number ${n} still there?` }
  return must(viewer.send('comment:post', input))
}

const CHANGES_OF_A_ROOM: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['nothing', async () => {}],
  ['likes', ({ viewer }) => must(viewer.send('like:send', { count: 1 }))],
  ['a pin', pinAnother],
  ['a comment', comment],
  ['a hold', changeHold],
])

async function fill({ cookies: all, port, showId }: ShowPlace, sink: Sink): Promise<void> {
  const hello = [
    `40{"as":"viewer","protocol":${PROTOCOL}}`,
    `420["show:join",${JSON.stringify({ showId, via: null })}]`,
  ]
  const [, ...cookies] = all
  const path = `${SOCKET_PATH}/?EIO=4&transport=websocket`
  const opening = { port, sockets: cookies.length, path, hello, cookies, readyAfter: 3 }
  await sink.ask({ type: 'open', opening }, 'opened')
}

async function enter(place: ShowPlace): Promise<Room> {
  const staff = await join(place, 'staff', place.staffCookie)
  await must(staff.send('show:goLive', {}))
  return { showId: ShowId.parse(place.showId), staff, viewer: await join(place, 'viewer', place.cookies[0] ?? '') }
}

type Server = ReturnType<typeof startChild<ToServer, FromServer>>

const cpuOf = async (server: Server) => (await server.ask({ type: 'cpu' }, 'cpu')).cpuMicros

async function measure(server: Server, room: Room, change: Change) {
  const { showId } = room
  await change(room, 0)
  await pause(STORED_MS)
  const { cursor } = await server.ask({ type: 'cursor', showId }, 'cursor')
  await change(room, 1)
  await pause(STORED_MS)
  const followed = await server.ask({ type: 'follow', showId, cursor }, 'followed')
  const before = await cpuOf(server)
  for (let n = 0; n < CHANGES; n += 1) {
    await change(room, n)
    await pause(APART_MS)
  }
  return { ...followed, wholeMicros: ((await cpuOf(server)) - before) / CHANGES }
}

async function measureAll(server: Server, sink: Sink): Promise<string[][]> {
  const { place } = await server.ask({ type: 'start', viewers: VIEWERS + 1 }, 'started')
  const room = await enter(place)
  await fill(place, sink)
  const rows = [['change', 'statements of the refresh', 'its CPU in µs', 'CPU of the whole server in µs']]
  for (const [name, change] of CHANGES_OF_A_ROOM) {
    const { statements, cpuMicros, wholeMicros } = await measure(server, room, change)
    rows.push([name, String(statements), cpuMicros.toFixed(0), wholeMicros.toFixed(0)])
  }
  const all = await server.ask({ type: 'follow', showId: room.showId, cursor: 0 }, 'followed')
  rows.push(['all of these at once', String(all.statements), all.cpuMicros.toFixed(0), '-'])
  for (const client of [room.staff, room.viewer]) client.close()
  await server.ask({ type: 'close' }, 'closed')
  return rows
}

const server = startChild<ToServer, FromServer>('../refresh/server.ts')
const sink = startChild<ToSink, FromSink>('sink.ts')
const rows = await measureAll(server, sink)
for (const child of [server, sink]) child.end()
const about = `\`npm run bench:refresh\` ${dateAndMachine()}; Node ${process.versions.node}. A whole server on SQLite, ${VIEWERS} viewers in the room; ${CHANGES} changes of each kind, ${APART_MS} ms apart, so that “nothing” is what the ticks between cost.`
if (process.argv.includes('--full')) await writeSection('refresh', [about, '', ...markdownTable(rows)])
console.log(alignColumns(rows).join('\n'))
