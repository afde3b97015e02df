// Pinyin initials of Chinese characters, from the order in which the collation puts them: no table of characters.

const HAN = /^\p{Script=Han}$/u
const byPinyin = new Intl.Collator('zh-Hans-u-co-pinyin')

/** The first character of each letter in pinyin order; no syllable begins with i, u or v. */
const FIRST_OF_LETTER: readonly (readonly [letter: string, first: string])[] = [
  ['a', '吖'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '呣'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '穵'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
]

/**
 * The pinyin initials of a word of Chinese characters only, `null` for any other. A character with several readings counts
 * by its first in the dictionary: an entry that needs another brings its own initials.
 */
export function initialsOf(word: string): string | null {
  let initials = ''
  for (const character of word) {
    if (!HAN.test(character)) return null
    initials += initialOf(character)
  }
  return initials === '' ? null : initials
}

function initialOf(character: string): string {
  let initial = 'a'
  for (const [letter, first] of FIRST_OF_LETTER) {
    if (byPinyin.compare(character, first) < 0) break
    initial = letter
  }
  return initial
}
