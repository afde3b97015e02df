// Where the time went is read from the runners' own reports.
import { expect, test } from 'vitest'
import { playwrightTimes, timeTable, vitestTimes } from './timeTable.mjs'

test('each runner has a line with its slowest files first', () => {
  const spec = (...durations: number[]) => ({ tests: [{ results: durations.map((duration) => ({ duration })) }] })
  const browser = playwrightTimes({
    suites: [
      { file: 'short.e2e.ts', specs: [spec(1_000)] },
      { file: 'long.e2e.ts', specs: [spec(2_000, 3_000)], suites: [{ specs: [spec(4_000)] }] },
    ],
  })
  const unit = vitestTimes({ testResults: [{ name: '/here/a.test.ts', startTime: 10_000, endTime: 12_500 }] })

  const lines = timeTable([
    { name: 'e2e', ms: 95_000, files: browser },
    { name: 'unit', ms: 3_000, files: unit },
  ]).split('\n')

  expect(lines[0]).toMatch(/^e2e .* 1 min 35 s {2}long\.e2e\.ts 9\.0 s, short\.e2e\.ts 1\.0 s$/)
  expect(lines[1]).toMatch(/^unit .* 3\.0 s {2}a\.test\.ts 2\.5 s$/)
})

test('seconds are rounded into minutes', () => {
  const lineOf = (ms: number) => timeTable([{ name: 'unit', ms, files: [] }])

  expect(lineOf(119_600)).toMatch(/ 2 min 0 s$/)
  expect(lineOf(59_990)).toMatch(/ 1 min 0 s$/)
  expect(lineOf(59_900)).toMatch(/ 59\.9 s$/)
})

test('a runner that wrote no report has its time alone', () => {
  expect(timeTable([{ name: 'unit', ms: 3_000, files: vitestTimes(undefined) }])).toMatch(/^unit +3\.0 s$/)
  expect(playwrightTimes(undefined)).toEqual([])
})
