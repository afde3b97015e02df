// Ordering by comment: a corpus of what viewers write in four languages, and properties that hold for any text.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CORPUS_RULES, outcomeOf } from './corpus/corpusLine.ts'
import type { CorpusLine } from './corpus/corpusLine.ts'
import { ENGLISH_DOUBT } from './corpus/doubt.en.ts'
import { JAPANESE_DOUBT } from './corpus/doubt.ja.ts'
import { SIMPLIFIED_DOUBT } from './corpus/doubt.zh-Hans.ts'
import { TRADITIONAL_DOUBT } from './corpus/doubt.zh-Hant.ts'
import { ENGLISH } from './corpus/en.ts'
import { JAPANESE } from './corpus/ja.ts'
import { SIMPLIFIED } from './corpus/zh-Hans.ts'
import { TRADITIONAL } from './corpus/zh-Hant.ts'
import { LINES_MAX, QUANTITY_MAX } from './orderRules.ts'
import { foldForOrder } from './orderText.ts'
import { createOrderParser, parseOrder } from './parseOrder.ts'

const CORPUS: Readonly<Record<string, readonly CorpusLine[]>> = {
  SIMPLIFIED: [...SIMPLIFIED, ...SIMPLIFIED_DOUBT],
  TRADITIONAL: [...TRADITIONAL, ...TRADITIONAL_DOUBT],
  ENGLISH: [...ENGLISH, ...ENGLISH_DOUBT],
  JAPANESE: [...JAPANESE, ...JAPANESE_DOUBT],
}
const ALL = Object.values(CORPUS).flat()

describe.each(Object.entries(CORPUS))('viewers who write %s', (_, lines) => {
  it.each(lines)('[%s] "%s" is %s', (rules, text, outcome) => {
    expect(outcomeOf(parseOrder(text, CORPUS_RULES[rules]))).toBe(outcome)
  })
})

it('has a corpus of at least 300 lines, 70 of each language, and as many that must not buy as that must', () => {
  expect(ALL.length).toBeGreaterThanOrEqual(300)
  for (const lines of Object.values(CORPUS)) expect(lines.length).toBeGreaterThanOrEqual(70)
  for (const lines of Object.values(CORPUS)) {
    const buying = lines.filter(([, , outcome]) => outcome.startsWith('buy')).length
    expect(lines.length - buying).toBeGreaterThanOrEqual(buying)
  }
})

const contains = createOrderParser(CORPUS_RULES.contains)
const read = (text: string) => outcomeOf(contains(text))
const PIECES = [
  'A1',
  'a10',
  'B2',
  '红色M',
  'いちご',
  '+',
  '-',
  'x',
  '1',
  '2',
  '99',
  '十',
  '件',
  '各',
  ' ',
  ',',
  '、',
  '?',
  '吗',
  '取消',
  '要',
  '谢谢',
  '不要',
  'cancel',
  'or',
  '😀',
  'ー',
]
const chatter = fc.oneof(
  fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(...ALL.map(([, text]) => text)),
)

it('never throws, and keeps quantities and lines in range', () => {
  fc.assert(
    fc.property(chatter, fc.constantFrom(...Object.values(CORPUS_RULES)), (text, rules) => {
      const intent = parseOrder(text, rules)
      if (intent.kind === 'none') return
      expect(intent.lines.length).toBeLessThanOrEqual(LINES_MAX)
      for (const { quantity } of intent.lines) {
        if (quantity === null) expect(intent.kind).toBe('cancel')
        else expect(quantity >= 1 && quantity <= QUANTITY_MAX && Number.isInteger(quantity)).toBe(true)
      }
    }),
    { numRuns: 5000 },
  )
})

it('folds what is folded to itself', () => {
  fc.assert(
    fc.property(chatter, (text) => {
      expect(foldForOrder(foldForOrder(text))).toBe(foldForOrder(text))
    }),
  )
})

it('reads full-width text as it reads half-width text', () => {
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000')

  fc.assert(
    fc.property(chatter, (text) => {
      expect(read(wide(text))).toBe(read(text))
    }),
  )
})

it('does not mind in which order things are named', () => {
  const clause = fc.tuple(
    fc.constantFrom('A1', 'A2', 'B2', '红色M', '草莓'),
    fc.constantFrom('', '+1', ' x2', '两件', '要3个', '+100'),
  )
  const clauses = fc.array(
    clause.map((parts) => parts.join('')),
    { minLength: 1, maxLength: 6 },
  )

  fc.assert(
    fc.property(clauses, fc.constantFrom(' ', ',', '、', '; '), (parts, comma) => {
      expect(read(parts.toReversed().join(comma))).toBe(read(parts.join(comma)))
    }),
  )
})

it('takes the cancel words of the show, and signs in keywords as they are', () => {
  const rules = {
    ...CORPUS_RULES.contains,
    cancelWords: ['撤回'],
    keywords: [{ offerId: 'x', keyword: 'A-1(新)' }],
  }

  expect(outcomeOf(parseOrder('撤回 a-1(新)', rules))).toBe('cancel x')
  expect(outcomeOf(parseOrder('A-1（新）+2', rules))).toBe('buy x:2')
  expect(outcomeOf(parseOrder('取消', rules))).toBe('no_keyword')
})

it('does not guess between two offers with one keyword', () => {
  const keywords = [
    { offerId: 'red', keyword: 'A1' },
    { offerId: 'blue', keyword: 'ａ１' },
  ]

  expect(outcomeOf(parseOrder('A1+1', { ...CORPUS_RULES.contains, keywords }))).toBe('ambiguous')
})

it('refuses more lines than a hold can have', () => {
  const keywords = Array.from({ length: 21 }, (_, number) => ({
    offerId: `o${number}`,
    keyword: `K${number}`,
  }))
  const parse = createOrderParser({ ...CORPUS_RULES.contains, keywords })
  const all = keywords.map(({ keyword }) => `${keyword}+1`)

  expect(outcomeOf(parse(all.join(' ')))).toBe('too_many')
  expect(parse(all.slice(1).join(' '))).toMatchObject({ kind: 'buy' })
})

it('takes time by the length of a comment, however it is made', () => {
  const hostile = [
    '+',
    '+1',
    'A1',
    '1',
    ' ',
    'x ',
    '要',
    '我',
    '十',
    'A1+',
    '取消',
    '? ',
    'A1 2 ',
    'can i ',
    '一',
    '-(',
  ].map((part) => part.repeat(2000 / part.length))

  for (const text of hostile) expect(() => contains(text)).not.toThrow()
})
