// Keeps RESULTS.md true: the newest run of a scenario replaces the one before, with machine, date and command.
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { SpikePlan, Verdict } from './plan.ts'
import type { SpikeRun } from './runK6.ts'

const file = fileURLToPath(new URL('RESULTS.md', import.meta.url))

/** Writes the spike's section between its markers. */
export async function writeResults(verdict: Verdict, run: SpikeRun, plan: SpikePlan): Promise<void> {
  const text = await readFile(file, 'utf8')
  const [open, close] = ['<!-- spike -->', '<!-- /spike -->']
  const before = text.slice(0, text.indexOf(open) + open.length)
  const after = text.slice(text.indexOf(close))
  await writeFile(file, `${before}\n${section(verdict, run, plan)}\n${after}`)
}

function section(verdict: Verdict, run: SpikeRun, plan: SpikePlan): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`
  return [
    '',
    `\`npm run loadtest -- spike\` on ${new Date().toISOString().slice(0, 10)}, ${machine}; k6, server, shop and SQLite share the machine.`,
    `${plan.buyers} buyers on sockets of their own, joined first, then each holding at an instant fixed beforehand within ${plan.withinMs / 1000} s, at ${plan.units} units; ${plan.payers} winners pay.`,
    '',
    `**${verdict.pass ? 'Passed' : 'FAILED'}.**`,
    '',
    '| figure | value |',
    '| --- | --- |',
    ...Object.entries(run.figures).map(([name, value]) => `| ${name} | ${value} |`),
    '',
    ...verdict.checks.map((check) => `- ${check.ok ? 'ok' : '**failed**'}: ${check.what}`),
    '',
  ].join('\n')
}
