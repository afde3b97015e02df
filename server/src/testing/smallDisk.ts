// A disk that tests can fill: a small one of its own where this account may mount, else one on which a process may not write on.
import { execFile } from 'node:child_process'
import { appendFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const SIZE_MB = 24
const CHUNK = 1024

export interface SmallDisk {
  readonly folder: string
  /** `pid`: the process that is to find no room. */
  fill(pid: number): Promise<void>
  makeRoom(pid: number): Promise<void>
  /** To be called when nobody uses it any more. */
  close(): Promise<void>
}

export async function openSmallDisk(): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-disk-'))
  const isMounted = await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', folder]).then(
    () => true,
    () => false,
  )
  return isMounted ? ofItsOwn(folder) : limited(folder)
}

function ofItsOwn(folder: string): SmallDisk {
  const filler = join(folder, 'filler')
  return {
    folder,
    async fill() {
      const isFull = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOSPC'
      for (let size = SIZE_MB * CHUNK * CHUNK; size >= 1;) {
        const more = await appendFile(filler, Buffer.alloc(size)).then(
          () => true,
          (error: unknown) => {
            if (!isFull(error)) throw error
            return false
          },
        )
        if (!more) size = Math.floor(size / 2)
      }
    },
    makeRoom: () => rm(filler),
    async close() {
      await run('umount', ['-l', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const setLongest = (pid: number, bytes: number | 'unlimited') =>
  run('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])

/** No file grows beyond what the database's log has now. */
function limited(folder: string): SmallDisk {
  const sizeOfLog = async () => {
    const logs = (await readdir(folder)).filter((name) => name.endsWith('-wal'))
    const sizes = await Promise.all(logs.map((name) => stat(join(folder, name)).then(({ size }) => size)))
    return Math.min(...sizes)
  }
  return {
    folder,
    fill: async (pid) => void (await setLongest(pid, await sizeOfLog())),
    makeRoom: async (pid) => void (await setLongest(pid, 'unlimited')),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
