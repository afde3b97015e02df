// @ts-check
// Node 24 or newer for everything that is ours: from the npm package `node`, or the user's own.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findOnPath, isProgram, ROOT } from '../tools/places.mjs'
import { runQuietly } from '../tools/run.mjs'

const OLDEST = 24
const packaged = join(ROOT, 'node_modules', 'node')
const command = 'npm rebuild node'

/** @param {string} version */
function isRecent(version) {
  return Number.parseInt(version.replace(/^v/, ''), 10) >= OLDEST
}

/** @returns {{ path: string, version: string } | undefined} */
function packagedNode() {
  const path = join(packaged, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!isProgram(path)) return undefined
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8'))
  return isRecent(version) ? { path, version } : undefined
}

/** The Node that runs everything; call it after the step. */
export function nodePath() {
  const path = packagedNode()?.path ?? (isRecent(process.version) ? process.execPath : findOnPath('node'))
  return path ?? process.execPath
}

/** @type {import('./step.mjs').Step} */
export const node = {
  title: `Node ${OLDEST}`,
  async check() {
    const own = packagedNode()
    if (own) return { ok: true, detail: `${own.version} in node_modules` }
    if (isRecent(process.version)) return { ok: true, detail: `${process.version} at ${process.execPath}` }
    return { ok: false, detail: `only ${process.version}; node ${OLDEST} is not in node_modules`, command }
  },
  async install(task) {
    await runQuietly('npm', ['rebuild', 'node'], { cwd: ROOT, onLine: task.detail })
  },
}
