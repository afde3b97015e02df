// @ts-check
// A folder in memory for what tests write: a database that commits by the thousand waits for a disk longer than it works.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** Three times what a run of all tests was seen to write. */
const ROOM_BYTES = 4 * 2 ** 30
const NAME = 'lantern-tests-'
/** No run takes as long. */
const DAY_MS = 86_400_000

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

/** Whose numbers the system's processes have here: a container may share this memory and count its own. */
function numbering() {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

/** @param {string} memory @param {string} name of a run's folder */
function isOrphan(memory, name) {
  const [numbers, pid] = name.slice(NAME.length).split('-')
  if (numbers === numbering() && Number(pid) > 0) return !isRunning(Number(pid))
  // Whether it still runs cannot be seen from here.
  return Date.now() - statSync(join(memory, name)).mtimeMs > DAY_MS
}

/** @param {string} memory @param {string} name of a run's folder */
function removeOrphan(memory, name) {
  try {
    if (isOrphan(memory, name)) rmSync(join(memory, name), { recursive: true, force: true })
  } catch {
    // It stays: no run is stopped by what another left.
  }
}

/** What runs left behind that were killed; what is another user's stays. @param {string} memory */
function removeOrphans(memory) {
  for (const name of readdirSync(memory)) if (name.startsWith(NAME)) removeOrphan(memory, name)
}

/** @param {string} memory @returns {string | null} null: there is no room, or it is not for us to write to */
function makeFolder(memory) {
  try {
    if (!hasRoom(memory)) return null
    removeOrphans(memory)
    const folder = mkdtempSync(join(memory, `${NAME}${numbering()}-${process.pid}-`))
    // PostgreSQL runs as another user, who has to get through.
    chmodSync(folder, 0o711)
    return folder
  } catch {
    return null
  }
}

/**
 * Gone when it is closed, or when this process ends. Where memory has no room for it, as in a container with the usual 64 MB, tests write to the disk
 * as before.
 * @param {string} [memory]
 * @returns {{ env: NodeJS.ProcessEnv, close: () => void }} what programs that are to write there are told
 */
export function inMemory(memory = MEMORY) {
  const folder = makeFolder(memory)
  if (folder === null) return { env: {}, close: () => {} }
  const remove = () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
      process.off('exit', remove)
    } catch {
      // Somebody still writes there: tried again at the end, and by the next run. What the tests said stands.
    }
  }
  process.once('exit', remove)
  return { env: { TMPDIR: folder, DISK_TMPDIR: process.env.DISK_TMPDIR ?? tmpdir() }, close: remove }
}
