// @ts-check
// Runs the test runners one after another in front of the human, and ends with one line: the sum over all of them.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withTools } from './environment.mjs'
import { playwrightResult, sum, vitestResult } from './results.mjs'
import { playwrightTimes, timeTable, vitestTimes } from './timeTable.mjs'
import { nodePath } from './steps/node.mjs'
import { BIN, ROOT } from './tools/places.mjs'
import { runInFront, runQuietly } from './tools/run.mjs'

/**
 * @typedef {object} Runner
 * @property {string} name
 * @property {string[]} command
 * @property {NodeJS.ProcessEnv} env
 * @property {string} report
 * @property {(report: any, code: number) => import('./results.mjs').Result} read
 * @property {(report: any) => import('./timeTable.mjs').Took[]} times
 */

/** @param {string} name */
function reportFile(name) {
  return join(ROOT, '.cache', 'reports', `${name}.json`)
}

/** @param {'unit' | 'deep'} project @param {string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Runner} */
export function unitTests(project, args, env = {}) {
  const report = reportFile(project)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = [join(BIN, 'vitest'), 'run', '--project', project, ...reporters, ...args]
  return { name: project, command, env, report, read: vitestResult, times: vitestTimes }
}

/** @param {string[]} args @param {string} [name] of the report @returns {Runner} */
export function browserTests(args, name = 'e2e') {
  const report = reportFile(name)
  const command = [join(BIN, 'playwright'), 'test', '--reporter=list,json', ...args]
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  return { name, command, env, report, read: playwrightResult, times: playwrightTimes }
}

/** @typedef {(command: string, args: string[], place: { env: NodeJS.ProcessEnv, cwd: string }) => Promise<number>} Run */

/**
 * @param {Runner[]} runners one after the other, in front
 * @param {object} [beside] what goes on at the same time
 * @param {Runner[]} [beside.behind] shown once they are done
 * @param {Promise<number>} [beside.checks] their exit code
 * @returns {Promise<number>} the exit code
 */
export async function runTests(runners, { behind = [], checks = Promise.resolve(0) } = {}) {
  const quiet = Promise.all(behind.map((runner) => runOne(runner, runBehind)))
  const results = []
  for (const runner of runners) results.push(await runOne(runner, runInFront))
  results.push(...(await quiet))
  const { passed, failed } = sum(results.map(({ result }) => result))
  const code = await checks
  if (code !== 0) console.error('\nThe checks have FAILED: see above.')
  console.log(`\nWhere the time went:\n${timeTable(results.map(({ took }) => took))}`)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? code : 1
}

/** Far enough behind for those in front to be done first, and not so far that a test's patience ends. */
const BEHIND = 5

/** @type {Run} */
async function runBehind(command, args, place) {
  const { code, output } = await runQuietly(command, args, { ...place, givesWay: BEHIND })
  console.log(output.trimEnd())
  return code
}

/** @param {Runner} runner @param {Run} run */
async function runOne({ name, command, env, report: file, read, times }, run) {
  mkdirSync(dirname(file), { recursive: true })
  // An old report must not speak for a runner that crashes.
  rmSync(file, { force: true })
  const startedAt = Date.now()
  const code = await run(nodePath(), command, { env: withTools(env), cwd: ROOT })
  const ms = Date.now() - startedAt
  const report = readReport(file)
  const result = read(report, code)
  if (result.why) console.error(`${name}: ${result.why}`)
  return { result, took: { name, ms, files: times(report) } }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
