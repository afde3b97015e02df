// How long viewers watch: only while the show is live, taken down piece by piece, nothing of it twice.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { createLog } from '../ops/log.ts'
import type { Watching } from '../records/people.ts'
import { createWatchTime, liveSpan } from './watchTime.ts'

const SHOW = ShowId.parse('show')
const VERA = ViewerId.parse('vera')
const START = 1_000_000

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

function open(show: { liveAt: number | null; endedAt: number | null } | null) {
  const noted: Watching[] = []
  const noteWatching = (watching: readonly Watching[]) => Promise.resolve(void noted.push(...watching))
  const time = createWatchTime({
    store: { noteWatching },
    findShow: () => show,
    clock: Date.now,
    log: createLog('silent'),
  })
  return { time, noted, spans: () => noted.map(({ from, to }) => [from - START, to - START]) }
}

describe('what a viewer has watched', () => {
  test('is taken down when they leave, and known before', async () => {
    const { time, spans } = open({ liveAt: 0, endedAt: null })
    time.came(SHOW, VERA)
    await vi.advanceTimersByTimeAsync(10_000)

    expect(time.openSpan(SHOW, VERA)).toEqual({ from: START, to: START + 10_000 })
    time.left(SHOW, VERA)
    expect(time.openSpan(SHOW, VERA)).toBeNull()
    await time.close()
    expect(spans()).toEqual([[0, 10_000]])
  })

  test('is taken down every half minute of those who stay, each piece once', async () => {
    const { time, spans } = open({ liveAt: 0, endedAt: null })
    time.came(SHOW, VERA)
    await vi.advanceTimersByTimeAsync(65_000)
    await time.close()

    expect(spans()).toEqual([
      [0, 30_000],
      [30_000, 60_000],
      [60_000, 65_000],
    ])
  })

  test('begins when the show does, and ends with it', async () => {
    const show: { liveAt: number | null; endedAt: number | null } = { liveAt: null, endedAt: null }
    const { time, spans } = open(show)
    time.came(SHOW, VERA)
    await vi.advanceTimersByTimeAsync(40_000)
    show.liveAt = START + 39_000
    await vi.advanceTimersByTimeAsync(10_000)
    show.endedAt = START + 45_000
    await vi.advanceTimersByTimeAsync(60_000)
    await time.close()

    expect(spans()).toEqual([[39_000, 45_000]])
  })
})

test.each([
  [null, null],
  [{ liveAt: null, endedAt: null }, null],
  [
    { liveAt: 50, endedAt: null },
    { from: 100, to: 200 },
  ],
  [
    { liveAt: 150, endedAt: 180 },
    { from: 150, to: 180 },
  ],
  [{ liveAt: 250, endedAt: null }, null],
  [{ liveAt: 10, endedAt: 90 }, null],
])('of a time in which the show was live as %j this counts: %j', (show, span) => {
  expect(liveSpan(show, { from: 100, to: 200 })).toEqual(span)
})
