// Finds the keywords of a show in a comment: the longest first, never inside a longer word or number.
import type { OfferKeyword } from './orderRules.ts'
import { foldForOrder } from './orderText.ts'

export interface KeywordHit {
  readonly start: number
  readonly end: number
  /** More than one when the show gave several offers the same keyword. */
  readonly offerIds: readonly string[]
}

export interface KeywordIndex {
  /** The keyword that begins at this place; `afterNumber`: the digits before it are the number of another item. */
  at(text: string, place: number, afterNumber: boolean): KeywordHit | null
}

interface Known {
  readonly pattern: RegExp
  readonly length: number
  /** Its Latin beginning, which no blank can part: most keywords are ruled out by it. */
  readonly head: string
  readonly offerIds: string[]
}

const LATIN_OR_DIGIT = /[\p{Script=Latin}\d]/u
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const HEAD = /^[\p{Script=Latin}\d]+/u
const SPECIAL = /[$()*+./?[\\\]^{|}]/g

export function createKeywordIndex(keywords: readonly OfferKeyword[]): KeywordIndex {
  const byFirst = new Map<string, Known[]>()
  for (const [keyword, offerIds] of groupByKeyword(keywords)) {
    const first = String.fromCodePoint(keyword.codePointAt(0) ?? 0)
    const known = { pattern: patternOf(keyword), length: keyword.length, head: HEAD.exec(keyword)?.[0] ?? '', offerIds }
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), known].sort((a, b) => b.length - a.length),
    )
  }
  return {
    at: (text, place, afterNumber) => {
      const known = byFirst.get(String.fromCodePoint(text.codePointAt(place) ?? 0))
      return known && isStart(text, place, afterNumber) ? longestAt(text, place, known) : null
    },
  }
}

function groupByKeyword(keywords: readonly OfferKeyword[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { offerId, keyword } of keywords) {
    const folded = foldForOrder(keyword).trim()
    if (folded === '') continue
    const offerIds = groups.get(folded) ?? []
    groups.set(folded, offerIds.includes(offerId) ? offerIds : [...offerIds, offerId])
  }
  return groups
}

/** A blank in the keyword may be left out; one may stand where Chinese or kana meets Latin. */
function patternOf(keyword: string): RegExp {
  const characters = [...keyword]
  const parts = characters.map((character, index) => {
    if (character === ' ') return String.raw`\s?`
    const next = characters[index + 1]
    const isMeeting = next !== undefined && next !== ' ' && LATIN_OR_DIGIT.test(character) !== LATIN_OR_DIGIT.test(next)
    return (
      character.replace(SPECIAL, String.raw`\$&`) + (isMeeting && CJK.test(character + next) ? String.raw`\s?` : '')
    )
  })
  const isLatinEnd = LATIN_OR_DIGIT.test(characters.at(-1) ?? '')
  // "a1x2" and "a1pcs" go on with a number of units, "a1b" and "a10" with a longer keyword.
  const end = isLatinEnd ? String.raw`(?![\p{Script=Latin}\d]|_[\p{L}\d])|(?=x\s*\d)|(?=(?:pcs?|qty)(?![a-z]))` : ''
  return new RegExp(`${parts.join('')}(?:${end})`, 'uy')
}

function isStart(text: string, place: number, afterNumber: boolean): boolean {
  if (place === 0 || !LATIN_OR_DIGIT.test(text[place] ?? '')) return true
  const before = text[place - 1] ?? ''
  if (before === '_') return !/[\p{L}\d]/u.test(text[place - 2] ?? '')
  return !LATIN_OR_DIGIT.test(before) || afterNumber
}

function longestAt(text: string, place: number, known: readonly Known[]): KeywordHit | null {
  for (const { pattern, head, offerIds } of known) {
    if (!text.startsWith(head, place)) continue
    pattern.lastIndex = place
    if (pattern.test(text)) return { start: place, end: pattern.lastIndex, offerIds }
  }
  return null
}
