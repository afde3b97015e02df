// Takes a comment apart: the items it names, each with its number, and the words between them.
import { NUMBER_READ } from './doubts/doubts.ts'
import type { KeywordIndex } from './keywords.ts'
import { isAnother, looseQuantity, quantityAfter, quantityBefore, quantityBehind, quantityEarly } from './quantity.ts'
import type { Quantity } from './quantity.ts'

export interface Item {
  readonly offerIds: readonly string[]
  /** Units as written, negative to give back; `null`: none written. */
  units: number | null
  /** A number stands beside it that cannot be told from a price or a size. */
  isUnclear: boolean
}

export interface Sentence {
  readonly items: readonly Item[]
  /** The words before the first item, between two, and after the last: one more than items. */
  readonly gaps: readonly string[]
}

interface Scan {
  readonly text: string
  readonly items: Item[]
  readonly gaps: string[]
  /** Where the last item ends. */
  end: number
  /** The last item ends with its number, so the digits before this place are not the next keyword's. */
  endsWithNumber: boolean
}

/** A comment in the keywords' form, taken apart from left to right. */
export function readItems(text: string, index: KeywordIndex): Sentence {
  const scan: Scan = {
    text,
    items: [],
    gaps: [],
    end: 0,
    endsWithNumber: false,
  }
  let place = 0
  while (place < text.length) {
    place = readItem(scan, index, place) ?? place + 1
  }
  scan.gaps.push(text.slice(scan.end))
  scan.gaps.forEach((_, gap) => attachLoose(scan, gap))
  return scan
}

/** Where the item that begins here ends, `null` when none begins. */
function readItem(scan: Scan, index: KeywordIndex, place: number): number | null {
  const hit = index.at(scan.text, place, scan.endsWithNumber && place === scan.end)
  if (!hit) return null
  const between = scan.text.slice(scan.end, hit.start)
  const before = quantityBefore(between)
  // "2 A1 3 B2": a number on one side belongs to it, the next one to the next.
  const after = before && !isSigned(scan.text, hit.end) ? null : quantityAfter(scan.text, hit.end)
  scan.items.push({ offerIds: hit.offerIds, ...chooseUnits(before, after) })
  scan.gaps.push(before ? between.slice(0, before.start) : between)
  scan.end = after?.end ?? hit.end
  scan.endsWithNumber = after !== null
  if (after?.isEach) giveEach(scan.items, after.units)
  return scan.end
}

interface Written {
  readonly units: number | null
}

function chooseUnits(before: Written | null, after: Written | null): Pick<Item, 'units' | 'isUnclear'> {
  const written = after ?? before
  return {
    units: written?.units ?? null,
    isUnclear: written?.units === null || (before !== null && after !== null),
  }
}

function isSigned(text: string, at: number): boolean {
  return /^\s*[+x*-]/.test(text.slice(at, at + 3))
}

/** "A1, A2 各1": the number is for all that have none. */
function giveEach(items: readonly Item[], units: number | null): void {
  for (const item of items) item.units ??= units
}

/** "A1 黑色+2": the number belongs to the item before it, or to the first when none is before. */
function attachLoose({ items, gaps }: Scan, gap: number): void {
  const words = gaps[gap] ?? ''
  const owner = items[gap - 1] ?? items[gap]
  if (!owner || words.length < 2) return
  owner.isUnclear ||= owner.units !== null && gap > 0 && isAnother(words)
  const loose = looseOf(words, gap)
  if (!loose) return
  const rest = `${words.slice(0, loose.start)}${NUMBER_READ} ${words.slice(loose.end)}`
  // "A1 black+1 white+1": nobody says whether that is one or two.
  owner.isUnclear ||= owner.units !== null || loose.units === null || looseOf(rest, gap) !== null
  owner.units = loose.units
  gaps[gap] = rest
}

/** Words before the first item tell of many things: there only a sign makes a number one of units. */
function looseOf(words: string, gap: number): Quantity | null {
  return looseQuantity(words) ?? (gap > 0 ? quantityBehind(words) : quantityEarly(words))
}
