// Every language has every word, with the same places to fill in.
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { REFUSAL_CODES } from '../../contract/refusals.ts'
import { words as overlayEn } from './overlay.en.ts'
import { words as overlayHans } from './overlay.zh-Hans.ts'
import { words as overlayHant } from './overlay.zh-Hant.ts'
import { words as refusalsEn } from './refusals.en.ts'
import { words as refusalsHans } from './refusals.zh-Hans.ts'
import { words as refusalsHant } from './refusals.zh-Hant.ts'
import { words as viewerEn } from './viewer.en.ts'
import { words as viewerHans } from './viewer.zh-Hans.ts'
import { words as viewerHant } from './viewer.zh-Hant.ts'

type Book = Readonly<Record<string, string>>
const CHINESE = readdirSync(import.meta.dirname).filter((name) => name.includes('.zh-'))
/** Beside a Chinese character, or what is filled in beside one; `分:秒` is what is typed. */
const HALF_WIDTH = /[\p{Script=Han}][,.!?;:()](?!秒)|[,!?;:()](?!秒)\p{Script=Han}|\.\.\.|"/u
const places = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort()
const shape = (book: Book) => Object.fromEntries(Object.entries(book).map(([key, text]) => [key, places(text)]))

describe('words', () => {
  it.each<[string, Book]>([
    ['zh-Hans', viewerHans],
    ['zh-Hant', viewerHant],
  ])('has every word of the viewer in %s', (_locale, book) => {
    expect(shape(book)).toEqual(shape(viewerEn))
    expect(Object.values(book).filter((text) => text.trim() === '')).toEqual([])
  })

  it.each<[string, Book]>([
    ['zh-Hans', overlayHans],
    ['zh-Hant', overlayHant],
  ])('has every word of the overlay in %s', (_locale, book) => {
    expect(shape(book)).toEqual(shape(overlayEn))
    expect(Object.keys(book).filter((key) => key in viewerEn)).toEqual([])
  })

  it.each(CHINESE)('sets Chinese punctuation in %s, and the quotes of its country', async (name) => {
    const books: object = await import(/* @vite-ignore */ `${import.meta.dirname}/${name}`)
    const texts = Object.values(books).flatMap((book: Book) => Object.values(book))
    const others = name.includes('zh-Hans') ? /[「」『』]/ : /[“”‘’]/

    const wrong = texts.filter((text) => HALF_WIDTH.test(text.replace(/{{\w+}}/g, '中')) || others.test(text))
    expect(texts.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })

  it.each<[string, Book]>([
    ['en', refusalsEn],
    ['zh-Hans', refusalsHans],
    ['zh-Hant', refusalsHant],
  ])('has words for every refusal in %s', (_locale, book) => {
    const silent = REFUSAL_CODES.filter((code) => (book[code] ?? '').trim() === '')

    expect(silent).toEqual([])
    expect(Object.keys(book).sort()).toEqual([...REFUSAL_CODES].sort())
  })
})
