// What a comment's text becomes before anyone else sees it: the text as typed (NFC), nothing invisible, a bounded length.

/** The longest comment, in characters as a reader counts them (graphemes). */
export const COMMENT_MAX_GRAPHEMES = 500
/** And in bytes of UTF-8, eight for each, as a thumb of some colour has: one grapheme can be made of thousands of code points. */
const BYTES_EACH = 8
export const COMMENT_MAX_BYTES = BYTES_EACH * COMMENT_MAX_GRAPHEMES
/** Before it is cleaned, blanks and all. */
const MOST_UNITS_GIVEN = 16_384
const MARKS_KEPT = 3

export type CleanComment =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: 'empty' | 'too_long' }

/** Most comments are plain; they are done after this one look. */
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/
const BLANKS = /[\s\u0085\u2800]+/gu
const ZALGO = new RegExp(`(\\p{M}{${MARKS_KEPT}})\\p{M}+`, 'gu')

const PICTURE_END = String.raw`(?:\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})`
/** Writings in which a joiner, or a non-joiner, between or after letters is part of the spelling. */
const JOINING =
  'Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Tibetan Thaana Nko Adlam Hanifi_Rohingya Mandaic Meetei_Mayek Balinese Javanese Sundanese Newa Limbu Chakma'
    .split(' ')
    .map((script) => String.raw`\p{Script=${script}}`)
    .join('')
/** Marks that join or dress a picture, wherever they do neither: a joiner, a presentation selector, a tag of a flag. */
const LOOSE_DRESS = [
  String.raw`(?<!${PICTURE_END}|[${JOINING}])\u200D`,
  String.raw`(?<![${JOINING}])\u200D(?!\p{Extended_Pictographic})`,
  String.raw`(?<![${JOINING}])\u200C`,
  String.raw`(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier})(?:(?<![0-9#*])\uFE0F|\uFE0F(?!\u20E3))`,
  String.raw`(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]{0,6})[\u{E0020}-\u{E007F}]`,
]
/** Controls, direction marks, fillers, selectors, private and broken code points. White space is dealt with apart. */
const NEVER = [
  String.raw`(?![\t-\r\u0085]|[\u200C\u200D]|[\u{E0020}-\u{E007F}])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]`,
  String.raw`[\u115F\u1160\u3164\uFFA0\uFFFD]|\u034F|\u17B4|\u17B5|[\uFE00-\uFE0D]`,
  // Which of a character's forms is meant, wherever it is behind no character that has several: 葛󠄀 is another name than 葛.
  String.raw`(?<!\p{Extended_Pictographic})\uFE0E`,
  String.raw`(?<!\p{Script=Han})[\u{E0100}-\u{E01EF}]|(?<!\p{Script=Mongolian})[\u180B-\u180F]`,
]
const INVISIBLE = new RegExp([...NEVER, ...LOOSE_DRESS].join('|'), 'gu')

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Length in characters as a reader counts them: a family or a flag is one. */
export function measure(text: string): number {
  let count = 0
  for (const _ of graphemes.segment(text)) count += 1
  return count
}

/** The text without what cannot be seen; joiners that pictures and spellings need stay. */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, '')
}

/** The text to store and show, or why there is none. Cleaning clean text changes nothing. */
export function cleanComment(raw: string, most: number = COMMENT_MAX_GRAPHEMES): CleanComment {
  // The bound comes first: nobody makes us normalise a megabyte.
  if (raw.length > MOST_UNITS_GIVEN) return { ok: false, reason: 'too_long' }
  const text = PLAIN.test(raw) ? raw : tidy(raw)
  if (text === '') return { ok: false, reason: 'empty' }
  return isTooLong(text, most) ? { ok: false, reason: 'too_long' } : { ok: true, text }
}

/** Compatible forms are for comparing alone: shown as digits, "10²" would be 102. */
function tidy(raw: string): string {
  const seen = stripInvisible(raw).normalize('NFC')
  return stripInvisible(seen).replace(BLANKS, ' ').trim().replace(ZALGO, '$1')
}

function isTooLong(text: string, most: number): boolean {
  // A grapheme has at least one UTF-16 unit, and a unit at most three bytes: short texts need no count.
  if (text.length <= most) return false
  return Buffer.byteLength(text) > BYTES_EACH * most || measure(text) > most
}
