// One of many has the lock; nobody keeps it beyond its end.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLock } from './lock.ts'

const NOW = 1_800_000_000_000
let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-lock-'))
  file = join(folder, 'order.lock')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function takeManyTimes(times: number) {
  const taken = await Promise.all(Array.from({ length: times }, () => createLock(file).take(NOW)))
  return taken.filter((held) => held !== null)
}

/** The id of a process that has ended. */
async function goneProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'])
  await once(child, 'exit')
  return child.pid ?? 0
}

test('of twenty at once one has it, and the next one after it was released', async () => {
  const [held, ...others] = await takeManyTimes(20)
  expect([held === undefined, others.length]).toEqual([false, 0])

  await held?.release()

  expect(await takeManyTimes(1)).toHaveLength(1)
})

test('of twenty that find the lock of a process that is gone at most one has it, and nothing is left lying about', async () => {
  await writeFile(file, `${hostname()} ${await goneProcess()} ${NOW} x`)

  const held = await takeManyTimes(20)

  expect(held.length).toBeLessThanOrEqual(1)
  expect(await readdir(folder)).toEqual(held.length === 0 ? [] : ['order.lock'])
  expect(held.length === 1 || (await takeManyTimes(1)).length === 1).toBe(true)
})

test('the lock of another machine is honoured for a quarter of an hour', async () => {
  await writeFile(file, `elsewhere 1 ${NOW} x`)

  expect(await createLock(file).take(NOW + 14 * 60_000)).toBeNull()
  expect(await createLock(file).take(NOW + 16 * 60_000)).not.toBeNull()
})

test('who comes back late does not release the lock of another', async () => {
  const late = await createLock(file).take(NOW)
  await createLock(file).take(NOW + 20 * 60_000)

  await late?.release()

  expect(await readdir(folder)).toEqual(['order.lock'])
})
