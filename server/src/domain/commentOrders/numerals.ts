// Numbers as viewers type them: digits, Chinese and Japanese numerals, English words.

const HAN_DIGITS: ReadonlyMap<string, number> = new Map([...'零一二三四五六七八九'].map((sign, value) => [sign, value]))
const ENGLISH = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const WORDS: ReadonlyMap<string, number> = new Map([
  ...ENGLISH.map((word, index) => [word, index + 1] as const),
  ...['ひと', 'ふた', 'みっ', 'よっ', 'いつ'].map((word, index) => [word, index + 1] as const),
  ...(['两', '兩', '俩', '倆'] as const).map((word) => [word, 2] as const),
  // As cheques have them
  ...[...'壹贰叁肆伍陆柒捌玖'].map((word, index) => [word, index + 1] as const),
  ...[...'弌貳參肆伍陸柒捌玖'].map((word, index) => [word, index + 1] as const),
])

/** Up to six digits; more are a telephone, not a number of units. */
export const DIGITS = String.raw`\d{1,6}(?!\d)`
export const HAN_NUMBER =
  '(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两兩俩倆壹贰貳叁參肆伍陆陸柒捌玖])'
export const WORD_NUMBER = `(?:(?:${ENGLISH.join('|')})(?![a-z]))`
/** Only before the counter つ. */
export const KANA_NUMBER = '(?:ひと|ふた|みっ|よっ|いつ)(?=つ)'
export const NUMBER = `(?:${DIGITS}|${HAN_NUMBER}|${WORD_NUMBER})`

/** The value of what one of the patterns matched. */
export function valueOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const known = WORDS.get(text) ?? HAN_DIGITS.get(text)
  if (known !== undefined) return known
  const [tens = '', ones = ''] = text.split('十')
  return (HAN_DIGITS.get(tens) ?? 1) * 10 + (HAN_DIGITS.get(ones) ?? 0)
}
