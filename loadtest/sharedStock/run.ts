// The storm on one shared stock: `npm run loadtest -- shared-stock` on both databases, beside one show that has all of it.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BLOCK, SHOWS, storm, type Stormed, UNITS } from '@lantern/server/src/testing/sharedStorm.ts'
import { makeFolder } from '../ledger/disk.ts'
import { removeWithUs } from '../ledger/endings.ts'
import { startPostgres } from '../ledger/postgresServer.ts'
import { markdownTable } from '../ledger/report.ts'
import { dateAndMachine, writeSection } from '../results.ts'

/** Ledgers with connections of their own; SQLite has one process. */
const PROCESSES = { SQLite: 1, PostgreSQL: 4 } as const
type Kind = keyof typeof PROCESSES

async function measure(kind: Kind, shows: number): Promise<Stormed> {
  const folder = await makeFolder(tmpdir(), 'lantern-shared-')
  const remove = removeWithUs(folder)
  const postgres = kind === 'PostgreSQL' ? await startPostgres(folder) : null
  const file = join(folder, 'lantern.db')
  const stormed = await storm({ url: postgres?.url ?? null, file, shows, processes: PROCESSES[kind] })
  await postgres?.close()
  await remove()
  return stormed
}

interface Run {
  readonly kind: Kind
  readonly shows: number
  readonly stormed: Stormed
}

/** Prints and keeps what came of it; true when all was sold, in all shows, and nothing twice. */
export async function runSharedStock(): Promise<boolean> {
  const runs: Run[] = []
  for (const kind of ['SQLite', 'PostgreSQL'] as const) {
    for (const shows of [1, SHOWS]) runs.push({ kind, shows, stormed: await measure(kind, shows) })
  }
  const checks = runs.map(check)
  const passed = checks.every(({ ok }) => ok)
  const rows = [
    ['', 'shows', 'granted', 'sold out', 'shows that sold', 'asks a second'],
    ...runs.map(({ kind, shows, stormed: { granted, soldOut, selling, holdsPerSecond } }) => [
      `${kind}, ${PROCESSES[kind]} ledger${PROCESSES[kind] > 1 ? 's' : ''}`,
      ...[shows, granted, soldOut, selling, Math.round(holdsPerSecond)].map(String),
    ]),
  ]
  const lines = [
    `\`npm run loadtest -- shared-stock\` ${dateAndMachine()}; Node ${process.versions.node}. ${UNITS} units of one variant, blocks of at most ${BLOCK}, 12,000 asks for one unit, 2,000 at once, half of them in a tenth of the shows; asked of the ledger itself, in the process that asks.`,
    '',
    `**${passed ? 'Passed' : 'FAILED'}.**`,
    '',
    ...markdownTable(rows),
    '',
    ...checks.map(({ what, ok }) => `- ${ok ? 'ok' : '**failed**'}: ${what}`),
  ]
  console.log(lines.join('\n'))
  await writeSection('shared-stock', lines)
  return passed
}

function check({ kind, shows, stormed }: Run) {
  const { granted, soldOut, taken, wrong, selling } = stormed
  const ok = granted === UNITS && taken === UNITS && soldOut === 2000 && wrong === 0 && selling === shows
  return { what: `${kind}, ${shows} shows: ${granted} granted, ${taken} taken, ${wrong} rows wrong`, ok }
}
