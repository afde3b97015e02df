// Runs the benchmark of the room channel: `npm run bench:room` for a first look of two minutes, `-- --full` for what is kept.
import { execFileSync } from 'node:child_process'
import { dateAndMachine, writeSection } from '../results.ts'
import { allowedSizes, FULL, type Plan, QUICK } from './plan.ts'
import {
  describeShows,
  judge,
  printedTable,
  resultLine,
  type RoomResult,
  type RoomRounds,
  writtenTable,
} from './report.ts'
import { measureShow, type ShowFigures } from './show.ts'
import { measureWire, type WireRow } from './wire.ts'

/** As a child process of Node sees it, which raises it as far as it may. */
function readOpenFiles(): number {
  return Number(execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' })) || Infinity
}

async function runRounds(plan: Plan): Promise<RoomRounds> {
  const sizes = allowedSizes(plan.sizes, readOpenFiles())
  const wire: WireRow[] = []
  const shows: ShowFigures[] = []
  for (let round = 1; round <= plan.rounds; round++) {
    for (const sockets of sizes) wire.push(...(await measureWire(sockets, plan)))
    const show = await measureShow(plan)
    shows.push(show)
    console.log(`round ${round}: pin p99 ${show.pinP99Ms} ms, join ${show.joinCpuMs.toFixed(2)} ms`)
  }
  return { wire, shows }
}

function describeRun({ rounds, frames, show }: Plan): readonly string[] {
  return [
    `\`npm run bench:room -- --full\` ${dateAndMachine()}; Node ${process.versions.node}. The sockets are held by a process beside the measured one, on 127.0.0.1; what is measured is the CPU time of the sending process alone.`,
    `${frames} frames to every socket a measurement, all of them received, after a warm-up; the senders take turns; ${rounds} rounds, medians. The show is a whole server on SQLite with ${show.viewers} viewers and ${show.commentsPerSecond} comments a second for ${show.seconds} s, sampling off, and a pin every half second.`,
  ]
}

function writeResults(plan: Plan, rounds: RoomRounds, results: readonly RoomResult[]): Promise<void> {
  return writeSection('room', [
    ...describeRun(plan),
    '',
    `**${results.every(({ ok }) => ok) ? 'Passed' : 'FAILED'}.**`,
    '',
    ...writtenTable(rounds),
    '',
    describeShows(rounds),
    '',
    ...results.map((result) => `- ${result.ok ? 'ok' : '**failed**'}: \`${resultLine(result)}\` (${result.gate})`),
  ])
}

/** True when every gate is met. */
async function runBench(isFull: boolean): Promise<boolean> {
  const plan = isFull ? FULL : QUICK
  console.log(describeRun(plan).join('\n'))
  const rounds = await runRounds(plan)
  console.log(['', ...printedTable(rounds), '', describeShows(rounds), ''].join('\n'))
  const results = judge(rounds)
  if (isFull) await writeResults(plan, rounds, results)
  for (const { name, gate } of results.filter(({ ok }) => !ok)) console.log(`MISSED ${name}: must be ${gate}`)
  for (const result of results) console.log(resultLine(result))
  return results.every(({ ok }) => ok)
}

const passed = await runBench(process.argv.includes('--full'))
process.exit(passed ? 0 : 1)
