// A lock among processes on one machine: SQLite's own on a file, which the system takes back from a process that dies.
import { DatabaseSync } from 'node:sqlite'

export interface FileLock {
  /** Idempotent. */
  close(): void
}

const BUSY = 5

/** Null: another process has it. The empty file stays: whoever deleted it could delete another's. */
export function takeFileLock(file: string): FileLock | null {
  const lock = new DatabaseSync(file)
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive')
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return null
    throw error
  }
  return {
    close: () => {
      if (lock.isOpen) lock.close()
    },
  }
}
