// Whether a folder's disk has room, found out by writing to it: the last row may fit where the next batch does not.
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

const BYTES = 65_536

/** Throws what the operating system says. */
export async function probeFolder(folder: string): Promise<void> {
  const file = join(folder, `.probe-${process.pid}`)
  const handle = await open(file, 'w', 0o600)
  try {
    await handle.writeFile(Buffer.alloc(BYTES))
    await handle.sync()
  } finally {
    await handle.close()
    await rm(file, { force: true })
  }
}
