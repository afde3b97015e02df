// What whoever starts the server reads when its database is away: one line, no stack, no password.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

test('a database that does not answer ends the start in one line', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lantern-main-'))
  const env = {
    ...process.env,
    DEMO: '1',
    PORT: '0',
    HTTPS_PORT: 'off',
    DATA_DIR: dataDir,
    DATABASE_URL: 'postgres://lantern:open-sesame@127.0.0.1:1/shop',
  }

  const ended = promisify(execFile)(process.execPath, [MAIN], { env })

  const failed: { code: number; stdout: string } = await ended.then(
    () => ({ code: 0, stdout: '' }),
    (error: { code: number; stdout: string }) => error,
  )
  const lines = failed.stdout.trimEnd().split('\n')
  expect(failed.code).toBe(1)
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    code: 'DATABASE_BUSY',
    msg: 'the server cannot start: connect ECONNREFUSED 127.0.0.1:1',
  })
  expect(failed.stdout).not.toContain('open-sesame')
  await rm(dataDir, { recursive: true, force: true })
})
