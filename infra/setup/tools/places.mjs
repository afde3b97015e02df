// @ts-check
// Where things are: the checkout, the cache outside it, programs on PATH.
import { accessSync, constants, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
export const BIN = join(ROOT, 'node_modules', '.bin')
/** The server as a few files, built of its sources (`steps/pages.mjs`). */
export const SERVER_PROGRAM = 'server/dist/main.mjs'

/** Things that outlive a checkout, such as a worker that took minutes to build. */
export function cacheDir() {
  const base = process.env.LANTERN_CACHE || process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(resolve(base), 'lantern')
}

/** Where `npm run setup` writes and `npm run serve` reads the shop's settings. */
export function settingsFile() {
  return resolve(ROOT, process.env.LANTERN_ENV_FILE || '.env')
}

/** @param {string} file */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/**
 * The first of these programs that PATH has.
 * @param {string[]} names
 * @returns {string | undefined}
 */
export function findOnPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name)).find(isProgram)
    if (found !== undefined) return found
  }
  return undefined
}

/** PATH as programs outside the project should see it: without the project's own node. */
export function pathWithoutBin() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.filter((folder) => !folder.endsWith(join('node_modules', '.bin'))).join(delimiter)
}
