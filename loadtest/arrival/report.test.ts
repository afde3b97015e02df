// Medians and the judged figure, from steps made up for it.
import { expect, test } from 'vitest'
import { arrivalMs, arrivalRatio, passes, printedTable, ratioLine, resultLine } from './report.ts'

const step = (viewers: number, pageMs: number, joinMs: number) => ({ viewers, pageMs, joinMs, bytes: 30_000 })

test('the size at which an arrival costs most is judged, by its medians', () => {
  const steps = [step(500, 0.2, 0.3), step(6000, 0.2, 0.5), step(6000, 0.2, 0.4), step(6000, 9, 9)]

  expect(resultLine(steps)).toBe('result arrival_ms 0.70')
  expect(passes(steps)).toBe(true)
})

test('what is printed is what is judged', () => {
  expect(passes([step(500, 0.4, 0.404)])).toBe(true)
  expect(passes([step(500, 0.4, 0.41)])).toBe(false)
})

test('nothing measured passes nothing', () => {
  expect(arrivalMs([])).toBeNaN()
  expect(passes([])).toBe(false)
})

test('a row for each size', () => {
  expect(printedTable([step(500, 0.2, 0.3), step(500, 0.2, 0.3), step(2000, 0.2, 0.3)])).toHaveLength(3)
})

test('beside the bare server each step is compared with the one of the same moment', () => {
  const steps = [step(500, 0.2, 0.4), step(2000, 0.4, 0.8), step(6000, 0.9, 0.9)]
  const bare = [step(500, 0.1, 0.2), step(2000, 0.1, 0.3), step(6000, 0.3, 0.6)]

  expect(ratioLine(steps, bare)).toBe('result arrival_ratio 2.00')
  expect(arrivalRatio(steps.slice(1), bare.slice(1))).toBeCloseTo(2.5)
})
