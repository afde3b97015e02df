// @ts-check
// A folder in memory for what tests write: a database that commits by the thousand waits for a disk longer than it works.
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** Three times what a run of all tests was seen to write. */
const ROOM_BYTES = 4 * 2 ** 30
const NAME = 'lantern-tests-'

/** @param {string} memory */
function hasRoom(memory) {
  if (!existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= ROOM_BYTES
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** What runs left behind that were killed. @param {string} memory */
function removeOrphans(memory) {
  for (const name of readdirSync(memory)) {
    const pid = Number(name.startsWith(NAME) ? name.slice(NAME.length).split('-')[0] : Number.NaN)
    if (pid > 0 && !isRunning(pid)) rmSync(join(memory, name), { recursive: true, force: true })
  }
}

/**
 * Gone when it is closed, or when this process ends. Where memory has no room for it, as in a container with the usual 64 MB, tests write to the disk
 * as before.
 * @param {string} [memory]
 * @returns {{ env: NodeJS.ProcessEnv, close: () => void }} what programs that are to write there are told
 */
export function inMemory(memory = MEMORY) {
  if (!hasRoom(memory)) return { env: {}, close: () => {} }
  removeOrphans(memory)
  const folder = mkdtempSync(join(memory, `${NAME}${process.pid}-`))
  // PostgreSQL runs as another user, who has to get through.
  chmodSync(folder, 0o711)
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  process.once('exit', remove)
  const close = () => {
    process.off('exit', remove)
    remove()
  }
  return { env: { TMPDIR: folder, DISK_TMPDIR: process.env.DISK_TMPDIR ?? tmpdir() }, close }
}
