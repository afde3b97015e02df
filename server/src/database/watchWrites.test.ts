// The watch over the database's writes: one line a minute however much fails, and only a probe that wrote ends it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSharedClock } from '../kit/clock.ts'
import { createLog } from '../ops/log.ts'
import { DatabaseError, type Database, type Job } from './database.ts'
import { watchWrites } from './watchWrites.ts'

const START_AT = 1_000_000
/** It may write and has nothing to write: it works on a full disk, too. */
const idle: Job<null, string> = { name: 'idle', kind: 'write', work: async () => '' }
const sell: Job<null, string> = { name: 'sell', kind: 'write', work: async () => '' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function openWatch() {
  const state = { isFull: false, code: 'DATABASE_UNWRITABLE', probes: 0 }
  const run = (async (job: Job<null, unknown>) => {
    if (job.name === 'probeWrite') state.probes++
    if (state.isFull && job.name !== 'idle') throw new DatabaseError(state.code, 'database or disk is full')
    return ''
  }) as Database['run']
  const clock = createSharedClock(START_AT)
  const told: string[] = []
  const changes: boolean[] = []
  const watch = watchWrites({
    database: { run, close: async () => {} },
    probeDisk: async () => {},
    clock: clock.now,
    log: createLog('info', { write: (line) => void told.push(line) }),
    onChange: (is) => changes.push(is),
  })
  const pass = async (ms: number) => {
    clock.set(clock.now() + ms)
    await vi.advanceTimersByTimeAsync(ms)
  }
  const trySell = () => watch.database.run(sell, null).catch((error: unknown) => error)
  return { watch, state, told, changes, pass, trySell }
}

test('a full disk is told once a minute, and only a probe that wrote says it is over', async () => {
  const { watch, state, told, changes, pass, trySell } = openWatch()
  expect(await watch.whyNotWritten()).toBeNull()

  state.isFull = true
  for (let n = 0; n < 100; n++) await trySell()
  expect(await watch.whyNotWritten()).toBe('disk')
  await watch.database.run(idle, null)
  await pass(59_000)
  expect([told.length, changes]).toEqual([1, [false]])
  await pass(2_000)
  await trySell()
  expect(told).toHaveLength(2)
  expect(told[1]).toContain('database or disk is full')

  state.isFull = false
  await pass(6_000)
  expect(changes).toEqual([false, true])
  expect(told).toHaveLength(3)
  expect(await watch.whyNotWritten()).toBeNull()
})

test('a disk that fills and empties all the time is told once a minute, too', async () => {
  const { state, told, pass, trySell } = openWatch()
  for (let n = 0; n < 5; n++) {
    state.isFull = true
    await trySell()
    state.isFull = false
    await pass(6_000)
  }
  expect(told.filter((line) => line.includes('nothing can be written'))).toHaveLength(1)
  expect(told.filter((line) => line.includes('the database can be written'))).toHaveLength(1)
})

test('whoever asks all the time has one row a second written', async () => {
  const { watch, state, pass } = openWatch()
  for (let n = 0; n < 50; n++) await watch.whyNotWritten()
  expect(state.probes).toBe(1)
  await pass(1_000)
  await watch.whyNotWritten()
  expect(state.probes).toBe(2)
})

test('a database that is away is not a full disk', async () => {
  const { watch, state, told } = openWatch()
  Object.assign(state, { isFull: true, code: 'DATABASE_BUSY' })
  expect(await watch.whyNotWritten()).toBe('database')
  expect(told).toEqual([])
})
