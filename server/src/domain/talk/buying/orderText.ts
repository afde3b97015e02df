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
  return signed.replace(DRESS, '').normalize('NFKC')
}

/** Once more, and what a spelled-out sign leaves behind is gone too. */
function compatible(text: string): string {
  return stripInvisible(text).normalize('NFKC')
}
