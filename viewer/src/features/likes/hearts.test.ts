// The hearts that rise.
import { describe, expect, it } from 'vitest'
import { heartsFor } from './hearts.ts'

describe('hearts', () => {
  it('rise for each own tap once, and for a few of the others', () => {
    const start = { likes: 10, taps: 0, owed: 0 }
    const tapped = heartsFor(start, { likes: 10, taps: 2 })
    const counted = heartsFor({ likes: 10, taps: 2, owed: tapped.owed }, { likes: 12, taps: 2 })
    const others = heartsFor({ likes: 12, taps: 2, owed: counted.owed }, { likes: 40, taps: 2 })

    expect([tapped.hearts, counted.hearts, others.hearts]).toEqual([2, 0, 3])
  })
})
