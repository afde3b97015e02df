// What a viewer who arrives costs the server: `npm run bench:arrival`, `-- --full` for what RESULTS.md keeps.
import { execFileSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { createId } from '@lantern/shared/client/ids.ts'
import { SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { CommentId } from '@lantern/shared/contract/ids.ts'
import { dateAndMachine, writeSection } from '../results.ts'
import { startChild } from '../room/child.ts'
import type { FromShow, FromSink, ShowPlace, ToShow, ToSink } from '../room/messages.ts'
import { allowedSizes } from '../room/plan.ts'
import { join, must, type Server, type Sink } from '../room/show.ts'
import { openPages } from './pages.ts'
import { FULL, GATE_MS, type Plan, QUICK } from './plan.ts'
import { passes, printedTable, resultLine, type Step, writtenTable } from './report.ts'

const COMMENTS = 30
const SETTLE_MS = 1500

interface Bench {
  readonly place: ShowPlace
  readonly server: Server
  readonly sink: Sink
}

async function cpuMsOf(server: Server, work: () => Promise<unknown>): Promise<number> {
  const before = (await server.ask({ type: 'cpu' }, 'cpu')).cpuMicros
  await work()
  return ((await server.ask({ type: 'cpu' }, 'cpu')).cpuMicros - before) / 1000
}

/** CPU in ms for each: first all ask for the page, then all join with the cookie that it gave them. */
async function arrive({ place, server, sink }: Bench, count: number) {
  const cookies: string[] = []
  const pageMs = await cpuMsOf(server, async () => cookies.push(...(await openPages(place, count))))
  const hello = [
    '40{"as":"viewer","protocol":2}',
    `420["show:join",${JSON.stringify({ showId: place.showId, via: null })}]`,
  ]
  const path = `${SOCKET_PATH}/?EIO=4&transport=websocket`
  const opening = { port: place.port, sockets: count, path, hello, cookies, readyAfter: 3 }
  const joinMs = await cpuMsOf(server, () => sink.ask({ type: 'open', opening }, 'opened'))
  return { pageMs: pageMs / count, joinMs: joinMs / count }
}

/** Live, with pins and some comments: what a snapshot has in it on an evening. */
async function prepare(place: ShowPlace): Promise<() => void> {
  const staff = await join(place, 'staff', place.staffCookie)
  await must(staff.send('show:goLive', {}))
  const productIds = staff.getView().room?.products.map(({ id }) => id) ?? []
  await must(staff.send('pins:set', { productIds: productIds.slice(0, 1) }))
  const writer = await join(place, 'viewer', place.cookies[0] ?? '')
  for (let n = 0; n < COMMENTS; n += 1) {
    await must(
      writer.send('comment:post', { commentId: CommentId.parse(createId()), text: `Is number ${n} still there?` }),
    )
  }
  return () => [staff, writer].forEach((client) => client.close())
}

async function measure(bench: Bench, { sizes, warmUp }: Plan): Promise<Step[]> {
  const { server, sink } = bench
  await arrive(bench, warmUp)
  await sink.ask({ type: 'close' }, 'closed')
  await pause(SETTLE_MS)
  const bytesOf = async () => (await server.ask({ type: 'memory' }, 'memory')).bytes
  const empty = await bytesOf()
  const steps: Step[] = []
  for (const viewers of sizes) {
    const cost = await arrive(bench, viewers - (steps.at(-1)?.viewers ?? 0))
    steps.push({ viewers, ...cost, bytes: ((await bytesOf()) - empty) / viewers })
  }
  return steps
}

async function runRound(plan: Plan): Promise<Step[]> {
  const server = startChild<ToShow, FromShow>('showServer.ts')
  const sink = startChild<ToSink, FromSink>('sink.ts')
  try {
    const { place } = await server.ask({ type: 'start', viewers: 1 }, 'started')
    const leave = await prepare(place)
    const steps = await measure({ place, server, sink }, plan)
    await sink.ask({ type: 'close' }, 'closed')
    leave()
    await server.ask({ type: 'close' }, 'closed')
    return steps
  } finally {
    server.end()
    sink.end()
  }
}

function describeRun({ rounds, sizes, warmUp }: Plan): string {
  return `\`npm run bench:arrival -- --full\` ${dateAndMachine()}; Node ${process.versions.node}. A whole server on SQLite with a live show, a pin and ${COMMENTS} comments; viewers are a process beside it on 127.0.0.1, 50 at a time, and stay. Measured is the CPU time of all threads of the server: a page asked for on a new connection without a cookie, then from the socket's connection to the snapshot. Steps up to ${sizes.join(', ')} viewers after ${warmUp} who came and went; ${rounds} rounds, medians.`
}

function writeResults(plan: Plan, steps: readonly Step[]): Promise<void> {
  const verdict = `- ${passes(steps) ? 'ok' : '**failed**'}: \`${resultLine(steps)}\` (<= ${GATE_MS} at the size that costs most)`
  return writeSection('arrival', [describeRun(plan), '', ...writtenTable(steps), '', verdict])
}

const isFull = process.argv.includes('--full')
const plan = isFull ? FULL : QUICK
const openFiles = Number(execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' })) || Infinity
const sizes = allowedSizes(plan.sizes, openFiles)
const steps: Step[] = []
while (steps.length < plan.rounds * sizes.length) steps.push(...(await runRound({ ...plan, sizes })))
if (isFull) await writeResults(plan, steps)
console.log([...printedTable(steps), '', resultLine(steps)].join('\n'))
process.exit(passes(steps) ? 0 : 1)
