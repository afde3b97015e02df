// Medians, ratios and gates, from figures made up for it.
import { expect, test } from 'vitest'
import type { Measurement } from './measure.ts'
import type { ContenderName } from './plan.ts'
import { explainRedis, judge, markdownTable, resultLine, tableRow } from './report.ts'

const round = (more: Partial<Measurement>): Measurement => ({
  perSecond: 1,
  p50Ms: 1,
  p99Ms: 1,
  cpuMicros: null,
  serverLoad: null,
  loopDelayP99Ms: null,
  remarks: [],
  ...more,
})

const rowOf = (contender: ContenderName, processes: number, rounds: Partial<Measurement>[]) => ({
  row: { contender, processes, offers: 1 },
  rounds: rounds.map(round),
})

function rounds(more: { sqlite?: number; postgresP99?: number } = {}) {
  return {
    rows: [
      // With many offers, and so not what is judged.
      { row: { contender: 'sqlite' as const, processes: 1, offers: 20 }, rounds: [round({ perSecond: 1 })] },
      rowOf('sqlite', 1, [{ perSecond: 10 }, { perSecond: more.sqlite ?? 160 }, { perSecond: 900 }]),
      rowOf('redis', 1, [{ perSecond: 100 }]),
      rowOf('postgres', 1, [{ perSecond: 1 }]),
      rowOf('postgres', 4, [{ perSecond: 90, p99Ms: more.postgresP99 ?? 50 }]),
      rowOf('redis', 4, [{ perSecond: 100, p99Ms: 50 }]),
    ],
    paced: [round({ loopDelayP99Ms: 3 }), round({ loopDelayP99Ms: 40 }), round({ loopDelayP99Ms: 4 })],
  }
}

test('ratios are of the medians on the hot offer, with the process counts they name', () => {
  const results = judge(rounds())

  expect(results.map(resultLine)).toEqual([
    'result sqlite_vs_redis 1.60',
    'result postgres4_vs_redis4 0.90',
    'result postgres4_p99_vs_redis4_p99 1.00',
    'result loop_delay_p99_ms 4.00',
  ])
  expect(results.every((result) => result.ok)).toBe(true)
})

test('a ratio below its gate and a delay above it are missed, each by name', () => {
  const missed = judge(rounds({ sqlite: 149, postgresP99: 51 })).filter((result) => !result.ok)

  expect(missed.map((result) => result.name)).toEqual(['sqlite_vs_redis', 'postgres4_p99_vs_redis4_p99'])
})

test('what was not measured passes no gate', () => {
  const results = judge({ rows: [], paced: [] })

  expect(results.map((result) => result.ok)).toEqual([false, false, false, false])
})

test('a row shows medians, the range of the rounds, and a dash for what the system does not tell', () => {
  const row = rowOf('redis', 4, [{ perSecond: 1000, cpuMicros: 9 }, { perSecond: 3000 }, { perSecond: 2000 }])

  expect(tableRow('Redis', row)).toEqual(['Redis', '1 (hot)', '4', '2,000 (1,000-3,000)', '1.0', '1.0', '-', '-'])
})

test('a table has a rule under its head', () => {
  const head = ['a', 'b']

  expect(markdownTable([head, ['1', '2']])).toEqual(['| a | b |', '| --- | --- |', '| 1 | 2 |'])
})

test('a slow Redis is explained by what its thread and its client used', () => {
  const slow = rowOf('redis', 1, [{ perSecond: 30_000, serverLoad: 0.9, cpuMicros: 42, remarks: ['zadd 2.3 µs'] }])

  const [words] = explainRedis([slow])

  expect(words).toContain('30,000 holds/s')
  expect(words).toContain('90 % of a core, 30 µs a hold, its client 12 µs')
  expect(words).toContain('zadd 2.3 µs')
})

test('a fast Redis needs no words', () => {
  expect(explainRedis([rowOf('redis', 1, [{ perSecond: 45_000 }])])).toEqual([])
})
