// The list a new shop starts with: it finds what moderators expect and leaves ordinary talk of a sale alone.
import { expect, it } from 'vitest'
import { DEFAULT_WORDS } from './defaultWords.ts'
import { ENGLISH } from '../commentOrders/corpus/en.ts'
import { JAPANESE } from '../commentOrders/corpus/ja.ts'
import { SIMPLIFIED } from '../commentOrders/corpus/zh-Hans.ts'
import { TRADITIONAL } from '../commentOrders/corpus/zh-Hant.ts'
import { createWordFilter } from './wordFilter.ts'

const words = Object.values(DEFAULT_WORDS).flat()
const filter = createWordFilter(words)

it('has each word once, and a moderate number in each language', () => {
  expect(new Set(words).size).toBe(words.length)
  for (const list of Object.values(DEFAULT_WORDS)) expect(list.length).toBeGreaterThanOrEqual(60)
  for (const word of words) expect(filter.has(word.split('|')[0] ?? ''), word).toBe(true)
})

it.each([
  '便宜的加V信 abc123',
  'jwx 有优惠',
  '代 购 返 利 找我',
  '你就是騙子',
  'cnm',
  'DM me for cheaper price',
  'f u c k this',
  'free m0ney, cl1ck here!',
  'お前ら死ね',
  'LINE追加してね',
  '誰でも稼げる副業',
])('finds something in "%s"', (text) => expect(filter.find(text)).not.toEqual([]))

it.each([
  'A1+2 谢谢主播',
  '这个多少钱？可以微信支付吗',
  '红色M还有吗，要两件',
  '請問可以用LINE Pay嗎',
  '+1 的朋友很多',
  'S, M, L or XL? A55 x 2',
  'classic glass shitake assumption',
  "It's hit the shelf, pen is mine",
  'Scunthorpe and Penistone',
  'バカンス用にカスタムできますか',
  'こればかり買ってます',
  '在庫はありますか？ A1お願いします',
  'ブスッと刺さる、デブリ、カステラ',
  'デザインが素敵',
  'I pass, too much for me!!',
  '666 主播好美 😍😍',
])('leaves "%s" alone', (text) => expect(filter.find(text)).toEqual([]))

it('stops no order, no cancellation and no question of the corpus', () => {
  const stopped = [ENGLISH, JAPANESE, SIMPLIFIED, TRADITIONAL].flat().filter(([, text]) => filter.has(text))

  // The only one that sells elsewhere.
  expect(stopped.map(([, text]) => text)).toEqual(['加我微信'])
})
