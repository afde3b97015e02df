// A SQLite file with today's schema and nothing in it: to migrate a new one takes 60 ms of CPU, to copy one takes one.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../app/openSqlite.ts'
import { createSharedClock } from '../kit/clock.ts'

async function makeBlank(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-blank-'))
  const file = join(folder, 'blank.db')
  try {
    // Closing writes all of it into the one file.
    await (await openSqlite({ file, clock: createSharedClock(0) })).close()
    return await readFile(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Made when the first test asks; for the test files of one process they stay the same bytes. */
let blank: Promise<Buffer> | null = null

/** `file` must not be there yet. Tests of migrating itself do without. */
export async function writeBlankSqlite(file: string): Promise<void> {
  blank ??= makeBlank()
  await writeFile(file, await blank, { flag: 'wx', mode: 0o600 })
}
