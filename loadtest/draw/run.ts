// Runs the benchmark of a large draw: `npm run bench:draw` once on each database, `-- --full` three times and kept.
import { endOrderlyAtSignals } from '../ledger/endings.ts'
import { alignColumns, markdownTable } from '../ledger/report.ts'
import { dateAndMachine, writeSection } from '../results.ts'
import { measureDraw } from './measure.ts'
import { ENTRANTS, type Figures, worstOf } from './plan.ts'
import { judgeDraws, rowsOf } from './report.ts'

const isFull = process.argv.includes('--full')
const rounds = isFull ? 3 : 1

async function measureAll(): Promise<ReadonlyMap<string, Figures>> {
  const all = new Map<string, Figures>()
  for (const database of ['SQLite', 'PostgreSQL'] as const) {
    const figures: Figures[] = []
    while (figures.length < rounds) figures.push(await measureDraw(database, ENTRANTS))
    all.set(database, worstOf(figures))
  }
  return all
}

endOrderlyAtSignals()
const all = await measureAll()
const checks = judgeDraws(all)
const passed = checks.every(({ ok }) => ok)
const about = `\`npm run bench:draw${isFull ? ' -- --full' : ''}\` ${dateAndMachine()}; Node ${process.versions.node}. ${ENTRANTS} viewers enter one draw by the ledger, it closes, its round comes out and it is settled as the server does it; then what is published is asked for over HTTP. The pause is the longest that this process's event loop was late by meanwhile; of ${rounds} rounds each figure is the worst.`
console.log([about, '', ...alignColumns(rowsOf(all)), ''].join('\n'))
for (const { what, ok } of checks) console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}`)
console.log(`result draw_pass ${passed ? 1 : 0}`)
if (isFull) {
  await writeSection('draw', [
    about,
    '',
    `**${passed ? 'Passed' : 'FAILED'}.**`,
    '',
    ...markdownTable(rowsOf(all)),
    '',
    ...checks.map(({ what, ok }) => `- ${ok ? 'ok' : '**failed**'}: ${what}`),
  ])
}
process.exit(passed ? 0 : 1)
