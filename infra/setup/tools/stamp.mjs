// @ts-check
// Fingerprints of files, to see whether a thing made from them is still the right one.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * One fingerprint over the names and contents of files; folders are walked, what does not exist counts as absent.
 * @param {string} root names are taken relative to it
 * @param {string[]} paths
 * @param {(name: string) => boolean} [counts] by the relative name of a file or folder; a folder that does not count is not walked
 */
export function fingerprint(root, paths, counts = () => true) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => listFiles(root, join(root, path), counts))) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * @param {string} root
 * @param {string} path
 * @param {(name: string) => boolean} counts
 * @returns {string[]}
 */
function listFiles(root, path, counts) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined || !counts(relative(root, path))) return []
  if (!found.isDirectory()) return [path]
  const names = readdirSync(path).sort()
  return names.flatMap((name) => listFiles(root, join(path, name), counts))
}

/** @param {string} file @returns {string | undefined} */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}
