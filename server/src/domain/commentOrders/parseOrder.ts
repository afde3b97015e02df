// Comment to buy: whether a comment is an order by the show's rules, and of what. When in doubt it is none.
import { foldForOrder, isUnreadable } from './orderText.ts'
import { readItems } from './items.ts'
import type { Item, Sentence } from './items.ts'
import { createKeywordIndex } from './keywords.ts'
import { ITEM } from './doubts/doubts.ts'
import { CANCEL_WORDS, createCancelWords, markOf, SWAP, withoutHarmless } from './marks.ts'
import type { CancelWords, Mark } from './marks.ts'
import { LINES_MAX, none, QUANTITY_MAX } from './orderRules.ts'
import type { BuyRules, CancelLine, NoOrder, OrderIntent, OrderLine } from './orderRules.ts'
import { looseQuantity } from './quantity.ts'
import { isTakenBack } from './takeBacks.ts'

/** Reads one comment; never throws. */
export type OrderParser = (text: string) => OrderIntent

/** For one comment; a show keeps the parser that `createOrderParser` makes. */
export function parseOrder(text: string, rules: BuyRules): OrderIntent {
  return createOrderParser(rules)(text)
}

/** A parser for a show's rules: its keywords are put in order once. */
export function createOrderParser(rules: BuyRules): OrderParser {
  const index = createKeywordIndex(rules.keywords)
  const cancel = createCancelWords(rules.cancelWords ?? CANCEL_WORDS)
  return (text) => {
    const sentence = readItems(foldForOrder(text), index)
    if (sentence.items.length === 0) return readWithoutKeyword(sentence.gaps[0] ?? '', rules, cancel)
    return readSentence(sentence, rules, cancel)
  }
}

/** Words that stand beside items, after the cancel words are taken out of them. */
interface Reading {
  readonly items: readonly Item[]
  readonly gaps: readonly string[]
  readonly cancels: readonly boolean[]
}

function readSentence({ items, gaps: typed }: Sentence, rules: BuyRules, cancel: CancelWords): OrderIntent {
  const gaps = typed.map(withoutHarmless)
  const stripped = gaps.map((words) => cancel.strip(words))
  const reading = {
    items,
    gaps: gaps.map((words, gap) => stripped[gap] ?? words),
    cancels: stripped.map((words) => words !== null),
  }
  if (gaps.some(isUnreadable)) return none('ambiguous')
  const isOnly = typed.every((words) => isPunctuation(cancel.strip(words) ?? words))
  if (rules.matching === 'only' && !isOnly) return none('not_only')
  return readReading(reading, rules)
}

function readReading(reading: Reading, rules: BuyRules): OrderIntent {
  const isCancel = reading.cancels.some(Boolean)
  const said = wordsKept(reading)
  if (!isCancel && isTakenBack(reading.gaps.join(ITEM))) return none(said.why ?? 'negated')
  if (said.kept.length === 0) return none(said.why ?? 'no_keyword')
  if (isEither(reading.gaps) || isStruck(reading.gaps)) return none('ambiguous')
  if (SWAP.test(reading.gaps.join(' '))) return none('mixed')
  if (said.kept.some((item) => item.isUnclear || item.offerIds.length > 1)) return none('ambiguous')
  if (isCancel) return cancelLines(reading, said.kept)
  return linesOf(said.kept, rules)
}

/** A range or a choice is not a list. */
const EITHER = /^\s*(?:[-~〜*]|[=-]+>|→|to|should be|was meant to be|is now|到|至|or|或者?|[还還]是|か|または)\s*$/u

function isEither(gaps: readonly string[]): boolean {
  return gaps.slice(1, -1).some((words) => EITHER.test(words))
}

/** A minus that belongs to no number: an order, a list or something struck off. */
const OPEN_MINUS = /(?:^|[\s,;])-+\s*$/u

function isStruck(gaps: readonly string[]): boolean {
  return (
    /^\s*-[-\s]*$/u.test(gaps.at(-1) ?? '') ||
    gaps.some((words, gap) => gap < gaps.length - 1 && OPEN_MINUS.test(words))
  )
}

/** What may stand around an order where nothing else may. */
const PUNCTUATION = /^(?:[\s\p{P}\p{S}\p{M}\u200D\uE001]|and(?![a-z])|[和跟與与及と])*$/u

function isPunctuation(words: string): boolean {
  return PUNCTUATION.test(words)
}

/**
 * The items that the words leave alone. A mark takes the items on both sides of it, up to the next stop; an item without a
 * number falls to any mark in the comment: "A1, how much?".
 */
function wordsKept({ items, gaps }: Reading): {
  kept: Item[]
  why: Mark | null
} {
  const anywhere =
    gaps.map((words) => (EITHER.test(words) ? null : markOf(words))).find((mark) => mark !== null) ?? null
  if (!anywhere) return { kept: [...items], why: null }
  const kept = items.filter((item, place) => {
    if (item.units === null) return false
    return !markOf(afterLastStop(gaps[place] ?? '')) && !markOf(untilFirstStop(gaps[place + 1] ?? ''))
  })
  return { kept, why: anywhere }
}

const STOP = /[.。!?;,、…]/u

function untilFirstStop(words: string): string {
  const stop = words.search(STOP)
  // A question mark is a stop and says what it stops.
  return stop < 0 ? words : words.slice(0, stop + 1)
}

function afterLastStop(words: string): string {
  return words.split(STOP).at(-1) ?? ''
}

function cancelLines({ items, cancels }: Reading, kept: readonly Item[]): OrderIntent {
  const isOrderBeside = kept.some((item) => {
    const place = items.indexOf(item)
    return item.units !== null && item.units > 0 && !cancels[place] && !cancels[place + 1]
  })
  return isOrderBeside
    ? none('mixed')
    : sumUp(
        kept.map(({ offerIds, units }) => lineOf(offerIds, units && -Math.abs(units))),
        'cancel',
      )
}

interface SignedLine {
  readonly offerId: string
  readonly units: number | null
}

function lineOf(offerIds: readonly string[], units: number | null): SignedLine {
  return { offerId: offerIds[0] ?? '', units }
}

function linesOf(items: readonly Item[], rules: BuyRules): OrderIntent {
  const lines = items.map((item) => lineOf(item.offerIds, item.units))
  const back = lines.filter(({ units }) => units !== null && units < 0)
  if (back.length > 0) return back.length === lines.length ? sumUp(back, 'cancel') : none('mixed')
  const counted = lines.filter(({ units }) => units !== null)
  if (rules.numberRequired && counted.length === 0) return none('number_missing')
  if (rules.numberRequired) return sumUp(counted, 'buy')
  const bare = lines.filter(({ offerId, units }) => units === null && !counted.some((line) => line.offerId === offerId))
  // Saying a keyword twice is emphasis.
  const named = new Set(bare.map(({ offerId }) => offerId))
  return sumUp([...counted, ...[...named].map((offerId) => ({ offerId, units: 1 }))], 'buy')
}

function sumUp(lines: readonly SignedLine[], kind: 'buy' | 'cancel'): OrderIntent {
  const sums = new Map<string, number | null>()
  for (const { offerId, units } of lines) {
    const before = sums.get(offerId)
    const isAll = units === null || before === null
    sums.set(offerId, isAll ? null : (before ?? 0) + Math.abs(units))
  }
  const why = unfit([...lines.map(({ units }) => units), ...sums.values()], sums.size)
  if (why) return none(why)
  const summed: CancelLine[] = [...sums].map(([offerId, quantity]) => ({
    offerId,
    quantity,
  }))
  return kind === 'cancel' ? { kind, lines: summed } : { kind, lines: summed.filter(isOrderLine) }
}

function unfit(quantities: readonly (number | null)[], lines: number): NoOrder | null {
  if (quantities.includes(0)) return 'ambiguous'
  return lines > LINES_MAX || quantities.some((units) => Math.abs(units ?? 0) > QUANTITY_MAX) ? 'too_many' : null
}

function isOrderLine(line: CancelLine): line is OrderLine {
  return line.quantity !== null
}

/** Politeness and "all of it", in a comment that takes everything back. */
const FILLERS =
  /我|的|要|想|[请請]|[帮幫]|都|全部|全|所有|[订訂]?[单單]|了|[谢謝]|吧|啦|先|不好意思|抱歉|\b(?:please|pls|plz|my|orders?|all|everything|the|it|i|want|to|thanks?|thx|you|sorry)\b|注文|すべて|お願いします|お願い|してください|します|したい|ください|です|すみません|ごめんなさい|[をでのはし]/gu

function readWithoutKeyword(words: string, rules: BuyRules, cancel: CancelWords): OrderIntent {
  const stripped = cancel.strip(withoutHarmless(words))
  const rest = stripped ?? words
  const loose = frontQuantity(rest)
  if (loose) return readFront(loose, { rest, isCancel: stripped !== null }, rules)
  const isAll = stripped !== null && isPunctuation(rest.replace(FILLERS, '')) && !markOf(rest)
  return isAll ? { kind: 'cancel', lines: [] } : none('no_keyword')
}

interface FrontQuantity {
  readonly units: number | null
  readonly start: number
  readonly end: number
}

/** Hosts ask to "type 1": alone it is a +1. */
const TYPED_ONE = /^\s*扣\s*1\s*$/

function frontQuantity(words: string): FrontQuantity | null {
  if (TYPED_ONE.test(words)) return { units: 1, start: 0, end: words.length }
  return looseQuantity(words)
}

interface Around {
  readonly rest: string
  readonly isCancel: boolean
}

function markAround(words: string, isCancel: boolean): Mark | null {
  const plain = withoutHarmless(words)
  return markOf(plain) ?? (!isCancel && isTakenBack(plain) ? 'negated' : null)
}

function readFront(loose: FrontQuantity, { rest, isCancel }: Around, rules: BuyRules): OrderIntent {
  const { units } = loose
  if (units === null || rules.front.length === 0) return none('no_keyword')
  if (isUnreadable(rest)) return none('ambiguous')
  const around = `${rest.slice(0, loose.start)} ${rest.slice(loose.end)}`
  const mark = markAround(around, isCancel)
  if (mark) return none(mark)
  if (rules.matching === 'only' && !isPunctuation(around)) return none('not_only')
  if (rules.front.length > 1 || looseQuantity(around)) return none('ambiguous')
  const line = lineOf(rules.front, units)
  return sumUp([line], isCancel || units < 0 ? 'cancel' : 'buy')
}
