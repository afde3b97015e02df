// The overlays in one word: stale as soon as one is, since somebody sees that one.
import type { OverlaySight } from '@lantern/shared/contract/overlay.ts'

export type OverlaySummary = 'live' | 'stale' | 'none'

export function summaryOf(overlays: readonly OverlaySight[]): OverlaySummary {
  const there = overlays.filter(({ state }) => state !== 'gone')
  if (there.length === 0) return 'none'
  return there.every(({ state }) => state === 'live') ? 'live' : 'stale'
}
