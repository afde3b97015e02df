import { describe, expect, it } from 'vitest'
import { overlaySights, overlayState, shortName, STALE_MS } from './overlay.ts'
import type { OverlayMarks } from './overlay.ts'

const NOW = 1_000_000
const marks = (more: Partial<OverlayMarks> = {}): OverlayMarks => {
  return { name: 'main', active: true, beatAt: NOW - 1000, paintedAt: NOW - 1000, leftAt: null, ...more }
}

describe('the state of an overlay', () => {
  it.each<[string, Partial<OverlayMarks>]>([
    ['live', {}],
    ['live', { beatAt: NOW - STALE_MS, paintedAt: NOW - STALE_MS }],
    ['silent', { beatAt: NOW - STALE_MS - 1 }],
    ['hidden', { active: false, paintedAt: 0 }],
    ['silent', { active: false, beatAt: NOW - STALE_MS - 1 }],
    ['still', { paintedAt: NOW - STALE_MS - 1 }],
    ['gone', { leftAt: NOW }],
    ['silent', { beatAt: NOW - 600_000 }],
    ['gone', { beatAt: NOW - 600_001 }],
  ])('is %s with %o', (state, more) => {
    expect(overlayState(marks(more), NOW)).toBe(state)
  })

  it('of a name is the best of its connections: who came back is not stale', () => {
    const seen = [
      marks({ beatAt: NOW - 20_000 }),
      marks(),
      marks({ leftAt: NOW }),
      marks({ name: 'phone', leftAt: NOW }),
    ]

    expect(overlaySights(seen, NOW).map(({ name, state }) => [name, state])).toEqual([
      ['main', 'live'],
      ['phone', 'gone'],
    ])
  })
})

describe('a name of which nothing is there', () => {
  it.each<[string, number, number]>([
    ['gone', NOW - 20_000, NOW - 15_000],
    ['silent', NOW - 15_000, NOW - 20_000],
  ])('is %s, as what was seen last', (state, silentAt, goneAt) => {
    const seen = [marks({ beatAt: silentAt }), marks({ beatAt: goneAt, leftAt: NOW })]

    expect(overlaySights(seen, NOW)).toMatchObject([{ state }])
  })
})

describe('a buyer’s name', () => {
  it.each([
    ['panda', 'p**'],
    ['小红', '小**'],
    ['👩‍👩‍👧 mum', '👩**'],
    ['🏮', '🏮**'],
    ['\u202eevil', 'e**'],
    ['   ', '**'],
    ['', '**'],
    [`a${'\u0301'.repeat(200)}`, '**'],
  ])('%s is read as %s', (name, shown) => {
    expect(shortName(name)).toBe(shown)
  })
})
