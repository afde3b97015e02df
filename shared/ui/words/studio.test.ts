// Every language has every word of the studio, with the same places to fill in.
import { describe, expect, it } from 'vitest'
import { words as en } from './studio.en.ts'
import { words as hans } from './studio.zh-Hans.ts'
import { words as hant } from './studio.zh-Hant.ts'

type Book = Readonly<Record<string, string>>
const title = 'shop.title'
const places = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort()
const shape = (book: Book) =>
  Object.fromEntries(
    Object.entries(book)
      .filter(([key]) => !key.endsWith('_one'))
      .map(([key, text]) => [key, places(text)]),
  )

describe('words of the studio', () => {
  it.each<[string, Book]>([
    ['zh-Hans', hans],
    ['zh-Hant', hant],
  ])('are all there in %s, with the same places to fill in', (_locale, book) => {
    expect(shape(book)).toEqual(shape(en))
    expect(Object.values(book).filter((text) => text.trim() === '')).toEqual([])
  })

  it('has a plural beside every English singular', () => {
    const singles = Object.keys(en).filter((key) => key.endsWith('_one'))

    expect(singles.filter((key) => !(key.replace(/_one$/, '_other') in en))).toEqual([])
  })

  it('say where products come from wherever there are none', () => {
    for (const { [title]: page, ...book } of [en, hans, hant] as readonly Book[])
      expect([book['shows.none'], book['rundown.none']].map((text) => text?.includes(page ?? '-'))).toEqual([
        true,
        true,
      ])
  })
})
