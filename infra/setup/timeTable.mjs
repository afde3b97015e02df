// @ts-check
// Where a run's time went, for who waits for it: how long each runner took, and its slowest files.
import { basename } from 'node:path'
import { elapsed } from './tools/progress.mjs'

const SLOWEST = 4

/** @typedef {{ name: string, ms: number }} Took */

/** @param {any} report of vitest; undefined when it wrote none @returns {Took[]} by file */
export function vitestTimes(report) {
  const files = report?.testResults ?? []
  return files.map((/** @type {any} */ { name, startTime, endTime }) => ({ name, ms: endTime - startTime }))
}

/** @param {any} report of playwright; undefined when it wrote none @returns {Took[]} by file */
export function playwrightTimes(report) {
  const files = report?.suites ?? []
  return files.map((/** @type {any} */ suite) => ({ name: suite.file, ms: suiteMs(suite) }))
}

/** Of all its tests, those of the suites in it too. @param {any} suite @returns {number} */
function suiteMs({ specs = [], suites = [] }) {
  const results = specs
    .flatMap((/** @type {any} */ { tests }) => tests)
    .flatMap((/** @type {any} */ test) => test.results)
  const own = results.reduce((/** @type {number} */ sum, /** @type {any} */ { duration }) => sum + duration, 0)
  return suites.reduce((/** @type {number} */ sum, /** @type {any} */ inner) => sum + suiteMs(inner), own)
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
