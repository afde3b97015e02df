// Turns the rounds into medians, the result lines and the gates, and words for people.
import type { Measurement } from './measure.ts'
import { GATES, REDIS_EXPECTED_PER_SECOND, type Row } from './plan.ts'
import { median } from './stats.ts'

/** All rounds of one row. */
export interface RowRounds {
  readonly row: Row
  readonly rounds: readonly Measurement[]
}

export interface Result {
  readonly name: string
  readonly value: number
  readonly gate: string
  readonly ok: boolean
}

export interface Rounds {
  readonly rows: readonly RowRounds[]
  /** SQLite at a steady pace. */
  readonly paced: readonly Measurement[]
}

type Figure = 'perSecond' | 'p50Ms' | 'p99Ms' | 'cpuMicros' | 'serverLoad' | 'loopDelayP99Ms'

/** The median of a figure over the rounds; NaN where it was not measured. */
export function middle(rounds: readonly Measurement[], figure: Figure): number {
  return median(rounds.map((round) => round[figure] ?? NaN))
}

/** In the order they are printed, with their gates. A figure that is missing misses its gate. */
export function judge({ rows, paced }: Rounds): readonly Result[] {
  const of = (contender: Row['contender'], processes: number, figure: Figure) =>
    middle(hotRounds(rows, contender, processes), figure)
  const sqlite = of('sqlite', 1, 'perSecond') / of('redis', 1, 'perSecond')
  const postgres4 = of('postgres', 4, 'perSecond') / of('redis', 4, 'perSecond')
  const p99 = of('postgres', 4, 'p99Ms') / of('redis', 4, 'p99Ms')
  return [
    atLeast('sqlite_vs_redis', sqlite, GATES.sqliteVsRedis),
    atLeast('postgres4_vs_redis4', postgres4, GATES.postgres4VsRedis4),
    atMost('postgres4_p99_vs_redis4_p99', p99, GATES.postgres4P99VsRedis4P99),
    atMost('loop_delay_p99_ms', middle(paced, 'loopDelayP99Ms'), GATES.loopDelayP99Ms),
  ]
}

function hotRounds(rows: readonly RowRounds[], contender: Row['contender'], processes: number) {
  const is = ({ row }: RowRounds) => row.contender === contender && row.processes === processes && row.offers === 1
  return rows.find(is)?.rounds ?? []
}

function atLeast(name: string, value: number, gate: number): Result {
  return { name, value, gate: `>= ${gate}`, ok: value >= gate }
}

function atMost(name: string, value: number, gate: number): Result {
  return { name, value, gate: `<= ${gate}`, ok: value <= gate }
}

export const resultLine = ({ name, value }: Result) => `result ${name} ${value.toFixed(2)}`

export const TABLE_HEAD = [
  'contender',
  'offers',
  'processes',
  'holds/s (range)',
  'p50 ms',
  'p99 ms',
  'CPU µs per hold',
  "server's cores",
] as const

/** The cells of one row under TABLE_HEAD. */
export function tableRow(title: string, { row, rounds }: RowRounds): readonly string[] {
  const rates = rounds.map((round) => round.perSecond)
  const range = `${whole(Math.min(...rates))}-${whole(Math.max(...rates))}`
  return [
    title,
    row.offers === 1 ? '1 (hot)' : String(row.offers),
    String(row.processes),
    `${whole(middle(rounds, 'perSecond'))} (${range})`,
    decimals(middle(rounds, 'p50Ms'), 1),
    decimals(middle(rounds, 'p99Ms'), 1),
    decimals(middle(rounds, 'cpuMicros'), 1),
    decimals(middle(rounds, 'serverLoad'), 2),
  ]
}

export const whole = (value: number) => Math.round(value).toLocaleString('en-US')

function decimals(value: number, digits: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(digits)
}

/** Columns under each other, for a terminal. */
export function alignColumns(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  return lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

export function markdownTable(lines: readonly (readonly string[])[]): string[] {
  const [head = [], ...body] = lines.map((line) => `| ${line.join(' | ')} |`)
  return [...[head].flat(), `|${' --- |'.repeat(lines[0]?.length ?? 0)}`, ...body]
}

/** A ratio to a slow Redis means something only with the reason it is slow: which of disk, client and Redis is at its limit. */
export function explainRedis(rows: readonly RowRounds[]): readonly string[] {
  const rounds = hotRounds(rows, 'redis', 1)
  const perSecond = middle(rounds, 'perSecond')
  if (!(perSecond < REDIS_EXPECTED_PER_SECOND)) return []
  const server = middle(rounds, 'serverLoad')
  const micros = (server / perSecond) * 1e6
  const client = middle(rounds, 'cpuMicros') - micros
  return [
    `Redis with one process makes ${whole(perSecond)} holds/s, less than ${whole(REDIS_EXPECTED_PER_SECOND)}. In this run its one thread used ${Math.round(server * 100)} % of a core, ${micros.toFixed(0)} µs a hold, its client ${client.toFixed(0)} µs. By \`INFO commandstats\`, each: ${rounds.at(-1)?.remarks.join(', ')}.`,
  ]
}
