// @ts-check
// Remembers for which sources a check was good: while they are the same it need not run again.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readStamp } from './stamp.mjs'

/**
 * @param {string} file where it is remembered
 * @param {string} sources a fingerprint of everything that the check looks at
 * @param {() => Promise<boolean>} check whether it is good
 * @returns {Promise<boolean>}
 */
export async function unlessSeen(file, sources, check) {
  if (readStamp(file) === sources) return true
  rmSync(file, { force: true })
  const isGood = await check()
  mkdirSync(dirname(file), { recursive: true })
  if (isGood) writeFileSync(file, sources)
  return isGood
}
