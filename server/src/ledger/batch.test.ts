// The queue: what was asked while a batch commits travels in the next one, and one bad request stands alone.
import { expect, test } from 'vitest'
import { HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { DatabaseError } from '../database/database.ts'
import type { Database, Job } from '../database/database.ts'
import { createQueue } from './batch.ts'
import { LEDGER_POLICY } from './createLedger.ts'
import { commitBatch } from './jobs/commitBatch.ts'
import { noAnswers } from './requests.ts'
import type { LedgerRequest } from './requests.ts'

const BAD = HoldId.parse('bad')

/** Answers every release with the number of requests in its batch; a batch with the bad one fails. */
function fakeDatabase(sizes: number[], onRunning: (by: 1 | -1) => void, code: string): Database {
  return {
    async run<Input, Output>(_job: Job<Input, Output>, input: Input): Promise<Output> {
      const { requests }: { requests: readonly LedgerRequest[] } = JSON.parse(JSON.stringify(input))
      sizes.push(requests.length)
      onRunning(1)
      await new Promise((resolve) => setImmediate(resolve))
      onRunning(-1)
      const isBad = requests.some((request) => request.kind === 'release' && request.input.holdId === BAD)
      if (isBad) throw new DatabaseError(code, 'constraint failed')
      const answers = { ...noAnswers(), sweep: requests.map(() => requests.length) }
      return JSON.parse(JSON.stringify({ value: { answers, isBehind: false }, showIds: ['show'] }))
    },
    close: async () => {},
  }
}

function openQueue(code = 'DATABASE_FAILED') {
  const sizes: number[] = []
  const changes: ReadonlySet<ShowId>[] = []
  const onChange = (showIds: ReadonlySet<ShowId>) => void changes.push(showIds)
  let running = 0
  let most = 0
  const onRunning = (by: 1 | -1) => {
    running += by
    most = Math.max(most, running)
  }
  const database = fakeDatabase(sizes, onRunning, code)
  const refused: number[] = []
  const onRefused = (_error: Error, requests: number) => void refused.push(requests)
  const queue = createQueue({ database, policyNow: () => LEDGER_POLICY, commitBatch, onChange, onRefused })
  return { sizes, changes, refused, atOnce: () => most, queue }
}

const sweep = { kind: 'sweep', input: { limit: 1 } } as const

test('what is asked in one turn travels together, and the next batch fills while it commits', async () => {
  const { queue, sizes, changes } = openQueue()

  const first = [queue.add(sweep), queue.add(sweep)]
  await new Promise((resolve) => setTimeout(resolve, 0))
  const all = await Promise.all([...first, queue.add(sweep), queue.add(sweep), queue.add(sweep)])

  expect(all.slice(0, 2)).toEqual([2, 2])
  expect(sizes.reduce((sum, size) => sum + size)).toBe(5)
  expect(changes.length).toBe(sizes.length)
})

test('a batch has at most 1,000 requests, and two are under way at once', async () => {
  const { queue, sizes, atOnce } = openQueue()

  await Promise.all(Array.from({ length: 4500 }, () => queue.add(sweep)))
  await queue.drain()

  expect(sizes).toEqual([1000, 1000, 1000, 1000, 500])
  expect(atOnce()).toBe(2)
  expect(await queue.add(sweep)).toBe(1)
})

test('one bad request fails alone, and each refusal of the database is told', async () => {
  const { queue, refused } = openQueue()
  const bad = { kind: 'release', input: { holdId: BAD, viewerId: ViewerId.parse('v') } } as const

  const outcomes = await Promise.allSettled([queue.add(sweep), queue.add(bad), queue.add(sweep), queue.add(sweep)])

  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect(refused).toEqual([4, 2, 1])
})

test('a full disk refuses the whole batch at once: it is nobody’s request', async () => {
  const { queue, refused, sizes } = openQueue('DATABASE_UNWRITABLE')
  const bad = { kind: 'release', input: { holdId: BAD, viewerId: ViewerId.parse('v') } } as const

  const outcomes = await Promise.allSettled([queue.add(sweep), queue.add(bad), queue.add(sweep), queue.add(sweep)])

  expect(outcomes.map((outcome) => outcome.status)).toEqual(Array.from({ length: 4 }, () => 'rejected'))
  expect([sizes, refused]).toEqual([[4], []])
})
