// The form in which comments and keywords are read for orders.
import { stripInvisible } from '../comments/fold.ts'

/** Most comments of cleaned text need no more than small letters. */
const PLAIN = /^[\x20-\x7e]*$/
/** Where a keyword may stand that nobody orders by: an address, a name that is called. It becomes what no keyword begins with. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s，。！？、]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@[\p{L}\p{N}_]+|(?<![\w.])[a-z][\w-]*(?:\.[\w-]+)*\.[a-z]{2,}(?:\/|\?\w+=)[^\s，。！？、]*/giu
const ADDRESS_SIGN = '@'
const BLANKS = /\s{2,}|[^\S ]/gu
/** Many signs are typed for these three, and for the stop between two orders. */
const PLUS = /[➕﹢⊕]/gu
const MINUS = /[➖−–—﹣]/gu
/** Beside a number alone: without one it strikes something off. */
const TIMES = /[×✕✖╳✗](?=[\uFE0E\uFE0F]?\s*[\d０-９])|(?<=[\d０-９]\s*)[×✕✖╳✗](?=[\uFE0E\uFE0F]?\s*\p{L})/gu
const APOSTROPHE = /[’‘ʼ′`´]/gu
const QUESTION = /[؟❓❔⁇‽]/gu
const DRESS = /[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]|[\u180B-\u180F]|\u20E3/gu
const ANY_SIGN = /[➕﹢⊕➖−–—﹣×✕✖╳✗’‘ʼ′`´؟❓❔⁇‽]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]|[\u180B-\u180F]|\u20E3/u

/** Compatible width, small letters, one sign each for plus, minus and times, single blanks. */
export function foldForOrder(text: string): string {
  const bare = text.replace(ADDRESS, ADDRESS_SIGN)
  const seen = PLAIN.test(bare) ? bare : foldWide(bare)
  return seen.toLowerCase().replace(BLANKS, ' ')
}

function foldWide(text: string): string {
  const seen = compatible(compatible(text))
  if (!ANY_SIGN.test(seen)) return seen
  const signed = seen
    .replace(PLUS, '+')
    .replace(MINUS, '-')
    .replace(TIMES, 'x')
    .replace(APOSTROPHE, "'")
    .replace(QUESTION, '?')
  // Without its selector or its box a digit is one.
  return compatible(signed.replace(DRESS, ''))
}

/**
 * Halves, powers, ringed numbers and signs that are spelled with digits: taken apart, "2½" would be 21 and "B1②" another
 * keyword. They stay as they are, but for a ringed number that is a keyword: "①+1".
 */
const WRITTEN_NUMBER = /[\p{No}\u2160-\u2188\u2044\u32C0-\u32CB\u3358-\u3370\u33E0-\u33FE]/u
const RINGED_KEYWORD = /(?<=^\s*|[,;、]\s*)[\u2460-\u2473](?=\s*[+＋])/gu
const OTHER_TEXT = /[^\p{No}\u2160-\u2188\u2044\u32C0-\u32CB\u3358-\u3370\u33E0-\u33FE]+/gu

/** Digits of other writings. Behind one of ours they would make another keyword of it: there they are no number that is read. */
const OTHER_DIGITS = /([0-9０-９])?((?:(?![0-9０-９])\p{Nd})+)/gu
const DIGIT = /\p{Nd}/u
const UNREADABLE = '½'

/** Every writing has its ten in a row, zero first. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  let before = 0
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1
  return `${before % 10}`
}

/** A number of a kind that is not read as one of units. */
export function isUnreadable(words: string): boolean {
  return WRITTEN_NUMBER.test(words)
}

/** Once more, and what a spelled-out sign leaves behind is gone too. */
function compatible(text: string): string {
  const seen = stripInvisible(text).replace(OTHER_DIGITS, (_all, ours: string | undefined, digits: string) =>
    ours === undefined ? [...digits].map(digitOf).join('') : ours + UNREADABLE,
  )
  if (!WRITTEN_NUMBER.test(seen)) return seen.normalize('NFKC')
  const spelled = seen.replace(RINGED_KEYWORD, (ringed) => ringed.normalize('NFKC'))
  return spelled.replace(OTHER_TEXT, (part) => part.normalize('NFKC'))
}
