// A database file that only its owner reads; SQLite gives the log and the shared memory beside it the same mode.
import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'

const OWNER_ONLY = 0o600

/** Made where it is missing, before a line is in it. A file of another account stays as it is: who opens the data folder tells. */
export function makeOwnerOnly(file: string): void {
  closeSync(openSync(file, 'a', OWNER_ONLY))
  for (const each of [file, `${file}-wal`, `${file}-shm`].filter((one) => existsSync(one))) close(each)
}

function close(file: string): void {
  try {
    chmodSync(file, OWNER_ONLY)
  } catch (error) {
    const isNotOurs =
      error instanceof Error && 'code' in error && ['EPERM', 'ENOTSUP', 'EROFS'].includes(String(error.code))
    if (!isNotOurs) throw error
  }
}
