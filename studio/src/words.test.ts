// Every language has every word of the studio, with the same places to fill in.
import { blanksIn, type Book, shapeOf } from '@lantern/shared/ui/words/shape.ts'
import { describe, expect, it } from 'vitest'
import { BOOKS } from './words.ts'

const title = 'shop.title'
const { en, 'zh-Hans': hans, 'zh-Hant': hant } = BOOKS

describe('words of the studio', () => {
  it.each<[string, Book]>([
    ['zh-Hans', hans.studio],
    ['zh-Hant', hant.studio],
  ])('are all there in %s, with the same places to fill in', (_locale, book) => {
    expect(shapeOf(book)).toEqual(shapeOf(en.studio))
    expect(blanksIn(book)).toEqual([])
  })

  it('has a plural beside every English singular', () => {
    const singles = Object.keys(en.studio).filter((key) => key.endsWith('_one'))

    expect(singles.filter((key) => !(key.replace(/_one$/, '_other') in en.studio))).toEqual([])
  })

  it('say where products come from wherever there are none', () => {
    for (const { [title]: page, ...book } of [en.studio, hans.studio, hant.studio] as readonly Book[])
      expect([book['shows.none'], book['rundown.none']].map((text) => text?.includes(page ?? '-'))).toEqual([
        true,
        true,
      ])
  })

  it('are those of features, too', () => {
    expect(hans.studio['sale.title']).toBe('限时抢购')
  })
})
