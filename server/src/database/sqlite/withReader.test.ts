// The reading thread: reads go there once it is open, writes never, and nothing hangs when it cannot be opened.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Database, Job } from '../database.ts'
import { withReader } from './withReader.ts'

const read: Job<null, string> = { name: 'read', kind: 'read', work: async () => '' }
const write: Job<null, string> = { name: 'write', kind: 'write', work: async () => '' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function named(name: string) {
  const state = { closed: false }
  const run = (async () => name) as Database['run']
  const database: Database = { run, close: async () => void (state.closed = true) }
  return { database, state }
}

test('reads move to the reader once it is open; writes stay', async () => {
  const [writer, reader] = [named('writer'), named('reader')]
  const both = withReader(writer.database, async () => reader.database)

  expect(await both.run(read, null)).toBe('writer')
  await vi.advanceTimersByTimeAsync(1000)
  expect(await both.run(read, null)).toBe('reader')
  expect(await both.run(write, null)).toBe('writer')
  await both.close()
  expect([writer.state.closed, reader.state.closed]).toEqual([true, true])
})

test('without a reader the writer does it all, and closing early opens none', async () => {
  const writer = named('writer')
  const broken = withReader(writer.database, () => Promise.reject(new Error('no thread')))
  await vi.advanceTimersByTimeAsync(1000)
  expect(await broken.run(read, null)).toBe('writer')

  const open = vi.fn(async () => named('reader').database)
  await withReader(writer.database, open).close()
  await vi.advanceTimersByTimeAsync(2000)
  expect(open).not.toHaveBeenCalled()
})
