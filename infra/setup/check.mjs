// @ts-check
// Format, lint and sizes, types, arrows: at the same time, each remembering in .cache/ what it has found good already.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { withTools } from './environment.mjs'
import { nodePath } from './steps/node.mjs'
import { BIN, ROOT } from './tools/places.mjs'
import { elapsed } from './tools/progress.mjs'
import { runQuietly } from './tools/run.mjs'
import { unlessSeen } from './tools/seen.mjs'
import { fingerprint } from './tools/stamp.mjs'

const ROOMS = ['shared', 'server', 'studio', 'viewer', 'infra', 'loadtest']
/** Programs of packages, by name. */
const bin = (/** @type {string} */ name) => join(BIN, name)
/** The compiler in native code: less than half the work. It has no interface for programs, so lint has TypeScript 6 beside it. */
const COMPILER = join(ROOT, 'node_modules/typescript-native/bin/tsc')
const TOOLS = {
  types: [COMPILER, '--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo', '--pretty'],
  lint: [join(ROOT, 'infra/lint/run.mjs')],
  arrows: [bin('depcruise'), '--config', '.dependency-cruiser.cjs', ...ROOMS],
  format: [bin('prettier'), '--check', ...'--cache --cache-location .cache/prettier --log-level warn .'.split(' ')],
}
/** Made by programs, or pictures that the browser tests draw. */
const NOT_SOURCES =
  /(^|\/)(node_modules|dist|data|backups|shop-data|test-results|playwright-report|\.git|\.cache)(\/|$)|\.png$/

/** Of everything that any of them may look at, and of the packages that are installed. */
function everything() {
  const files = fingerprint(ROOT, ['.'], (name) => !NOT_SOURCES.test(name))
  const packages = fingerprint(ROOT, ['node_modules/.package-lock.json'])
  return [process.version, files, packages].join(' ')
}

/**
 * @param {string[]} only names of TOOLS; none means all
 * @param {{ givesWay?: number }} [how]
 * @returns {Promise<number>} the exit code
 */
export async function check(only, how = {}) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  const sources = everything()
  const wanted = Object.entries(TOOLS).filter(([name]) => only.length === 0 || only.includes(name))
  const oks = await Promise.all(wanted.map(([name, command]) => tell(name, () => runTool(command, how), sources)))
  return oks.every(Boolean) ? 0 : 1
}

/**
 * @param {string} name of a tool
 * @param {() => Promise<{ code: number, output: string }>} run
 * @param {string} sources
 */
async function tell(name, run, sources) {
  const startedAt = Date.now()
  let output = ''
  let took = 'nothing changed'
  const isGood = await unlessSeen(join(ROOT, '.cache', 'checks', name), sources, async () => {
    const ran = await run()
    output = ran.output.trimEnd()
    took = elapsed(Date.now() - startedAt)
    return ran.code === 0
  })
  console.log(`check ${name.padEnd(6)}  ${isGood ? 'good' : 'FAILED'} (${took})`)
  if (!isGood) console.log(output)
  return isGood
}

/** @param {string[]} command @param {{ givesWay?: number }} how */
function runTool(command, how) {
  return runQuietly(nodePath(), command, { cwd: ROOT, env: withTools(), ...how })
}
