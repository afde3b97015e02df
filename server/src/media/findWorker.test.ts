// The server finds the worker that the set-up keeps: the newest of this mediasoup for this machine, or the one that is named.
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { findWorker } from './findWorker.ts'

let base: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'lantern-worker-'))
})
afterEach(() => rm(base, { recursive: true, force: true }))

async function keep(name: string, madeAt: number): Promise<string> {
  const folder = join(base, 'lantern', name)
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'mediasoup-worker')
  await writeFile(file, 'a program')
  await utimes(file, madeAt, madeAt)
  return file
}

const here = `${process.platform}-${process.arch}`

test('takes the newest of this version for this machine', async () => {
  await keep(`mediasoup-worker-3.1.0-${here}-old`, 100)
  const newest = await keep(`mediasoup-worker-3.1.0-${here}-new`, 200)
  await keep(`mediasoup-worker-3.2.0-${here}-other`, 300)
  await keep(`mediasoup-worker-3.1.0-plan9-mips-x`, 300)
  await mkdir(join(base, 'lantern', `mediasoup-worker-3.1.0-${here}-half`))

  expect(findWorker({ LANTERN_CACHE: base }, '3.1.0')).toBe(newest)
  expect(findWorker({ XDG_CACHE_HOME: base }, '3.1.0')).toBe(newest)
})

test('knows by itself which mediasoup is installed', async () => {
  const installed: unknown = JSON.parse(
    await readFile(new URL('../../../node_modules/mediasoup/package.json', import.meta.url), 'utf8'),
  )
  const { version } = z.object({ version: z.string() }).parse(installed)
  const worker = await keep(`mediasoup-worker-${version}-${here}-a`, 100)

  expect(findWorker({ LANTERN_CACHE: base })).toBe(worker)
})

test('one that is named wins', async () => {
  await keep(`mediasoup-worker-3.1.0-${here}-a`, 100)

  expect(findWorker({ LANTERN_CACHE: base, MEDIASOUP_WORKER_BIN: '/opt/worker' }, '3.1.0')).toBe('/opt/worker')
})

test('without one in the cache mediasoup looks for its own', () => {
  expect(findWorker({ LANTERN_CACHE: base }, '3.1.0')).toBeNull()
})
