// @ts-check
// Debian packages: says which are missing, installs them where it may, and names the command where it may not.
import { readFileSync } from 'node:fs'
import { findOnPath } from './places.mjs'
import { mustRun, runQuietly, SetupError } from './run.mjs'

/** @type {Promise<unknown> | undefined} */
let listsUpdated

export function hasApt() {
  return findOnPath('apt-get') !== undefined
}

export function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

export function mayInstall() {
  return hasApt() && process.getuid?.() === 0
}

/** @param {string[]} packages */
export function aptCommand(packages) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

/** @param {string[]} packages */
async function missingPackages(packages) {
  const { output } = await runQuietly('dpkg-query', ['-W', '-f', '${Package} ${Status}\n', ...packages])
  return packages.filter((name) => !output.includes(`${name} install ok installed`))
}

/**
 * Makes sure that the packages are there.
 * @param {string[]} packages
 * @param {string} purpose completes "needed ..."
 * @param {import('./progress.mjs').Task} task
 */
export async function needPackages(packages, purpose, task) {
  const missing = await missingPackages(packages)
  if (missing.length === 0) return
  if (!mayInstall())
    throw new SetupError(`${missing.join(', ')}: not installed, needed ${purpose}`, aptCommand(missing))

  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const hint = aptCommand(missing)
  const retry = ['-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300']
  task.detail('apt-get update')
  // One dead third-party source fails the update; whether the packages can be had is decided by the installation.
  listsUpdated ??= runQuietly('apt-get', [...retry, 'update', '-qq'], { env })
  await listsUpdated
  task.detail(`apt-get install ${missing.join(' ')}`)
  const args = [...retry, 'install', '-y', '--no-install-recommends', ...missing]
  await mustRun('apt-get', args, { env, hint, onLine: task.detail })
}
