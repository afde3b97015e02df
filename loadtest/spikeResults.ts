// The spike's section of RESULTS.md.
import type { SpikePlan, Verdict } from './plan.ts'
import { dateAndMachine, writeSection } from './results.ts'
import type { SpikeRun } from './runK6.ts'

export function writeResults(verdict: Verdict, run: SpikeRun, plan: SpikePlan): Promise<void> {
  return writeSection('spike', [
    `\`npm run loadtest -- spike\` ${dateAndMachine()}; k6, server, shop and SQLite share the machine.`,
    `${plan.buyers} buyers on sockets of their own, joined first, then each holding at an instant fixed beforehand within ${plan.withinMs / 1000} s, at ${plan.units} units; ${plan.payers} winners pay.`,
    '',
    `**${verdict.pass ? 'Passed' : 'FAILED'}.**`,
    '',
    '| figure | value |',
    '| --- | --- |',
    ...Object.entries(run.figures).map(([name, value]) => `| ${name} | ${value} |`),
    '',
    ...verdict.checks.map((check) => `- ${check.ok ? 'ok' : '**failed**'}: ${check.what}`),
  ])
}
