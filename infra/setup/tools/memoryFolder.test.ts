// Tests write to memory where there is room, and nothing of a run stays there.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const memory = mkdtempSync(join(tmpdir(), 'lantern-memory-'))
afterAll(() => rmSync(memory, { recursive: true, force: true }))

/** As who may not do everything. */
const AS_NOBODY = `if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534) }`

interface Run {
  readonly place: string
  /** Done before the folder is asked for, and with it. */
  readonly before?: string
  readonly then?: string
}

/** A run of its own: what it is told, whether the folder is there then, and how it ended. */
function run({ place, before = '', then = '' }: Run): { env: Record<string, string>; mode: number | null } {
  const module = JSON.stringify(new URL('./memoryFolder.mjs', import.meta.url).href)
  const script = `import fs from 'node:fs'; import { inMemory } from ${module}
    ${before}
    const { env, close } = inMemory(${JSON.stringify(place)})
    ${then}
    console.log(JSON.stringify({ env, mode: env.TMPDIR ? fs.statSync(env.TMPDIR).mode & 0o777 : null }))`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  return JSON.parse(stdout)
}

/** Whose numbers its processes have, as it says itself. */
const here = basename(run({ place: memory }).env['TMPDIR'] ?? '').split('-')[2]
const gone = () => spawnSync(process.execPath, ['-e', '']).pid
const foldersIn = () => readdirSync(memory).sort()

test('a run has a folder that others may pass through, and takes it away', () => {
  const { env, mode } = run({ place: memory })

  expect(env['TMPDIR']?.startsWith(memory)).toBe(true)
  expect(env['DISK_TMPDIR']).toBe(process.env['DISK_TMPDIR'] ?? tmpdir())
  expect(mode).toBe(0o711)
  expect(readdirSync(memory)).toEqual([])
})

test('what a killed run left is taken away, what is another’s stays', () => {
  const [left, running, foreign] = [
    `lantern-tests-${here}-${gone()}-a`,
    `lantern-tests-${here}-${process.pid}-b`,
    'pulse-shm-1',
  ]
  for (const name of [left, running, foreign]) mkdirSync(join(memory, name))

  run({ place: memory })

  expect(foldersIn()).toEqual([running, foreign].sort())
  for (const name of [running, foreign]) rmSync(join(memory, name), { recursive: true })
})

test('what a container with numbers of its own may still be writing to stays for a day', () => {
  const [now, yesterday] = [`lantern-tests-1-${gone()}-a`, `lantern-tests-1-${process.pid}-b`]
  for (const name of [now, yesterday]) mkdirSync(join(memory, name))
  const before = Date.now() / 1000 - 86_500
  utimesSync(join(memory, yesterday), before, before)

  run({ place: memory })

  expect(foldersIn()).toEqual([now])
  rmSync(join(memory, now), { recursive: true })
})

test('no run is stopped by what another left and only its user may take away', () => {
  chmodSync(memory, 0o1777)
  const left = join(memory, `lantern-tests-${here}-${gone()}-a`)
  mkdirSync(left)
  writeFileSync(join(left, 'kept'), '')
  chmodSync(left, 0o555)

  const { env } = run({ place: memory, before: AS_NOBODY })

  expect(env['TMPDIR']?.startsWith(memory)).toBe(true)
  expect(readdirSync(left)).toEqual(['kept'])
  chmodSync(left, 0o755)
  rmSync(left, { recursive: true })
})

test('a folder that cannot be taken away spoils nothing', () => {
  chmodSync(memory, 0o1777)
  const full = `fs.mkdirSync(env.TMPDIR + '/a'); fs.writeFileSync(env.TMPDIR + '/a/b', ''); fs.chmodSync(env.TMPDIR + '/a', 0o555)`

  const { env } = run({ place: memory, before: AS_NOBODY, then: `${full}; close()` })

  expect(readdirSync(env['TMPDIR'] ?? '')).toEqual(['a'])
  chmodSync(join(env['TMPDIR'] ?? '', 'a'), 0o755)
})

test('where nobody may write to memory the disk is written to', () => {
  const closed = join(memory, 'closed')
  mkdirSync(closed, { mode: 0o555 })

  expect(run({ place: closed, before: AS_NOBODY })).toEqual({ env: {}, mode: null })
})

test('where there is no such place the disk is written to', () => {
  const nowhere = join(memory, 'nowhere')

  expect(run({ place: nowhere })).toEqual({ env: {}, mode: null })
  expect(existsSync(nowhere)).toBe(false)
  expect(statSync(memory).isDirectory()).toBe(true)
})
