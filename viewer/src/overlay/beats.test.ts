import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RoomStatus } from '@lantern/shared/client/types.ts'
import { OVERLAY_BEAT_MS } from '@lantern/shared/contract/overlay.ts'
import { startBeats } from './beats.ts'
import type { SourceView } from './source.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open() {
  const ofRoom = new Set<() => void>()
  const ofSource = new Set<() => void>()
  const frames: (() => void)[] = []
  const sent: unknown[] = []
  let status: RoomStatus = 'joining'
  let view: SourceView = { active: true, entrances: 0 }
  const subscribeTo = (listeners: Set<() => void>) => (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const client = {
    getView: () => ({ status }),
    subscribe: subscribeTo(ofRoom),
    send: async (...all: unknown[]) => void sent.push(all),
  }
  const source = { getView: () => view, subscribe: subscribeTo(ofSource) }
  // What a beat needs of a room client, and no more.
  const parts = { client, source, onNextFrame: (drawn: () => void) => void frames.push(drawn) }
  const beats = startBeats(parts as unknown as Parameters<typeof startBeats>[0])
  const turn = (to: { status?: RoomStatus; view?: SourceView }) => {
    status = to.status ?? status
    view = to.view ?? view
    if (to.status !== undefined) ofRoom.forEach((listener) => listener())
    if (to.view !== undefined) ofSource.forEach((listener) => listener())
  }
  return { beats, sent, turn, draw: () => frames.splice(0).forEach((drawn) => drawn()) }
}

const beat = (active: boolean, painted: boolean) => ['overlay:beat', { active, painted }]

describe('beats', () => {
  it('begin with the join, follow every 5 s, and say whether anything was drawn since', () => {
    const { sent, turn, draw } = open()
    vi.advanceTimersByTime(OVERLAY_BEAT_MS)
    expect(sent).toEqual([])

    draw()
    turn({ status: 'joined' })
    expect(sent).toEqual([beat(true, true)])
    vi.advanceTimersByTime(OVERLAY_BEAT_MS)
    draw()
    vi.advanceTimersByTime(OVERLAY_BEAT_MS)

    expect(sent.slice(1)).toEqual([beat(true, false), beat(true, true)])
  })

  it('tell at once when OBS hides the source, wait while nobody listens, and stop for good', () => {
    const { beats, sent, turn } = open()
    turn({ status: 'joined' })

    turn({ view: { active: false, entrances: 0 } })
    expect(sent.at(-1)).toEqual(beat(false, false))
    turn({ status: 'reconnecting' })
    const before = sent.length
    vi.advanceTimersByTime(60_000)
    expect(sent).toHaveLength(before)
    turn({ status: 'joined' })
    expect(sent).toHaveLength(before + 1)
    beats.close()
    vi.advanceTimersByTime(60_000)

    expect(sent).toHaveLength(before + 1)
  })
})
