// Finds the words of a list in a comment, also when they are spaced out, dressed up or spelled with look-alikes.
import { createPatternSearch } from './ahoCorasick.ts'
import type { PatternSearch } from './ahoCorasick.ts'
import { foldForMatch } from './foldForMatch.ts'
import type { FoldedText } from './foldForMatch.ts'
import { entriesOf, isWordHit } from './wordEntry.ts'
import type { WordEntry } from './wordEntry.ts'

export interface WordHit {
  /** As the list has it, without the initials it may bring. */
  readonly word: string
  /** UTF-16 places in the text that was asked about: first, and one past the last. */
  readonly start: number
  readonly end: number
}

export interface WordFilter {
  /** Every hit, by its place; hits may overlap. */
  find(text: string): readonly WordHit[]
  /** Whether there is a hit; stops at the first. */
  has(text: string): boolean
}

/**
 * A filter for the words, built once; asking takes time by the length of the text, not of the list.
 * A word of Latin letters is found only whole, a word of Chinese characters or hiragana anywhere, a word of katakana where
 * katakana begins and ends. A Chinese word of three characters or more is found by its pinyin initials too, when they stand
 * alone; `word|initials` brings its own. A word that folds to nothing, or to one letter or digit, is left out.
 */
export function createWordFilter(words: readonly string[]): WordFilter {
  const search = createPatternSearch(words.flatMap(entriesOf).map((entry) => ({ codes: entry.codes, pattern: entry })))
  return {
    find: (text) => {
      const hits = new Map<string, WordHit>()
      visitHits(search, text, (hit) => {
        hits.set(`${hit.start} ${hit.end} ${hit.word}`, hit)
        return false
      })
      return [...hits.values()].sort((a, b) => a.start - b.start || b.end - a.end)
    },
    has: (text) => {
      let isFound = false
      visitHits(search, text, () => (isFound = true))
      return isFound
    },
  }
}

function visitHits(search: PatternSearch<WordEntry>, text: string, visit: (hit: WordHit) => boolean): void {
  const folded = foldForMatch(text)
  if (visitReading(search, folded, visit) || !folded.isTwoFaced) return
  visitReading(search, foldForMatch(text, 'l'), visit)
}

function visitReading(search: PatternSearch<WordEntry>, folded: FoldedText, visit: (hit: WordHit) => boolean): boolean {
  let isStopped = false
  search.walk(folded.codes, (entry, last) => {
    const first = last - entry.codes.length + 1
    if (!isWordHit(entry, folded, first)) return false
    const start = folded.runs[first]?.start ?? 0
    const end = folded.runs[last]?.end ?? start
    isStopped = visit({ word: entry.word, start, end })
    return isStopped
  })
  return isStopped
}
