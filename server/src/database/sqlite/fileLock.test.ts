// The lock is one process's at a time, and whoever closes it gives it back.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeFileLock } from './fileLock.ts'

test('a second one is refused until the first is given back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-lock-'))
  const file = join(folder, 'lock')
  const first = takeFileLock(file)

  expect(takeFileLock(file)).toBeNull()
  first?.close()
  first?.close()
  const next = takeFileLock(file)
  expect(next).not.toBeNull()
  next?.close()
  await rm(folder, { recursive: true })
})
