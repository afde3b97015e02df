// Tests write to memory where there is room, and nothing of a run stays there.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const memory = mkdtempSync(join(tmpdir(), 'lantern-memory-'))
afterAll(() => rmSync(memory, { recursive: true }))

/** A run of its own: what it is told, and whether the folder is there then. */
function run(place: string): { env: Record<string, string>; mode: number | null } {
  const module = JSON.stringify(new URL('./memoryFolder.mjs', import.meta.url).href)
  const script = `import { statSync } from 'node:fs'; import { inMemory } from ${module}
    const { env } = inMemory(${JSON.stringify(place)})
    console.log(JSON.stringify({ env, mode: env.TMPDIR ? statSync(env.TMPDIR).mode & 0o777 : null }))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return JSON.parse(stdout)
}

test('a run has a folder that others may pass through, and takes it away', () => {
  const { env, mode } = run(memory)

  expect(env['TMPDIR']?.startsWith(memory)).toBe(true)
  expect(env['DISK_TMPDIR']).toBe(process.env['DISK_TMPDIR'] ?? tmpdir())
  expect(mode).toBe(0o711)
  expect(readdirSync(memory)).toEqual([])
})

test('what a killed run left is taken away, what is another’s stays', () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  const [left, running, foreign] = [`lantern-tests-${gone}-a`, `lantern-tests-${process.pid}-b`, 'pulse-shm-1']
  for (const name of [left, running, foreign]) mkdirSync(join(memory, name))

  run(memory)

  expect(readdirSync(memory).sort()).toEqual([running, foreign].sort())
})

test('where there is no such place the disk is written to', () => {
  const nowhere = join(memory, 'nowhere')

  expect(run(nowhere)).toEqual({ env: {}, mode: null })
  expect(existsSync(nowhere)).toBe(false)
  expect(statSync(memory).isDirectory()).toBe(true)
})
