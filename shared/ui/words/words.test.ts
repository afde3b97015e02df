// How every language is written, of the core and of every feature.
import { globSync } from 'node:fs'
import { expect, it } from 'vitest'

const SHARED = `${import.meta.dirname}/../..`
const CHINESE = globSync(['ui/words/*.zh-*.ts', 'features/*/words.zh-*.ts'], { cwd: SHARED })
/** Beside a Chinese character, or what is filled in beside one; `分:秒` is what is typed. */
const HALF_WIDTH = /[\p{Script=Han}][,.!?;:()](?!秒)|[,!?;:()](?!秒)\p{Script=Han}|\.\.\.|"/u

it.each(CHINESE)('sets Chinese punctuation in %s, and the quotes of its country', async (name) => {
  const books: object = await import(/* @vite-ignore */ `${SHARED}/${name}`)
  const texts = Object.values(books).flatMap((book: Readonly<Record<string, string>>) => Object.values(book))
  const others = name.includes('zh-Hans') ? /[「」『』]/ : /[“”‘’]/

  const wrong = texts.filter((text) => HALF_WIDTH.test(text.replace(/{{\w+}}/g, '中')) || others.test(text))
  expect(texts.length).toBeGreaterThan(0)
  expect(wrong).toEqual([])
})
