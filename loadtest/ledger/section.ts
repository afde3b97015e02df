// The ledger's section of RESULTS.md: what ran on what, every row, the results, and why Redis makes what it makes.
import { dateAndMachine, writeSection } from '../results.ts'
import { CONTENDERS } from './contenders.ts'
import type { Plan } from './plan.ts'
import { postgresVersion } from './postgresServer.ts'
import { redisVersion } from './redisServer.ts'
import { explainRedis, markdownTable, type Result, resultLine } from './report.ts'
import { type Rounds, TABLE_HEAD, tableRow, whole } from './report.ts'

export interface Machine {
  /** node, SQLite, PostgreSQL, Redis. */
  readonly versions: readonly string[]
  /** Median fdatasync of 4 KB, ms. */
  readonly syncMs: number
}

export async function readMachine(syncMs: number): Promise<Machine> {
  const servers = await Promise.all([postgresVersion(), redisVersion()])
  return { versions: [`Node ${process.versions.node}`, `SQLite ${process.versions.sqlite}`, ...servers], syncMs }
}

/** Everything but the figures. */
export async function describeRun(plan: Plan, { versions, syncMs }: Machine): Promise<readonly string[]> {
  const contenders = await Promise.all(Object.values(CONTENDERS).map((load) => load()))
  return [
    `\`npm run bench:ledger -- --full\` ${dateAndMachine()}; ${versions.join(', ')}; the disk syncs 4 KB in ${syncMs.toFixed(2)} ms (median fdatasync). Clients and servers share the machine.`,
    `Holds of one unit, each by the next viewer, ${whole(plan.clients)} placed at any time over all processes; ${whole(plan.holds)} a measurement (${whole(plan.rowLockHolds)} with row locks) after a warm-up of ${plan.warmUpShare * 100} %, on a new database each; ${plan.rounds} rounds in turn, medians. Every hold counted was granted and found in the database afterwards. The event loop is watched at ${whole(plan.pacedPerSecond)} holds/s for ${plan.pacedMs / 1000} s in the process that has the SQLite ledger.`,
    '',
    ...contenders.map(({ title, settings }) => `- ${title}: ${settings}`),
  ]
}

export interface LedgerRun {
  readonly plan: Plan
  readonly machine: Machine
  readonly rounds: Rounds
  readonly results: readonly Result[]
}

export async function writeLedgerResults({ plan, machine, rounds, results }: LedgerRun): Promise<void> {
  const table = await Promise.all(
    rounds.rows.map(async (one) => tableRow((await CONTENDERS[one.row.contender]()).title, one)),
  )
  await writeSection('ledger', [
    ...(await describeRun(plan, machine)),
    '',
    `**${results.every((result) => result.ok) ? 'Passed' : 'FAILED'}.**`,
    '',
    ...markdownTable([TABLE_HEAD, ...table]),
    '',
    ...results.map((result) => `- ${result.ok ? 'ok' : '**failed**'}: \`${resultLine(result)}\` (${result.gate})`),
    '',
    ...explainRedis(rounds.rows),
  ])
}
