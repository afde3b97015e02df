// @ts-check
// Format, lint and sizes, types, arrows: at the same time, each remembering in .cache/ what it has already seen.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { withTools } from './environment.mjs'
import { nodePath } from './steps/node.mjs'
import { BIN, ROOT } from './tools/places.mjs'
import { elapsed } from './tools/progress.mjs'
import { runQuietly } from './tools/run.mjs'

const ROOMS = ['shared', 'server', 'studio', 'viewer', 'infra', 'loadtest']
const TOOLS = {
  types: ['tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo', '--pretty'],
  lint: ['eslint', '.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint/', '--color'],
  arrows: ['depcruise', '--config', '.dependency-cruiser.cjs', ...ROOMS],
  format: ['prettier', '--check', '--cache', '--cache-location', '.cache/prettier', '--log-level', 'warn', '.'],
}

/**
 * @param {string[]} only names of TOOLS; none means all
 * @param {{ givesWay?: boolean }} [how] whether everything else on the machine comes first
 * @returns {Promise<number>} the exit code
 */
export async function check(only, { givesWay = false } = {}) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  const wanted = Object.entries(TOOLS).filter(([name]) => only.length === 0 || only.includes(name))
  const oks = await Promise.all(wanted.map(([name, command]) => runTool(name, command, givesWay)))
  return oks.every(Boolean) ? 0 : 1
}

/** @param {string} name @param {string[]} command @param {boolean} givesWay */
async function runTool(name, [program = '', ...args], givesWay) {
  const startedAt = Date.now()
  const { code, output } = await runQuietly(nodePath(), [join(BIN, program), ...args], {
    cwd: ROOT,
    env: withTools(),
    givesWay,
  })
  const took = elapsed(Date.now() - startedAt)
  console.log(`check ${name.padEnd(6)}  ${code === 0 ? 'good' : 'FAILED'} (${took})`)
  if (code !== 0) console.log(output.trimEnd())
  return code === 0
}
