// What ops type: backup while the server runs, restore into an empty folder, and a link for who lost the password.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runHere, runProgram } from '../testing/commands.ts'
import { startTestApp } from '../testing/startTestApp.ts'
import { runBackup } from './runBackup.ts'
import { runStaff } from './runStaff.ts'

const programOf = (name: string) => fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-ops-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const COMMANDS = { backup: runBackup, staff: runStaff }
type Name = keyof typeof COMMANDS

async function run(dataDir: string, [name, ...args]: readonly [Name, ...string[]]) {
  const { code, lines } = await runHere(COMMANDS[name], { args, env: { DEMO: '0', DATA_DIR: dataDir } })
  return { code, said: lines.join('\n') }
}

/** As npm starts it, in a folder of its own. */
async function start(dataDir: string, [name, ...args]: readonly [Name, ...string[]]) {
  const env = { DEMO: '0', DATA_DIR: dataDir }
  const { code, lines } = await runProgram(programOf(name), { args, env, cwd: folder })
  return { code, said: lines.join('\n') }
}

test('a backup of a running server is restored into an empty folder, which then has the same staff', async () => {
  const dataDir = join(folder, 'data')
  const app = await startTestApp({ dataDir, env: { HTTPS_PORT: '0', LOG_LEVEL: 'silent' } })

  const backup = await start(dataDir, ['backup', 'backup'])
  const occupied = await run(dataDir, ['backup', 'restore', join(folder, 'nothing.backup'), '--replace'])
  await app.close()
  const [name = ''] = await readdir(join(folder, 'backups'))
  const other = join(folder, 'other')
  const restored = await start(other, ['backup', 'restore', join('backups', name)])
  const again = await run(other, ['backup', 'restore', join(folder, 'backups', name)])

  expect(backup).toMatchObject({ code: 0 })
  expect(name).toMatch(/^lantern-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.backup$/)
  expect(occupied.code).toBe(1)
  expect(restored).toMatchObject({ code: 0 })
  expect(restored.said).toContain('ledger:check: I1, I2 and I4 hold')
  expect(again).toMatchObject({ code: 1 })
  expect(again.said).toContain('--replace')
  expect(await run(other, ['backup', 'restore'])).toMatchObject({ code: 64 })
})

test('npm run staff names who may log in, and says so where nobody may', async () => {
  const empty = join(folder, 'empty')
  const first = await run(empty, ['staff'])
  const dataDir = join(folder, 'shop')
  const app = await startTestApp({ dataDir, env: { HTTPS_PORT: '0', LOG_LEVEL: 'silent' } })
  await app.staffCookie('host')
  const listed = await run(dataDir, ['staff'])
  const unknown = await start(dataDir, ['staff', 'reset', 'Ann', 'Li'])
  const reset = await run(dataDir, ['staff', 'reset', listed.said.split('\n')[0]?.split('\t')[1] ?? ''])
  await app.close()

  expect(first).toMatchObject({ code: 0 })
  expect(first.said).toContain('nobody yet')
  expect(unknown).toMatchObject({ code: 1 })
  expect(unknown.said).toContain('nobody is called "Ann Li"')
  expect(listed.said).toMatch(/^host\t/)
  expect(reset).toMatchObject({ code: 0 })
  expect(reset.said).toMatch(/http:\/\/localhost:\d+\/studio\/welcome#[\w-]+\.[\w-]{43}$/)
  expect(await run(empty, ['staff', 'rest'])).toMatchObject({ code: 64 })
})
