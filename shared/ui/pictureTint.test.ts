import { describe, expect, it } from 'vitest'
import { firstLetterOf, tintOf } from './pictureTint.ts'

describe('a product without a picture', () => {
  it('keeps its tint, and neighbours differ', () => {
    const tints = Array.from({ length: 60 }, (_, at) => tintOf(`product-${at}`))

    expect(tints).toEqual(Array.from({ length: 60 }, (_, at) => tintOf(`product-${at}`)))
    expect(new Set(tints).size).toBe(6)
    expect(tints.every((tint, at) => tint === tints[at + 1])).toBe(false)
  })

  it.each([
    ['Washed linen shirt', 'W'],
    ['«émaillé» bowl', 'É'],
    ['「桂花」烏龍', '桂'],
    ['3-piece set', '3'],
    ['قميص', 'ق'],
    ['𠮷野 tea', '𠮷'],
    ['… !', ''],
    ['', ''],
  ])('%s shows %s', (title, letter) => {
    expect(firstLetterOf(title)).toBe(letter)
  })
})
