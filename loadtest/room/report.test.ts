// Medians, ratios and gates, from figures made up for it.
import { expect, test } from 'vitest'
import type { LoadName, SenderName } from './plan.ts'
import { allowedSizes } from './plan.ts'
import { describeShows, judge, printedTable, resultLine } from './report.ts'
import type { ShowFigures } from './show.ts'

const row = (key: `${SenderName} ${LoadName}`, perFrame: number, perComment: number | null = null) => {
  const [sender, load] = key.split(' ') as [SenderName, LoadName]
  return { sender, load, sockets: 2000, perFrame, perComment, frameBytes: 100 }
}
const show = (more: Partial<ShowFigures> = {}): ShowFigures => ({
  joinCpuMs: 0.5,
  pinP50Ms: 20,
  pinP99Ms: 90,
  pins: 10,
  comments: 100,
  cores: 0.4,
  isIdentical: true,
  ...more,
})
const wire = [
  row('emit comment', 12, 12),
  row('publisher comments40', 16, 0.4),
  row('publisher comments4', 8, 2),
  row('emit state', 12),
  row('publisher state', 8),
]

test('results are ratios of medians, in the order that is promised', () => {
  const rounds = { wire: [...wire, row('emit comment', 999, 999), row('emit comment', 1, 1)], shows: [show()] }

  expect(judge(rounds).map(resultLine)).toEqual([
    'result sampled_vs_naive 6.00',
    'result comments_vs_naive 30.00',
    'result broadcast_vs_socketio 1.50',
    'result pin_p99_ms 90',
    'result state_identical 1',
  ])
  expect(judge(rounds).every(({ ok }) => ok)).toBe(true)
})

test('other sizes are shown and not judged', () => {
  const rounds = { wire: [...wire, { ...row('emit comment', 1, 1), sockets: 9000 }], shows: [show()] }

  expect(judge(rounds)[1]?.value).toBe(30)
  expect(printedTable(rounds)).toHaveLength(7)
})

test('one show that does not agree, or a late pin, misses its gate', () => {
  const missed = (shows: ShowFigures[]) =>
    judge({ wire, shows })
      .filter(({ ok }) => !ok)
      .map(({ name }) => name)

  expect(missed([show(), show({ isIdentical: false })])).toEqual(['state_identical'])
  expect(missed([show({ pinP99Ms: 201 })])).toEqual(['pin_p99_ms'])
  expect(missed([])).toEqual(['pin_p99_ms', 'state_identical'])
})

test('what was not measured passes no gate', () => {
  expect(judge({ wire: [], shows: [] }).some(({ ok }) => ok)).toBe(false)
})

test('a show is told in words', () => {
  expect(describeShows({ wire, shows: [show(), show(), show({ pinP99Ms: 200 })] })).toContain('99 % within 90 ms')
})

test('sizes that the limit of open files does not allow are left out', () => {
  expect(allowedSizes([2000, 9000], 4096)).toEqual([2000])
})
