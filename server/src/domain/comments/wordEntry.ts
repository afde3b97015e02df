// One word of a filter's list: what is looked for, and when what was found is that word and not a part of another.
import { foldForMatch, isCjk, isDigit, isKatakana, isWordAt, LENGTHENER } from './foldForMatch.ts'
import type { FoldedText, Run } from './foldForMatch.ts'
import { initialsOf } from './pinyin.ts'

export interface WordEntry {
  readonly word: string
  readonly codes: readonly number[]
  /** How many of each letter the word has in a row. */
  readonly lengths: readonly number[]
  /** Letters before which the word itself has a space. */
  readonly spaces: ReadonlySet<number>
  readonly digits: number
  /** Pinyin initials: found only as they stand, no look-alikes and nothing between. */
  readonly isInitials: boolean
}

/** Initials that are found without being asked for: shorter ones are anybody's letters. */
const INITIALS_MIN = 3
const LETTERS_MIN = 2
/** Letters that English words hardly ever double: two of them are one, of the others three are. */
const SELDOM_DOUBLED = new Set([...'ahijkquvwxy'].map((letter) => letter.charCodeAt(0)))

/** The entries of one line of the list, `word` or `word|initials`. */
export function entriesOf(line: string): WordEntry[] {
  const [word = '', ownInitials] = line.split('|').map((part) => part.trim())
  const initials = ownInitials ?? initialsOf(word)
  const entries = [entryOf(word, word)]
  if (initials && (ownInitials || initials.length >= INITIALS_MIN)) {
    entries.push({ ...entryOf(word, initials), isInitials: true })
  }
  return entries.filter(isWorthLooking)
}

function entryOf(word: string, lookedFor: string): WordEntry {
  const { runs } = foldForMatch(lookedFor)
  return {
    word,
    codes: runs.map((run) => run.code),
    lengths: runs.map((run) => run.length),
    spaces: new Set(runs.flatMap((run, place) => (run.gap === 'blank' ? [place] : []))),
    digits: runs.reduce((sum, run) => sum + run.digits, 0),
    isInitials: false,
  }
}

/** One letter would be found in every size and every order. */
function isWorthLooking({ codes, lengths }: WordEntry): boolean {
  const length = lengths.reduce((sum, count) => sum + count, 0)
  return length > 1 || codes.some(isCjk)
}

/** Whether the runs from `first` on, whose letters are the entry's, are its word. */
export function isWordHit(entry: WordEntry, folded: FoldedText, first: number): boolean {
  const runs = folded.runs.slice(first, first + entry.codes.length)
  const { isInitials, lengths } = entry
  const isLongEnough = runs.every((run, place) => hasLength(run, lengths[place] ?? 1, isInitials))
  if (!isLongEnough || !areEdges(folded.text, runs)) return false
  return isInitials ? isPlain(runs) : areDigitsRead(entry, runs) && areGapsFair(entry, { folded, runs, first })
}

function hasLength({ code, length }: Run, wanted: number, isExact: boolean): boolean {
  if (length === wanted) return true
  if (isExact || length < wanted) return false
  return length > 2 || isCjk(code) || SELDOM_DOUBLED.has(code)
}

function isPlain(runs: readonly Run[]): boolean {
  return runs.every((run, place) => (place === 0 || run.gap === 'none') && run.digits === 0)
}

/** Prices and order codes are no words: two letters of it are letters. */
function areDigitsRead({ digits: own, lengths }: WordEntry, runs: readonly Run[]): boolean {
  const digits = runs.reduce((sum, run) => sum + run.digits, 0)
  const length = lengths.reduce((sum, count) => sum + count, 0)
  return digits >= own && digits <= Math.max(own, length - LETTERS_MIN)
}

function areEdges(text: string, runs: readonly Run[]): boolean {
  const first = runs[0]
  const last = runs.at(-1)
  if (!first || !last) return false
  return (
    isEdge(text, first.code, { at: first.start - 1, step: -1 }) && isEdge(text, last.code, { at: last.end, step: 1 })
  )
}

interface Side {
  readonly at: number
  readonly step: 1 | -1
}

/** Whether a word may begin or end here: by the writing it is in. */
function isEdge(text: string, code: number, { at, step }: Side): boolean {
  if (isKatakana(code)) return isKatakanaEdge(text, { at, step })
  if (isCjk(code)) return true
  let place = at
  // "sh1t4u": digits belong to the letters behind them.
  while (isDigit(text[place] ?? '')) place += step
  return !isWordAt(text, place)
}

function isKatakanaEdge(text: string, { at, step }: Side): boolean {
  let place = at
  // A lengthened vowel is the same word.
  while (text[place] === LENGTHENER) place += step
  const neighbour = text.charCodeAt(place)
  return Number.isNaN(neighbour) || !isKatakana(neighbour)
}

interface Found {
  readonly folded: FoldedText
  readonly runs: readonly Run[]
  readonly first: number
}

/**
 * Signs inside a word hide it ("sh*t"); blanks inside Latin letters may as well be what they are ("pen is mine"). They count
 * when the word has them itself, or when letters stand alone: all of them, or all but one piece of three ("f u ck").
 */
function areGapsFair({ spaces }: WordEntry, { folded, runs, first }: Found): boolean {
  const blanks = runs.flatMap((run, place) => (place > 0 && run.gap === 'blank' && !isCjk(run.code) ? [place] : []))
  if (blanks.every((place) => spaces.has(place))) return !isAmongLoneLetters(folded, runs, first)
  const cuts = [0, ...blanks, runs.length]
  const pieces = cuts.slice(1).map((cut, index) => cut - (cuts[index] ?? 0))
  const long = pieces.filter((length) => length > 1).length
  const isSpelled = long === 0 || (long === 1 && pieces.length > 2)
  return isSpelled && !isAmongLoneLetters(folded, runs, first)
}

/** "g l a s s" spells no "a s s": where single letters are the word, the next letters of the row are no single ones. */
function isAmongLoneLetters({ text, runs: all }: FoldedText, runs: readonly Run[], first: number): boolean {
  const gap = runs.find((run, place) => place > 0 && run.gap !== 'none')?.gap
  if (!gap) return false
  const next = all[first + runs.length]
  const isAfterLone = runs[0]?.gap === gap && isLone(text, runs[0]) && isLone(text, all[first - 1])
  return isAfterLone || (next?.gap === gap && isLone(text, runs.at(-1)) && isLone(text, next))
}

function isLone(text: string, run: Run | undefined): boolean {
  if (!run || isCjk(run.code)) return false
  return run.end - run.start === 1 && !isWordAt(text, run.start - 1) && !isWordAt(text, run.end)
}
