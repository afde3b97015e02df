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
import type { RoomClient } from '@lantern/shared/client/types.ts'
import { join, must, type Sink } from '../room/show.ts'
import type { FromBare, ToBare } from './bareServer.ts'
import { openPages } from './pages.ts'
import { FULL, GATE_MS, type Plan, QUICK } from './plan.ts'
import { bareLine, passes, printedTable, ratioLine, resultLine, type Step, writtenTable } from './report.ts'

const COMMENTS = 30
const SETTLE_MS = 1500

interface Measured {
  /** What CPU it has had, in µs. */
  cpu(): Promise<number>
  /** What it keeps in memory. */
  bytes(): Promise<number>
}

interface Bench {
  readonly place: Pick<ShowPlace, 'port' | 'showId'>
  readonly server: Measured
  readonly sink: Sink
}

async function cpuMsOf(server: Measured, work: () => Promise<unknown>): Promise<number> {
  const before = await server.cpu()
  await work()
  return ((await server.cpu()) - before) / 1000
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
async function prepare(place: ShowPlace): Promise<{ leave: () => void; writer: RoomClient }> {
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
  return { leave: () => [staff, writer].forEach((client) => client.close()), writer }
}

/** Those who arrive to warm it up go again; answers what it keeps then. */
async function warmUp(bench: Bench, arrivals: number): Promise<number> {
  await arrive(bench, arrivals)
  await bench.sink.ask({ type: 'close' }, 'closed')
  await pause(SETTLE_MS)
  return bench.server.bytes()
}

/** Step by step in turn, so that both have the machine as it is at that moment. */
async function measure(ours: Bench, bare: Bench, plan: Plan): Promise<Round> {
  const empty = await warmUp(ours, plan.warmUp)
  await warmUp(bare, plan.warmUp)
  const round = { steps: new Array<Step>(), bare: new Array<Step>() }
  let there = 0
  for (const viewers of plan.sizes) {
    const cost = await arrive(ours, viewers - there)
    const bytes = ((await ours.server.bytes()) - empty) / viewers
    round.steps.push({ viewers, ...cost, bytes })
    round.bare.push({ viewers, ...(await arrive(bare, viewers - there)), bytes: 0 })
    there = viewers
  }
  return round
}

interface Round {
  readonly steps: readonly Step[]
  /** The same page and reply without anything of ours. */
  readonly bare: readonly Step[]
}

async function sampleOf({ url, showId }: ShowPlace, client: RoomClient) {
  const page = await (await fetch(`${url}/s/${showId}`)).text()
  return { page, reply: { ok: true, value: client.getView() } }
}

async function runRound(plan: Plan): Promise<Round> {
  const server = startChild<ToShow, FromShow>('showServer.ts')
  const bareServer = startChild<ToBare, FromBare>('../arrival/bareServer.ts')
  const [sink, bareSink] = [startChild<ToSink, FromSink>('sink.ts'), startChild<ToSink, FromSink>('sink.ts')]
  try {
    const { place } = await server.ask({ type: 'start', viewers: 1 }, 'started')
    const { leave, writer } = await prepare(place)
    const { port } = await bareServer.ask({ type: 'start', ...(await sampleOf(place, writer)) }, 'started')
    const ours = {
      cpu: async () => (await server.ask({ type: 'cpu' }, 'cpu')).cpuMicros,
      bytes: async () => (await server.ask({ type: 'memory' }, 'memory')).bytes,
    }
    const bare = { cpu: async () => (await bareServer.ask({ type: 'cpu' }, 'cpu')).cpuMicros, bytes: async () => 0 }
    const round = await measure(
      { place, server: ours, sink },
      { place: { port, showId: 'bare' }, server: bare, sink: bareSink },
      plan,
    )
    for (const one of [sink, bareSink]) await one.ask({ type: 'close' }, 'closed')
    leave()
    await server.ask({ type: 'close' }, 'closed')
    return round
  } finally {
    for (const child of [server, bareServer, sink, bareSink]) child.end()
  }
}

function describeRun({ rounds, sizes, warmUp }: Plan): string {
  return `\`npm run bench:arrival -- --full\` ${dateAndMachine()}; Node ${process.versions.node}. A whole server on SQLite with a live show, a pin and ${COMMENTS} comments; viewers are a process beside it on 127.0.0.1, 50 at a time, and stay. Measured is the CPU time of all threads of the server: a page asked for on a new connection without a cookie, then from the socket's connection to the snapshot. Steps up to ${sizes.join(', ')} viewers after ${warmUp} who came and went; ${rounds} rounds, medians.`
}

function writeResults(plan: Plan, steps: readonly Step[], bare: readonly Step[]): Promise<void> {
  const verdict = `- ${passes(steps) ? 'ok' : '**failed**'}: \`${resultLine(steps)}\` (<= ${GATE_MS} at the size that costs most)`
  return writeSection('arrival', [
    describeRun(plan),
    '',
    ...writtenTable(steps),
    '',
    bareLine(bare),
    '',
    `- \`${ratioLine(steps, bare)}\``,
    verdict,
  ])
}

const isFull = process.argv.includes('--full')
const plan = isFull ? FULL : QUICK
const openFiles = Number(execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' })) || Infinity
const sizes = allowedSizes(plan.sizes, openFiles)
const steps: Step[] = []
const bare: Step[] = []
while (steps.length < plan.rounds * sizes.length) {
  const round = await runRound({ ...plan, sizes })
  steps.push(...round.steps)
  bare.push(...round.bare)
}
if (isFull) await writeResults(plan, steps, bare)
console.log([...printedTable(steps), '', bareLine(bare), ratioLine(steps, bare), resultLine(steps)].join('\n'))
process.exit(passes(steps) ? 0 : 1)
