// What is too old goes until nothing is left, kind by kind, in batches that no one waits long for; and nothing that is kept for good.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { expect, test, vi } from 'vitest'
import { createLog } from '../ops/log.ts'
import type { SweepOld, SweptShow } from '../retention/sweep.ts'
import { startSweeping } from './sweepOld.ts'

const DAY_MS = 86_400_000
const SHOW = ShowId.parse('autumn')
const NOTHING = { addresses: null, names: null, comments: null, visits: null, contacts: null }

interface World {
  readonly eventsKeepMs?: number | null
  readonly keepMs?: Partial<Record<keyof typeof NOTHING, number>>
  readonly facts?: number[]
  readonly swept?: SweptShow[]
  readonly batchMs?: number
}

async function sweepWith({ eventsKeepMs = null, keepMs = {}, facts = [], swept = [], batchMs = 0 }: World) {
  const forgotten: number[] = []
  const asked: SweepOld[] = []
  const counted: (string | number)[][] = []
  let watch = 0
  const sweeping = startSweeping({
    config: { eventsKeepMs, keepMs: { ...NOTHING, ...keepMs } },
    subscriptions: { forget: async ({ before }) => (forgotten.push(before), facts.shift() ?? 0) },
    store: {
      run: async (_job, input) => {
        asked.push(input)
        watch += batchMs
        return swept.shift() ?? { rows: 0, showId: null }
      },
    },
    metrics: { countSwept: (kind, rows) => void counted.push([kind, rows]) },
    clock: () => 10 * DAY_MS,
    stopwatch: () => watch,
    log: createLog('silent'),
  })
  const wanted = Object.keys(keepMs).length
  await vi.waitFor(() => expect([facts, swept]).toEqual([[], []]), 20_000)
  await vi.waitFor(() => expect(new Set(asked.map(({ kind }) => kind)).size).toBe(wanted), 20_000)
  await sweeping.close()
  return { forgotten, asked, counted }
}

test('facts are thrown away until there are none', async () => {
  const { forgotten } = await sweepWith({ eventsKeepMs: 3 * DAY_MS, facts: [500, 20, 0] })

  expect(forgotten).toEqual([7 * DAY_MS, 7 * DAY_MS, 7 * DAY_MS])
})

test('of people everything goes that is too old, kind by kind, and it is counted', async () => {
  const swept = [
    { rows: 200, showId: SHOW },
    { rows: 3, showId: SHOW },
    { rows: 0, showId: null },
  ]
  const { asked, counted } = await sweepWith({ keepMs: { names: DAY_MS, contacts: 2 * DAY_MS }, swept })

  expect(asked.slice(0, 4).map(({ kind, before }) => [kind, before])).toEqual([
    ...Array.from({ length: 3 }, () => ['names', 9 * DAY_MS]),
    ['contacts', 8 * DAY_MS],
  ])
  expect(counted.slice(0, 2)).toEqual([
    ['names', 200],
    ['names', 3],
  ])
})

test('what has to wait in one show does not keep the next one waiting', async () => {
  const swept = [
    { rows: 0, showId: SHOW },
    { rows: 5, showId: ShowId.parse('winter') },
  ]
  const { asked } = await sweepWith({ keepMs: { names: DAY_MS }, swept })

  expect(asked.slice(0, 3).map(({ after }) => after)).toEqual([null, SHOW, SHOW])
})

test('batches that take long become smaller, down to a few rows', async () => {
  const swept = Array.from({ length: 6 }, () => ({ rows: 1, showId: SHOW }))
  const { asked } = await sweepWith({ keepMs: { names: DAY_MS }, swept, batchMs: 50 })

  expect(asked.slice(0, 6).map(({ limit }) => limit)).toEqual([200, 100, 50, 25, 12, 10])
})

test('everything is kept that is to be kept for good', async () => {
  const { forgotten, asked } = await sweepWith({})

  expect([forgotten, asked]).toEqual([[], []])
})
