// A text as word filters compare it: separators gone, look-alikes and repeated letters as one, each with its place in the text.
import { foldCharacter, TWO_FACED } from './lookAlikes.ts'

/** One letter of the folded text: a run of the same letter in the text. */
export interface Run {
  /** The code point that is compared. */
  readonly code: number
  /** How many of it the text has in a row. */
  length: number
  /** UTF-16 places in the text: first, and one past the last. */
  readonly start: number
  end: number
  /** What stood between this run and the one before. */
  readonly gap: Gap
  /** Digits among the characters of the run. */
  digits: number
}

export type Gap = 'none' | 'sign' | 'blank'

export interface FoldedText {
  /** The text that was folded: places point into it. */
  readonly text: string
  readonly runs: readonly Run[]
  /** The folded text itself: the code of each run. */
  readonly codes: readonly number[]
  /** Whether 1, ! or | occur: they can be read as i or as l, and the text is worth a second reading. */
  readonly isTwoFaced: boolean
}

interface Fold {
  readonly runs: Run[]
  gap: Gap
  isTwoFaced: boolean
  readonly reading: Reading
}

/** What 1, ! and | are taken for. */
export type Reading = 'i' | 'l'

const COMPARED = /^[\p{L}\p{N}]+$/u
/** Half-width kana carry their voiced mark behind them. */
const CHARACTERS = /[\uFF66-\uFF9D][\uFF9E\uFF9F]|./gsu
const BLANK = /^\s$/u
/** Makes a vowel of kana long; compared as if it were not there. */
export const LENGTHENER = 'ー'
const FIRST_BEYOND_ASCII = 0x80
/** High surrogates behind which there are pictures only. */
const FIRST_EMOJI = 0xd83d
const LAST_EMOJI = 0xd83e

/** Folds a comment; time grows with its length. Meant for cleaned text, safe with any. */
export function foldForMatch(text: string, reading: Reading = 'i'): FoldedText {
  const fold: Fold = { runs: [], gap: 'none', isTwoFaced: false, reading }
  let at = 0
  for (const [character] of text.matchAll(CHARACTERS)) {
    const end = at + character.length
    addCharacter(fold, { text, character, start: at, end })
    at = end
  }
  return {
    text,
    runs: fold.runs,
    codes: fold.runs.map((run) => run.code),
    isTwoFaced: fold.isTwoFaced,
  }
}

interface Piece {
  readonly text: string
  readonly character: string
  readonly start: number
  readonly end: number
}

function addCharacter(fold: Fold, piece: Piece): void {
  const { character } = piece
  if (TWO_FACED.includes(character)) fold.isTwoFaced = true
  const folded = readCharacter(character, fold.reading)
  if (folded === '') {
    fold.gap = fold.gap === 'blank' || character === ' ' || BLANK.test(character) ? 'blank' : 'sign'
    return
  }
  for (const letter of folded) addLetter(fold, piece, letter)
}

function addLetter(fold: Fold, piece: Piece, letter: string): void {
  const code = letter.codePointAt(0) ?? 0
  const digits = isDigit(piece.character) ? 1 : 0
  const last = fold.runs[fold.runs.length - 1]
  if (last && last.code === code && (fold.gap === 'none' || isSpelledOut(last, piece))) {
    last.length += 1
    last.end = piece.end
    last.digits += digits
  } else {
    const gap = fold.runs.length === 0 ? 'none' : fold.gap
    fold.runs.push({
      code,
      length: 1,
      start: piece.start,
      end: piece.end,
      gap,
      digits,
    })
  }
  fold.gap = 'none'
}

/** Across a gap the same letter is one run only where letters stand alone ("a s s"), never in "as so". */
function isSpelledOut(last: Run, { text, start, end }: Piece): boolean {
  return isCjk(last.code) || (!isWordAt(text, last.start - 1) && !isWordAt(text, end) && !isWordAt(text, start - 1))
}

function readCharacter(character: string, reading: Reading): string {
  const code = character.charCodeAt(0)
  if (code < FIRST_BEYOND_ASCII) return ASCII[reading][code] ?? ''
  if (character === LENGTHENER || (code >= FIRST_EMOJI && code <= LAST_EMOJI)) return ''
  if (isKanaOrHan(code)) return character
  const folded = foldCharacter(character)
  return COMPARED.test(folded) ? folded : ''
}

function readAscii(character: string, reading: Reading): string {
  // It may also end a sentence: the second reading takes it for that.
  if (character === '!') return reading === 'i' ? reading : ''
  if (TWO_FACED.includes(character)) return reading
  const folded = foldCharacter(character)
  return COMPARED.test(folded) ? folded : ''
}

function readAllAscii(reading: Reading): readonly string[] {
  return Array.from({ length: FIRST_BEYOND_ASCII }, (_, code) => readAscii(String.fromCharCode(code), reading))
}

/** Most characters of most comments: looked up, not worked out. */
const ASCII: Readonly<Record<Reading, readonly string[]>> = {
  i: readAllAscii('i'),
  l: readAllAscii('l'),
}

function isKanaOrHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3041 && code <= 0x3096) || (code >= 0x30a1 && code <= 0x30fa)
}

export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1
}

/** Chinese characters, kana and hangul: what is written without spaces, or with endings stuck to the word. */
export function isCjk(code: number): boolean {
  const isHangul = code >= 0xac00 && code <= 0xd7af
  return isHangul || (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code >= 0x20000
}

/** Katakana: a word of it ends where another writing begins. */
export function isKatakana(code: number): boolean {
  return code >= 0x30a1 && code <= 0x30fc
}

/** Whether a letter of an alphabet with spaces between its words stands at this place. */
export function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code)) return false
  if (code < FIRST_BEYOND_ASCII) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return !isCjk(code) && /^[\p{L}\p{M}]$/u.test(text[at] ?? '')
}
