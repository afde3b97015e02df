// Says what was measured of large draws, and whether each holds.
import type { Check } from '../plan.ts'
import { type Figures, GATES } from './plan.ts'

const ROWS: readonly (readonly [string, (one: Figures) => number])[] = [
  ['all enter, ms', ({ enterMs }) => enterMs],
  ['settled, ms', ({ settleMs }) => settleMs],
  ['longest pause meanwhile, ms', ({ settlePauseMs }) => settlePauseMs],
  ['longest pause while nothing is done, ms', ({ idlePauseMs }) => idlePauseMs],
  ['what is published, bytes', ({ bytes }) => bytes],
  ['asked for the first time, ms', ({ firstMs }) => firstMs],
  ['asked for again, ms', ({ againMs }) => againMs],
  ['asked for by who has it, ms', ({ unchangedMs }) => unchangedMs],
  ['longest pause while it is asked for, ms', ({ publishPauseMs }) => publishPauseMs],
]

export function rowsOf(all: ReadonlyMap<string, Figures>): string[][] {
  const figures = [...all.values()]
  return [['', ...all.keys()], ...ROWS.map(([what, pick]) => [what, ...figures.map((one) => pick(one).toFixed(0))])]
}

export function judgeDraws(all: ReadonlyMap<string, Figures>): Check[] {
  return [...all].flatMap(([name, { settleMs, settlePauseMs, publishPauseMs }]) => [
    { what: `${name}: settled within ${GATES.settle} ms: ${settleMs.toFixed(0)}`, ok: settleMs <= GATES.settle },
    {
      what: `${name}: no pause above ${GATES.pause} ms: ${settlePauseMs.toFixed(0)} and ${publishPauseMs.toFixed(0)}`,
      ok: Math.max(settlePauseMs, publishPauseMs) <= GATES.pause,
    },
  ])
}
