// What viewers write around a keyword: hundreds of lines that must never buy, and of plain orders that must, in files beside the corpus.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CORPUS_RULES, outcomeOf } from './corpus/corpusLine.ts'
import { foldForOrder } from './orderText.ts'
import { createOrderParser } from './parseOrder.ts'

const parse = createOrderParser(CORPUS_RULES.contains)
const read = (text: string) => outcomeOf(parse(text))

function linesOf(name: string): string[] {
  const text = readFileSync(new URL(`./corpus/${name}.txt`, import.meta.url), 'utf8')
  return text.split('\n').filter((line) => line !== '')
}

describe.each(['en', 'zh', 'ja'])('in %s', (language) => {
  it('what is taken back, asked, doubted, told of others or counted in two ways never buys', () => {
    const bought = linesOf(`never.${language}`).filter((text) => read(text).startsWith('buy'))

    expect(bought).toEqual([])
  })

  it('a plain order buys what it says, whatever politeness, joy, reason or colour stands around it', () => {
    const orders = linesOf(`buys.${language}`).map((line) => line.split('\t'))
    const misread = orders.filter(([order, text = '']) => read(text) !== `buy ${order}`)

    expect(misread.map(([order, text = '']) => [text, order, read(text)])).toEqual([])
  })
})

it('a keyword inside an address, a name that is called, or a longer word is none', () => {
  const texts = [
    'https://shop.test/A1',
    'shop.test/A1?x=1',
    'www.shop.test/a1',
    'a1@shop.test',
    '@A1 hi',
    'user_A1',
    'A1_old',
  ]

  expect(texts.map(read)).toEqual(texts.map(() => 'no_keyword'))
  expect(read('A1 https://shop.test/B2')).toBe('buy A1:1')
})

it('digits of other writings are read as digits, and never lengthen a keyword', () => {
  expect(['A1 ٢', 'A1+۳', 'A1 x३', '𝗔𝟭 𝟐'].map(read)).toEqual(['buy A1:2', 'buy A1:3', 'buy A1:3', 'buy A1:2'])
  expect(['B1٢', 'B1𝟐', 'B1❷', 'A1 Ⅲ', 'B1⒉'].map(read)).toEqual(Array.from({ length: 5 }, () => 'ambiguous'))
})

it('the form for reading stays as it is when it is made once more', () => {
  const texts = [...linesOf('never.en'), ...linesOf('buys.en'), ...linesOf('buys.zh')].map(foldForOrder)

  expect(texts.map(foldForOrder)).toEqual(texts)
})
