// @ts-check
// Runs the test runners one after another in front of the human, and ends with one line: the sum over all of them.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withTools } from './environment.mjs'
import { playwrightFailures, playwrightFlaky, vitestFailures } from './reports.mjs'
import { playwrightResult, sum, vitestResult } from './results.mjs'
import { playwrightTimes, timeTable, vitestTimes } from './timeTable.mjs'
import { nodePath } from './steps/node.mjs'
import { inMemory } from './tools/memoryFolder.mjs'
import { BIN, ROOT } from './tools/places.mjs'
import { runInFront, runQuietly } from './tools/run.mjs'

/**
 * @typedef {object} Runner
 * @property {string} name
 * @property {string[]} command
 * @property {NodeJS.ProcessEnv} env
 * @property {string} report
 * @property {(report: unknown, code: number) => Said} read of the report; undefined when the runner wrote none
 */

/**
 * @typedef {object} Said
 * @property {import('./results.mjs').Result} result
 * @property {import('./timeTable.mjs').Took[]} files
 * @property {string[]} failures
 * @property {string[]} flaky
 */

/** @param {unknown} read @param {number} code the runner's exit code @returns {Said} */
export function readVitest(read, code) {
  const report = /** @type {import('./reports.mjs').VitestReport | undefined} */ (read)
  return { result: vitestResult(report, code), files: vitestTimes(report), failures: vitestFailures(report), flaky: [] }
}

/** @param {unknown} read @param {number} code the runner's exit code @returns {Said} */
function readPlaywright(read, code) {
  const report = /** @type {import('./reports.mjs').BrowserReport | undefined} */ (read)
  return {
    result: playwrightResult(report, code),
    files: playwrightTimes(report),
    failures: playwrightFailures(report),
    flaky: playwrightFlaky(report),
  }
}

/** @param {string} name */
function reportFile(name) {
  return join(ROOT, '.cache', 'reports', `${name}.json`)
}

/** @param {'unit' | 'deep' | 'proofs' | 'timed'} project @param {string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Runner} */
export function unitTests(project, args, env = {}) {
  const report = reportFile(project)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = [join(BIN, 'vitest'), 'run', '--project', project, ...reporters, ...args]
  return { name: project, command, env, report, read: readVitest }
}

/** @param {string[]} args @param {string} [name] of the report @returns {Runner} */
export function browserTests(args, name = 'e2e') {
  const report = reportFile(name)
  const command = [join(BIN, 'playwright'), 'test', '--reporter=list,json', ...args]
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  return { name, command, env, report, read: readPlaywright }
}

/** @typedef {(command: string, args: string[], place: { env: NodeJS.ProcessEnv, cwd: string }) => Promise<number>} Run */

/**
 * @param {Runner[]} runners one after the other, in front
 * @param {object} [beside] what goes on at the same time
 * @param {Runner[]} [beside.behind] shown once they are done
 * @param {Promise<number>} [beside.checks] their exit code
 * @param {Runner[]} [beside.alone] once all others are done: they have the machine to themselves
 * @returns {Promise<number>} the exit code
 */
export async function runTests(runners, { behind = [], checks = Promise.resolve(0), alone = [] } = {}) {
  const memory = inMemory()
  const place = { env: withTools(memory.env), cwd: ROOT }
  const quiet = Promise.all(behind.map((runner) => runOne(runner, runBehind, place)))
  const results = []
  for (const runner of runners) results.push(await runOne(runner, runInFront, place))
  results.push(...(await quiet))
  for (const runner of alone) results.push(await runOne(runner, runInFront, place))
  memory.close()
  const { passed, failed } = sum(results.map(({ result }) => result))
  const code = await checks
  if (code !== 0) console.error('\nThe checks have FAILED: see above.')
  console.log(`\nWhere the time went:\n${timeTable(results.map(({ took }) => took))}`)
  tell(
    'What passed only when it was tried again:',
    results.flatMap((one) => one.flaky),
  )
  tell(
    'What failed:',
    results.flatMap((one) => one.failures),
  )
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? code : 1
}

/** @param {string} title @param {string[]} lines */
function tell(title, lines) {
  if (lines.length > 0) console.log(`\n${title}\n${lines.join('\n')}`)
}

/** Far enough behind for those in front to be done first, and not so far that a test's patience ends. */
const BEHIND = 5

/** @type {Run} */
async function runBehind(command, args, place) {
  const { code, output } = await runQuietly(command, args, { ...place, givesWay: BEHIND })
  console.log(output.trimEnd())
  return code
}

/** @param {Runner} runner @param {Run} run @param {Parameters<Run>[2]} place */
async function runOne({ name, command, env, report: file, read }, run, place) {
  mkdirSync(dirname(file), { recursive: true })
  // An old report must not speak for a runner that crashes.
  rmSync(file, { force: true })
  const startedAt = Date.now()
  const code = await run(nodePath(), command, { ...place, env: { ...place.env, ...env } })
  const ms = Date.now() - startedAt
  const { result, files, failures, flaky } = read(readReport(file), code)
  if (result.why) console.error(`${name}: ${result.why}`)
  return { result, took: { name, ms, files }, failures, flaky }
}

/** @param {string} file @returns {unknown} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
