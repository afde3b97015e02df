// Word filters: evasions are found, innocent words are not.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWordFilter } from './wordFilter.ts'

const LATIN = ['shit', 'ass', 'fuck', 'idiot', 'scam', 'cunt', 'penis', 'god', 'kill', 'click here', 'fck', '455']
const CJK = ['加微信', '骗子', '傻逼', '返利|fll', '死ね', 'バカ', 'ばか者', '加v', '滚']
const filter = createWordFilter([...LATIN, ...CJK])
const wordsIn = (text: string) => filter.find(text).map((hit) => hit.word)

describe('a Latin word', () => {
  it.each([
    ['shit', 'Shit!'],
    ['shit', 's h i t'],
    ['shit', 'what a s.h.i.t show'],
    ['shit', 's-h*i_t'],
    ['shit', 'sh😀it'],
    ['shit', 's\u200Bhit'],
    ['shit', 'ｓｈｉｔ'],
    ['shit', 'ⓢⓗⓘⓣ'],
    ['shit', '🅂🄷🄸🅃'],
    ['shit', 'ѕһіт'],
    ['shit', 'shíť'],
    ['shit', 'sh1t'],
    ['shit', '$h!t'],
    ['shit', '5h1t'],
    ['shit', 'shiiiiit'],
    ['shit', 'SSSHHHIIITTT'],
    ['shit', 'this is shit, 真的'],
    ['shit', '这是shit啊'],
    ['shit', 'pass shit on'],
    ['ass', 'a$$'],
    ['ass', '@ss'],
    ['ass', 'a s s'],
    ['ass', 'you ass.'],
    ['fuck', 'f u ck you'],
    ['fuck', 'fu.ck'],
    ['fuck', 'fuuuck'],
    ['fuck', 'fuuck'],
    ['fck', 'f*ck'],
    ['idiot', '1d10t'],
    ['kill', 'k i l l'],
    ['kill', 'ki11'],
    ['kill', 'kil|'],
    ['click here', 'CLICK   HERE now'],
    ['click here', 'click-here'],
    ['click here', 'clickhere'],
    ['455', 'room 455'],
  ])('finds %s in "%s"', (word, text) => {
    expect(wordsIn(text)).toContain(word)
    expect(filter.has(text)).toBe(true)
  })

  it.each([
    'Scunthorpe',
    'classic glass, first class',
    'assume, pass, assassin, as so',
    'the pen is mine',
    'class hit',
    "it's hit the market",
    'size S hits',
    'g l a s s',
    's c u n t h o r p e',
    'push it',
    'good goods',
    'A55+1 4 of them',
    'scampi',
    'skill',
    'shitake',
    'ABCshit',
    'killer',
    'clicks here',
    '',
    '1234567890',
  ])('finds nothing in "%s"', (text) => {
    expect(wordsIn(text)).toEqual([])
    expect(filter.has(text)).toBe(false)
  })
})

describe('a Chinese or Japanese word', () => {
  it.each([
    ['加微信', '想要的加微信哦'],
    ['加微信', '加 微.信'],
    ['加微信', '加-微❤️信'],
    ['加微信', '加微微微信'],
    ['加微信', 'jwx'],
    ['加微信', '便宜的JWX找我'],
    ['加微信', 'ｊｗｘ'],
    ['返利', 'fll'],
    ['加v', '加V：abc'],
    ['骗子', '大骗子'],
    ['滚', '滚'],
    ['死ね', 'お前死ね'],
    ['バカ', 'バカだろ'],
    ['バカ', 'バーカ'],
    ['ばか者', 'この、ばか者！'],
  ])('finds %s in "%s"', (word, text) => expect(wordsIn(text)).toContain(word))

  it.each(['微信支付可以吗', 'jwxa', 'ajwx', 'j-w-x', 'jw', 'バカンス', 'こればかり', '加value', 'pz', 'sb'])(
    'finds nothing in "%s"',
    (text) => expect(wordsIn(text)).toEqual([]),
  )
})

it('tells where each hit is, in the text it was given', () => {
  const text = '😀 s.h.i.t，加 微 信!'

  const spans = filter.find(text).map(({ word, start, end }) => [word, text.slice(start, end)])

  expect(spans).toEqual([
    ['shit', 's.h.i.t'],
    ['加微信', '加 微 信'],
  ])
})

it('leaves out words that fold to nothing or to one letter', () => {
  const empty = createWordFilter(['', '  ', '***', '+v', 'a', '|', 'x|'])

  for (const text of ['+v', 'a', 'x', '***', 'size L or V?', '|']) expect(empty.find(text)).toEqual([])
})

it('never throws, and has what it finds', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }),
      (text, list) => {
        const any = createWordFilter(list)
        for (const { word, start, end } of any.find(text + list.join(' '))) {
          expect(list.some((line) => line.split('|')[0]?.trim() === word)).toBe(true)
          expect(end).toBeGreaterThan(start)
        }
        expect(any.has(text)).toBe(any.find(text).length > 0)
      },
    ),
  )
})

it('holds ten thousand words and finds the one that is there', () => {
  const words = Array.from(
    { length: 10_000 },
    (_, number) => `word${String.fromCharCode(97 + (number % 26))}${number}q`,
  )
  const big = createWordFilter([...words, '加微信'])

  expect(big.find(`wordf5q and ${'x'.repeat(400)} 加微信`).map((hit) => hit.word)).toEqual(['wordf5q', '加微信'])
})
