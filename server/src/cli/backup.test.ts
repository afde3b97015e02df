// What ops type: backup while the server runs, restore into an empty folder, and a link for who lost the password.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '../testing/startTestApp.ts'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-ops-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number
  readonly said: string
}

function run(dataDir: string, words: readonly string[]): Promise<Ended> {
  const [program = '', ...rest] = words
  const env = { PATH: process.env['PATH'] ?? '', DEMO: '0', DATA_DIR: dataDir }
  return new Promise((resolve) => {
    execFile(process.execPath, [join(FOLDER, program), ...rest], { env, cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr })
    })
  })
}

test('a backup of a running server is restored into an empty folder, which then has the same staff', async () => {
  const dataDir = join(folder, 'data')
  const app = await startTestApp({ dataDir, env: { HTTPS_PORT: '0', LOG_LEVEL: 'silent' } })

  const backup = await run(dataDir, ['backup.ts', 'backup'])
  const occupied = await run(dataDir, ['backup.ts', 'restore', 'nothing.backup', '--replace'])
  await app.close()
  const [name = ''] = await readdir(join(folder, 'backups'))
  const other = join(folder, 'other')
  const restored = await run(other, ['backup.ts', 'restore', join('backups', name)])
  const again = await run(other, ['backup.ts', 'restore', join('backups', name)])

  expect(backup).toMatchObject({ code: 0 })
  expect(name).toMatch(/^lantern-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.backup$/)
  expect(occupied.code).toBe(1)
  expect(restored).toMatchObject({ code: 0 })
  expect(restored.said).toContain('ledger:check: I1, I2 and I4 hold')
  expect(again).toMatchObject({ code: 1 })
  expect(again.said).toContain('--replace')
  expect(await run(other, ['backup.ts', 'restore'])).toMatchObject({ code: 64 })
})

test('npm run staff names who may log in, and says so where nobody may', async () => {
  const empty = join(folder, 'empty')
  const first = await run(empty, ['staff.ts'])
  const dataDir = join(folder, 'shop')
  const app = await startTestApp({ dataDir, env: { HTTPS_PORT: '0', LOG_LEVEL: 'silent' } })
  await app.staffCookie('host')
  const listed = await run(dataDir, ['staff.ts'])
  const unknown = await run(dataDir, ['staff.ts', 'reset', 'Ann', 'Li'])
  const reset = await run(dataDir, ['staff.ts', 'reset', listed.said.split('\n')[0]?.split('\t')[1] ?? ''])
  await app.close()

  expect(first).toMatchObject({ code: 0 })
  expect(first.said).toContain('nobody yet')
  expect(unknown).toMatchObject({ code: 1 })
  expect(unknown.said).toContain('nobody is called "Ann Li"')
  expect(listed.said).toMatch(/^host\t/)
  expect(reset).toMatchObject({ code: 0 })
  expect(reset.said).toMatch(/http:\/\/localhost:\d+\/studio\/welcome#[\w-]+\.[\w-]{43}\n/)
  expect(await run(empty, ['staff.ts', 'rest'])).toMatchObject({ code: 64 })
})
