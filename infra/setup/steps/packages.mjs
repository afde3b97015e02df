// @ts-check
// The npm packages: installed when what lies in node_modules is not what package-lock.json says.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathWithoutBin, ROOT } from '../tools/places.mjs'
import { mustRun } from '../tools/run.mjs'

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} Lock */

/**
 * What the lock asks for and the folder does not have; npm keeps its own list of what it put there.
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function packagesAmiss(wanted, installed) {
  return Object.keys(wanted).filter((path) => {
    const { version, optional, link } = wanted[path] ?? {}
    const there = installed[path]
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return false
    if (there === undefined) return !optional
    return !link && there.version !== version
  })
}

/** @param {string} file @returns {Lock} */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}

/** @type {import('./step.mjs').Step} */
export const packages = {
  title: 'npm packages',
  async check() {
    const command = 'npm ci'
    const installed = join(ROOT, 'node_modules', '.package-lock.json')
    if (!existsSync(installed)) return { ok: false, detail: 'not installed', command }
    const amiss = packagesAmiss(readLock(join(ROOT, 'package-lock.json')), readLock(installed))
    if (amiss.length > 0) return { ok: false, detail: `${amiss.length} are missing or old`, command }
    return { ok: true, detail: 'as package-lock.json says' }
  },
  async install(task) {
    const env = {
      ...process.env,
      PATH: pathWithoutBin(),
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
      // Any value keeps mediasoup's own installation from downloading or building; the worker is a step of its own.
      MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN || 'obtained-by-the-set-up',
    }
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
    await mustRun('npm', args, { cwd: ROOT, env, onLine: task.detail, hint: 'npm ci' })
  },
}
