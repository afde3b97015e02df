// The form in which comments and keywords are read for orders.
import { stripInvisible } from '../fold.ts'

/** Most comments of cleaned text need no more than small letters. */
const PLAIN = /^[\x20-\x7e]*$/
const BLANKS = /\s{2,}|[^\S ]/gu
/** Many signs are typed for these three, and for the stop between two orders. */
const PLUS = /[➕﹢⊕]/gu
const MINUS = /[➖−–—﹣]/gu
const TIMES = /[×✕✖╳✗]/gu
const DRESS = /[\uFE0E\uFE0F]|\u20E3/gu
const ANY_SIGN = /[➕﹢⊕➖−–—﹣×✕✖╳✗]|[\uFE0E\uFE0F]|\u20E3/u

/** Compatible width, small letters, one sign each for plus, minus and times, single blanks. */
export function foldForOrder(text: string): string {
  const seen = PLAIN.test(text) ? text : foldWide(text)
  return seen.toLowerCase().replace(BLANKS, ' ')
}

function foldWide(text: string): string {
  const seen = compatible(compatible(text))
  if (!ANY_SIGN.test(seen)) return seen
  const signed = seen.replace(PLUS, '+').replace(MINUS, '-').replace(TIMES, 'x')
  // Without its selector or its box a digit is one.
  return compatible(signed.replace(DRESS, ''))
}

/**
 * Halves, powers, ringed numbers and signs that are spelled with digits: taken apart, "2½" would be 21 and "B1②" another
 * keyword. They stay as they are, but for a ringed number that is a keyword: "①+1".
 */
const WRITTEN_NUMBER = /[\p{No}\u2044\u32C0-\u32CB\u3358-\u3370\u33E0-\u33FE]/u
const RINGED_KEYWORD = /(?<=^\s*|[,;、]\s*)[\u2460-\u2473](?=\s*[+＋])/gu
const OTHER_TEXT = /[^\p{No}\u2044\u32C0-\u32CB\u3358-\u3370\u33E0-\u33FE]+/gu

/** A number of a kind that is not read as one of units. */
export function isUnreadable(words: string): boolean {
  return WRITTEN_NUMBER.test(words)
}

/** Once more, and what a spelled-out sign leaves behind is gone too. */
function compatible(text: string): string {
  const seen = stripInvisible(text)
  if (!WRITTEN_NUMBER.test(seen)) return seen.normalize('NFKC')
  const spelled = seen.replace(RINGED_KEYWORD, (ringed) => ringed.normalize('NFKC'))
  return spelled.replace(OTHER_TEXT, (part) => part.normalize('NFKC'))
}
