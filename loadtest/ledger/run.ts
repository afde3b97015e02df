// Runs the ledger's benchmark: `npm run bench:ledger` for a first look of two minutes, `-- --full` for what is kept.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { CONTENDERS } from './contenders.ts'
import { makeFolder, measureSync, refuseMemory } from './disk.ts'
import { endOrderlyAtSignals, removeWithUs } from './endings.ts'
import { measure, measurePaced, type Measurement } from './measure.ts'
import { FULL, type Plan, QUICK, type Row, ROWS } from './plan.ts'
import { alignColumns, judge, resultLine, type Rounds, TABLE_HEAD, tableRow, whole } from './report.ts'
import { describeRun, readMachine, writeLedgerResults } from './section.ts'

const PACED: Row = { contender: 'sqlite', processes: 1, offers: 1 }
/** Beside the server's own data, and like them not in git. */
const data = fileURLToPath(new URL('../../data/', import.meta.url))

/** The processes take turns within a round, so that what else the machine does falls on all of them. */
async function runRounds(plan: Plan, folder: string): Promise<Rounds> {
  const rows = ROWS.map((row) => ({ row, rounds: new Array<Measurement>() }))
  const paced: Measurement[] = []
  for (let round = 1; round <= plan.rounds; round++) {
    for (const { row, rounds } of rows) {
      const measured = await measure(row, plan, folder)
      rounds.push(measured)
      console.log(`round ${round}: ${await nameOf(row)}: ${whole(measured.perSecond)} holds/s`)
    }
    paced.push(await measurePaced(PACED, plan, folder))
  }
  return { rows, paced }
}

async function nameOf({ contender, processes, offers }: Row): Promise<string> {
  const { title } = await CONTENDERS[contender]()
  return `${title}, ${processes} ${processes === 1 ? 'process' : 'processes'}, ${offers === 1 ? 'hot offer' : `${offers} offers`}`
}

async function printTable({ rows }: Rounds): Promise<void> {
  const lines = await Promise.all(rows.map(async (one) => tableRow((await CONTENDERS[one.row.contender]()).title, one)))
  console.log(['', ...alignColumns([TABLE_HEAD, ...lines]), ''].join('\n'))
}

/** True when every gate is met. */
async function runBench(isFull: boolean): Promise<boolean> {
  await mkdir(data, { recursive: true })
  await refuseMemory(data)
  const folder = await makeFolder(data, 'bench-ledger-')
  const remove = removeWithUs(folder)
  const plan = isFull ? FULL : QUICK
  try {
    const machine = await readMachine(measureSync(folder))
    console.log((await describeRun(plan, machine)).join('\n'))
    const rounds = await runRounds(plan, folder)
    await printTable(rounds)
    const results = judge(rounds)
    if (isFull) await writeLedgerResults({ plan, machine, rounds, results })
    for (const { name, gate } of results.filter((one) => !one.ok)) console.log(`MISSED ${name}: must be ${gate}`)
    for (const result of results) console.log(resultLine(result))
    return results.every((result) => result.ok)
  } finally {
    await remove()
  }
}

endOrderlyAtSignals()
const passed = await runBench(process.argv.includes('--full'))
process.exit(passed ? 0 : 1)
