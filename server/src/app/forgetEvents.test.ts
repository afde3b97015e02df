// Old facts go where the settings say so, until there are none, and nowhere else.
import { expect, test, vi } from 'vitest'
import { createLog } from '../ops/log.ts'
import { forgetEvents } from './forgetEvents.ts'

const DAY_MS = 86_400_000

async function forgetWith(eventsKeepMs: number | null, answers: number[]) {
  const asked: number[] = []
  const forget = async ({ before }: { before: number }) => {
    asked.push(before)
    return answers.shift() ?? 0
  }
  const needs = {
    config: { eventsKeepMs },
    subscriptions: { forget },
    clock: () => 10 * DAY_MS,
    log: createLog('silent'),
  }
  const forgetting = forgetEvents(needs)
  if (eventsKeepMs !== null) await vi.waitFor(() => expect(answers).toEqual([]), 20_000)
  await forgetting.close()
  return asked
}

test('pieces are thrown away until there are none', async () => {
  expect(await forgetWith(3 * DAY_MS, [500, 20, 0])).toEqual([7 * DAY_MS, 7 * DAY_MS, 7 * DAY_MS])
})

test('everything is kept unless told otherwise', async () => {
  expect(await forgetWith(null, [500])).toEqual([])
})
