// A large draw holds where every figure is within its gate, on every database.
import { expect, test } from 'vitest'
import { ENTRANTS, type Figures, GATES, worstOf } from './plan.ts'
import { judgeDraws, rowsOf } from './report.ts'

const GOOD: Figures = {
  enterMs: 5000,
  settleMs: GATES.settle,
  settlePauseMs: GATES.pause,
  idlePauseMs: 2,
  bytes: 35 * ENTRANTS,
  firstMs: 90,
  againMs: 20,
  unchangedMs: 5,
  publishPauseMs: GATES.pause,
}
const holds = (one: Partial<Figures>) =>
  judgeDraws(
    new Map([
      ['SQLite', GOOD],
      ['PostgreSQL', { ...GOOD, ...one }],
    ]),
  ).every(({ ok }) => ok)

test('at its gates it holds, beyond one of them it does not', () => {
  expect(holds({})).toBe(true)
  expect(holds({ settleMs: GATES.settle + 1 })).toBe(false)
  expect(holds({ settlePauseMs: GATES.pause + 1 })).toBe(false)
  expect(holds({ publishPauseMs: GATES.pause + 1 })).toBe(false)
})

test('of several rounds each figure is the worst', () => {
  const worst = worstOf([GOOD, { ...GOOD, settleMs: 3000, firstMs: 10 }])

  expect([worst.settleMs, worst.firstMs]).toEqual([3000, 90])
})

test('every figure has a row', () => {
  expect(rowsOf(new Map([['SQLite', GOOD]]))).toHaveLength(1 + Object.keys(GOOD).length)
})
