import { describe, expect, it } from 'vitest'
import type { OverlayState } from '@lantern/shared/contract/overlay.ts'
import { summaryOf } from './summary.ts'

describe('the overlays in one word', () => {
  it.each<[string, OverlayState[]]>([
    ['none', []],
    ['none', ['gone']],
    ['live', ['live', 'gone']],
    ['stale', ['live', 'hidden']],
    ['stale', ['silent']],
  ])('are %s with %j', (word, states) => {
    const overlays = states.map((state, index) => ({ name: `o${index}`, state, seenAt: 0 }))

    expect(summaryOf(overlays)).toBe(word)
  })
})
