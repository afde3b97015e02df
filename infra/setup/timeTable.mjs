// @ts-check
// Where a run's time went, for who waits for it: how long each runner took, and its slowest files.
import { basename } from 'node:path'
import { specsOf } from './reports.mjs'
import { elapsed } from './tools/progress.mjs'

const SLOWEST = 4

/** @typedef {{ name: string, ms: number }} Took */

/** @param {Partial<import('./reports.mjs').VitestReport> | undefined} report of vitest; undefined when it wrote none @returns {Took[]} by file */
export function vitestTimes(report) {
  const files = report?.testResults ?? []
  return files.map(({ name = '', startTime = 0, endTime = 0 }) => ({ name, ms: endTime - startTime }))
}

/** @param {import('./reports.mjs').BrowserReport | undefined} report of playwright; undefined when it wrote none @returns {Took[]} by file */
export function playwrightTimes(report) {
  return (report?.suites ?? []).map((suite) => ({ name: suite.file ?? '', ms: suiteMs(suite) }))
}

/** Of all its tests, those of the suites in it too. @param {import('./reports.mjs').BrowserSuite} suite */
function suiteMs(suite) {
  const results = specsOf(suite).flatMap(({ tests }) => tests.flatMap((test) => test.results))
  return results.reduce((sum, { duration }) => sum + duration, 0)
}

/** @param {(Took & { files: Took[] })[]} runners @returns {string} a line for each */
export function timeTable(runners) {
  const wide = Math.max(...runners.map(({ name }) => name.length))
  return runners
    .map(({ name, ms, files }) => `${name.padEnd(wide)}  ${elapsed(ms).padStart(11)}  ${slowest(files)}`.trimEnd())
    .join('\n')
}

/** @param {Took[]} files */
function slowest(files) {
  const first = files.toSorted((one, other) => other.ms - one.ms).slice(0, SLOWEST)
  return first.map(({ name, ms }) => `${basename(name)} ${elapsed(ms)}`).join(', ')
}
