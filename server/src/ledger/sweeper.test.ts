// The sweeper: bounded sweeps one after the other, and nothing skipped silently.
import { expect, test } from 'vitest'
import { createSweeper } from './sweeper.ts'

test('goes on at once after a full sweep and tells of a failed one', async () => {
  const answers = [2, 2, 1]
  const errors: unknown[] = []
  let sweeps = 0
  const done = Promise.withResolvers<void>()
  const ledger = {
    async sweep(): Promise<number> {
      const swept = answers[sweeps++]
      if (swept !== undefined) return swept
      done.resolve()
      throw new Error('the database is away')
    },
  }

  const sweeper = createSweeper({ ledger, everyMs: 1, limit: 2, onError: (error) => errors.push(error) })
  await done.promise
  await sweeper.close()
  await sweeper.close()

  expect(sweeps).toBeGreaterThanOrEqual(4)
  expect(errors.length).toBe(sweeps - 3)
})
