// Reads the number of units beside a keyword: `+2`, `x2`, `2件`, `要两个`, `2 pcs`, `各1`.
import { DIGITS, HAN_NUMBER, KANA_NUMBER, NUMBER, valueOf, WORD_NUMBER } from './numerals.ts'

export interface Quantity {
  /** Units; negative to give back; `null`: a number stands there that may not be one of units. */
  readonly units: number | null
  readonly start: number
  readonly end: number
  /** For every item before it that has none. */
  readonly isEach: boolean
}

/** A number above it, with no sign and no counter, is as likely a size or a price. */
const BARE_MAX = 10

const COUNTERS = '件個个份套组組盒箱包袋瓶支枝条條双雙对對只隻张張枚着足つ台罐串顶頂束'
/** After digits only: with a numeral they begin other words. */
const DIGIT_COUNTERS = '点點把本片ケヶコ개벌'
const LATIN_COUNTER =
  '(?:pcs?|pieces?|sets?|units?|ea|packs?|boxes|box|bottles?|pairs?|unidades?|pzas?|piezas?|stück|stk|pièces?)(?![a-z])'
/** "两个月" are no two units. */
const COUNTER_END = '(?!人|月|월|小时|小時|钟|鐘|号|號)'
const COUNTER = `(?:[${COUNTERS}]${COUNTER_END}|セット|${LATIN_COUNTER})`
const ANY_COUNTER = `(?:[${COUNTERS}${DIGIT_COUNTERS}]${COUNTER_END}|セット|${LATIN_COUNTER})`
const COUNTED = `(?:(${DIGITS}|${WORD_NUMBER})\\s*${ANY_COUNTER}|(${HAN_NUMBER}|${KANA_NUMBER})\\s*${COUNTER})`

/** Words that stand between a keyword and its number. */
const VERBS = [
  ...[
    '我?想?要',
    '[来來]',
    '[给給]我',
    '拍',
    '[买買]',
    '[订訂]',
    '下[单單]?',
    '[抢搶]',
    '留',
    '[数數]量',
    '一?共',
    '[带帶]',
  ],
  ...['[をはでが]', 'qty', 'quantity'],
  "(?:i(?:'?ll| will| would|'d)? ?)?(?:want|need|take|get|like|have|buy|order)(?: only| just)?",
  '(?:please |pls )?(?:give|send|get|hold|save)(?: me)?|gimme|只?要|just|only|make it',
]
const VERB = `(?:(?:${VERBS.join('|')})\\s*)`
const EACH = String.raw`(?:(?:各|都|皆|each)\s*)`
const EACH_AFTER = String.raw`(?:\s*(?:each(?![a-z])|ずつ|づつ))`
/** A price, a measure, a date, a telephone. What is one character of Chinese must follow at once: it begins names as well. */
const NOT_UNITS = [
  String.raw`\s*(?:元|円|圓|¥|[$]|%|(?:usd|ntd?|rm|off|cm|mm|kg|ml|days?|secs?|seconds?|min|minutes?|hours?|weeks?|months?|years?|yrs?|yo|times?|left|more left)(?![\p{Script=Latin}\d]))`,
  String.raw`(?:[块塊折度号號码碼斤岁歲才年月日天次万萬楼樓级級票勺匙杯层層]|[小分][时時钟鐘]|k(?![\p{Script=Latin}\d]))`,
  String.raw`(?:[.:/,~]\s?\d|[+]?\d|\s?(?:-|~|to|or|到|至|或)\s?\d|[-( ]+\d{3}|[-( ]+\d{2,4}[-) ]+\d)`,
].join('|')
const THANKS = '(?:谢|謝|感谢|哦|喔|哈|啊|お願|おねが|ください|下さい|です|欲しい|で|please|pls|thx)'
const SIGN = String.raw`(?:[+x*:=]|加(?!${NUMBER}?[点點下起些]))`

const sticky = (source: string) => new RegExp(source, 'uy')
const SIGNED = sticky(`\\s*${EACH}?${VERB}?(${SIGN}\\s*|-(?=\\d))(${NUMBER})(?:\\s*${ANY_COUNTER})?${EACH_AFTER}?`)
const MORE = sticky(`\\s*\\+\\s*(${NUMBER})(?:\\s*${ANY_COUNTER})?${EACH_AFTER}?`)
const COUNTED_AFTER = sticky(`\\s*${EACH}?${VERB}{0,2}${COUNTED}${EACH_AFTER}?`)
const BARE_AFTER = sticky(
  `(?:\\s*(${EACH})${VERB}?|\\s*(${VERB}{1,2})|\\s+|(?=${HAN_NUMBER}))(${NUMBER})(?:\\s*x(?![a-z\\d]))?(?:${EACH_AFTER}|(?=${THANKS})|(?![\\p{L}\\d.:%/-]))`,
)
const IN_BRACKETS = sticky(`\\s*\\((?:\\s*([+x*])\\s*)?(${DIGITS})(?:\\s*${ANY_COUNTER})?\\s*\\)`)
const SOME_NUMBER = sticky(
  `\\s*${VERB}?(?:(?:[+x*:=\\-(·]\\s*)+|[./~])?\\d+|\\s*[,、]\\s*\\d{1,3}(?=\\s*(?:$|[,.!;、。]))`,
)
/** `38码`: words about the thing, and its number comes behind them. */
const SIZE = sticky(String.raw`\s*(?:eu|us|uk|size)?\s*\d{2,4}\s*(?:[号號码碼克]|毫升|(?:cm|mm|ml|g)(?![a-z]))`)
const UNFIT = sticky(NOT_UNITS)
const ANY_EACH = /各|都|皆|each|ずつ|づつ/u

/** What stands right after a keyword that ends at `at`; `null` when it is no number. */
export function quantityAfter(text: string, at: number): Quantity | null {
  if (match(SIZE, text, at)) return null
  return signedAt(text, at) ?? countedAt(text, at) ?? bracketedAt(text, at) ?? bareAt(text, at) ?? unknownAt(text, at)
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** `+2`, `x2`, `-1`, and `+1+1`, which is two. */
function signedAt(text: string, at: number): Quantity | null {
  const found = match(SIGNED, text, at)
  if (!found) return null
  const sign = found[1]?.trim() ?? '+'
  let end = at + found[0].length
  let units = valueOf(found[2] ?? '')
  for (let more = match(MORE, text, end); more && sign !== '-'; more = match(MORE, text, end)) {
    units += valueOf(more[1] ?? '')
    end += more[0].length
  }
  const isEach = ANY_EACH.test(text.slice(at, end))
  const isSize = /[:=]/.test(sign) && units > BARE_MAX
  if (isSize || match(UNFIT, text, end)) return { units: null, start: at, end, isEach }
  return { units: sign === '-' ? -units : units, start: at, end, isEach }
}

function countedAt(text: string, at: number): Quantity | null {
  const found = match(COUNTED_AFTER, text, at)
  if (!found) return null
  return {
    units: valueOf(found[1] ?? found[2] ?? ''),
    start: at,
    end: at + found[0].length,
    isEach: ANY_EACH.test(found[0]),
  }
}

/** `A1 (2)`: above some it is as likely a size. */
function bracketedAt(text: string, at: number): Quantity | null {
  const found = match(IN_BRACKETS, text, at)
  if (!found) return null
  const units = valueOf(found[2] ?? '')
  const isFit = found[1] !== undefined || units <= BARE_MAX
  return { units: isFit ? units : null, start: at, end: at + found[0].length, isEach: false }
}

/** `A1 2` and `A1要2`. A lone numeral of Chinese needs a counter or a verb: it begins too many words. */
function bareAt(text: string, at: number): Quantity | null {
  const found = match(BARE_AFTER, text, at)
  if (!found) return null
  const [whole, each, verb, number = ''] = found
  const end = at + whole.length
  const units = valueOf(number)
  const isTrusted = each !== undefined || verb !== undefined || units <= BARE_MAX
  const isFit = isTrusted && !match(UNFIT, text, end)
  return {
    units: isFit ? units : null,
    start: at,
    end,
    isEach: ANY_EACH.test(whole),
  }
}

function unknownAt(text: string, at: number): Quantity | null {
  const found = match(SOME_NUMBER, text, at)
  return (
    found && {
      units: null,
      start: at,
      end: at + found[0].length,
      isEach: false,
    }
  )
}

const BEFORE = new RegExp(
  `(?<![第\\d.:a-z#@$¥/+-])(?:(\\+)\\s*(${NUMBER})|(${DIGITS}|${WORD_NUMBER})|(${HAN_NUMBER}|${KANA_NUMBER})(?=\\s*${COUNTER}))` +
    `(\\s*(?:${COUNTER}|[x*]|more(?![a-z]))|)\\s*(?:of\\s+|的|の)?\\s*$`,
  'u',
)

/** `2 A1`, `两件A1`, `+1 A1`: what stands right before a keyword; `between` is the text since the item before. */
export function quantityBefore(between: string): { units: number | null; start: number } | null {
  if (!/[\d一二三四五六七八九十两兩つ]|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/u.test(between))
    return null
  const found = BEFORE.exec(between)
  if (!found) return null
  const [, plus, signed, plain, han, counter = ''] = found
  const units = valueOf(signed ?? plain ?? han ?? '')
  const isTrusted = plus !== undefined || counter.trim() !== '' || units <= BARE_MAX
  return { units: isTrusted ? units : null, start: found.index }
}

const LOOSE = new RegExp(
  `(?<![\\p{Script=Latin}\\d+.\\-])(?:(?:\\+|(?<![参參增添附更外])加(?!${NUMBER}[点點下起些样樣次]))\\s*|(-)(?=\\d))(${NUMBER})`,
  'u',
)

const BEHIND_END = `(?=\\s*(?:$|[,.!;、。~～)]|\\p{Extended_Pictographic}|吧|了?[谢謝]|感|哦|喔|哈|啊|呀|お願|おねが|ください|下さい|です|で|ほし|欲し|please|pls|plz|thx|thank|ty(?![a-z])))`
/** A number with a counter, a times sign or a word for it, behind words: `black x2`, `白色要兩個`, `size M qty 2`. */
const BEHIND = new RegExp(
  `(?:(?<=\\p{Script=Latin})\\+\\s*(${DIGITS})|\\((${DIGITS})(?=\\))|(?<![\\p{Script=Latin}\\d+.第-])(?:[x*]\\s*(${DIGITS})(?:\\s*${ANY_COUNTER})?|(?:qty|quantity|[数數]量)\\s*[:=]?\\s*(${NUMBER})(?:\\s*${ANY_COUNTER})?|${COUNTED}))(?:${BEHIND_END}()|)`,
  'gu',
)

/** `black 2`, `黑2`: a lone number may be one of units or a size. */
const LONE = new RegExp(
  `(?<=\\p{L})(?<!size|サイズ|[号號码碼])\\s*(?:[1-9]|(?<=\\s)(?!one)${WORD_NUMBER})${BEHIND_END}`,
  'u',
)

/**
 * The number of units at the end of the words behind a keyword; `units: null`: one stands there that may be something else,
 * or there are several.
 */
export function quantityBehind(words: string): Quantity | null {
  const found = [...words.matchAll(BEHIND)]
  const [first] = found
  if (first === undefined) return loneAt(words)
  const [whole, ...values] = first
  const ending = values.pop()
  const isAbout = /[一二两兩三四五六七八九几幾数]$/u.test(words.slice(0, first.index))
  const isSure = found.length === 1 && !isAbout && ending !== undefined
  const units = isSure ? valueOf(values.find((value) => value !== undefined) ?? '') : null
  return {
    units,
    start: first.index,
    end: first.index + whole.length,
    isEach: false,
  }
}

function loneAt(words: string): Quantity | null {
  const lone = LONE.exec(words)
  return (
    lone && {
      units: null,
      start: lone.index,
      end: lone.index + lone[0].length,
      isEach: false,
    }
  )
}

const COUNTED_EARLY = new RegExp(
  `(?<![第\\d.\\p{Script=Latin}])(?:${COUNTED}|(${DIGITS})\\s*x(?![a-z]))(?:\\s*of)?(?: the)?(\\s*[^\\s\\p{P}\\d]+(?: [^\\s\\p{P}\\d]+)?\\s*)$`,
  'u',
)
const TELLS = /[都了在也就很好太没沒是]|\\b(?:is|are|was|were|and|to|for)\\b/u
const LONE_EARLY = new RegExp(
  `(?:^|\\b(?:want|need|take|get|have|me|order) )(?:[1-9]|${WORD_NUMBER})\\s+(?:of )?(?:the )?[a-z]+(?: [a-z]+)?\\s*$`,
  'u',
)

/** `2件黑色的A1`, `2 pcs blue A1`: a number before words that lead to the first keyword; without a counter it may be any. */
export function quantityEarly(words: string): Quantity | null {
  const whole = { start: 0, end: words.length, isEach: false }
  const found = COUNTED_EARLY.exec(words)
  if (found === null) return LONE_EARLY.test(words) ? { ...whole, units: null } : null
  const [, digits, han, times, between = ''] = found
  const isSure = between.length <= 16 && !TELLS.test(between)
  return { ...whole, units: isSure ? valueOf(digits ?? han ?? times ?? '') : null, start: found.index }
}

/** `A1 2 black 1 white`, `A1 2 3`: what follows a number of units is another. */
export function isAnother(words: string): boolean {
  return ANOTHER.test(words)
}
const ANOTHER = new RegExp(`^\\s*(?:\\p{L}+\\s+)?(?:[1-9]|10|${WORD_NUMBER})(?:\\s+\\p{L}+)?\\s*$`, 'u')

/** The first `+2`, `加2` or `-1` in a text that has no keyword beside it. */
export function looseQuantity(text: string): Quantity | null {
  const found = LOOSE.exec(text)
  if (!found) return null
  const start = found.index
  const quantity = signedAt(text, start)
  return quantity && { ...quantity, start }
}
