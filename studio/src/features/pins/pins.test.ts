import { ProductId } from '@lantern/shared/contract/ids.ts'
import { describe, expect, it } from 'vitest'
import { nextPins, pinPlace } from './pins.ts'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => ProductId.parse(id)) as [
  ProductId,
  ProductId,
  ProductId,
  ProductId,
]

describe('pins on clicks', () => {
  it('pins in front, and lets the last of three fall off', () => {
    expect(nextPins([], a)).toEqual([a])
    expect(nextPins([a, b, c], d)).toEqual([d, a, b])
  })

  it('brings a pinned product to the front, and takes it off with the next click', () => {
    const first = nextPins([a, b, c], c)
    const second = nextPins(first, c)

    expect(first).toEqual([c, a, b])
    expect(second).toEqual([a, b])
  })

  it('says where a product stands', () => {
    expect([pinPlace([a, b], a), pinPlace([a, b], b), pinPlace([a, b], c)]).toEqual(['front', 'pinned', null])
  })
})
