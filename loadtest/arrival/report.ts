// Turns the rounds of arrivals into medians, the table and the one figure that is judged.
import { alignColumns, markdownTable } from '../ledger/report.ts'
import { median } from '../ledger/stats.ts'
import { GATE_MS } from './plan.ts'

/** One step of one round. */
export interface Step {
  /** Viewers at its end. */
  readonly viewers: number
  readonly pageMs: number
  readonly joinMs: number
  /** Memory of the server for each who is there, after a collection. */
  readonly bytes: number
}

const HEAD = ['viewers', 'CPU ms per page', 'CPU ms per join', 'together', 'bytes per viewer'] as const

function medians(steps: readonly Step[]): readonly Step[] {
  const sizes = [...new Set(steps.map(({ viewers }) => viewers))]
  return sizes.map((viewers) => {
    const of = (pick: (step: Step) => number) =>
      median(steps.filter((step) => step.viewers === viewers).map((step) => pick(step)))
    return {
      viewers,
      pageMs: of((step) => step.pageMs),
      joinMs: of((step) => step.joinMs),
      bytes: of((step) => step.bytes),
    }
  })
}

/** The arrival that costs most of all sizes; NaN when nothing was measured. */
export function arrivalMs(steps: readonly Step[]): number {
  const together = medians(steps).map(({ pageMs, joinMs }) => pageMs + joinMs)
  return together.length === 0 ? NaN : Math.max(...together)
}

/** What is printed is what is judged: two digits. */
export const resultLine = (steps: readonly Step[]) => `result arrival_ms ${arrivalMs(steps).toFixed(2)}`
export const passes = (steps: readonly Step[]) => Number(arrivalMs(steps).toFixed(2)) <= GATE_MS

/** Of what the same page and reply cost from plain node:http and socket.io, in the same step of the same round: how many times as much; medians. */
export function arrivalRatio(steps: readonly Step[], bare: readonly Step[]): number {
  const ratios = steps.flatMap(({ pageMs, joinMs }, at) => {
    const beside = bare[at]
    return beside === undefined ? [] : [(pageMs + joinMs) / (beside.pageMs + beside.joinMs)]
  })
  return median(ratios)
}

export const ratioLine = (steps: readonly Step[], bare: readonly Step[]) =>
  `result arrival_ratio ${arrivalRatio(steps, bare).toFixed(2)}`

/** What is not ours to spend. */
export const bareLine = (bare: readonly Step[]) =>
  `the same page and reply from plain node:http and socket.io beside it: ${arrivalMs(bare).toFixed(2)} ms together`

function tableOf(steps: readonly Step[]): readonly (readonly string[])[] {
  const rows = medians(steps).map(({ viewers, pageMs, joinMs, bytes }) => [
    String(viewers),
    pageMs.toFixed(3),
    joinMs.toFixed(3),
    (pageMs + joinMs).toFixed(3),
    String(Math.round(bytes)),
  ])
  return [HEAD, ...rows]
}

export const printedTable = (steps: readonly Step[]) => alignColumns(tableOf(steps))
export const writtenTable = (steps: readonly Step[]) => markdownTable(tableOf(steps))
