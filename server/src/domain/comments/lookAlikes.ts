// What a character stands for when words are compared: one letter for its capitals, accents, widths and look-alikes.

/** Pairs: a character of another alphabet or a sign, then the Latin letter that it is read as. */
const PAIRS = [
  // Cyrillic
  'аaбbвbгrеeёeзsиuкkмmнhоoпnрpсcтtуyхxьbіiїiјjѕsԁdһhӏlԛqԝw',
  // Greek
  'αaβbγyεeζzηnιiκkμuνvοoρpςsσsτtυuφpχxωw',
  // Small capitals and letters of phonetic scripts
  'ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpꞯqʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzɑaɡgıiɩiⅼlɐaǝeɟfɥhɯmɹrʇtʌvʍwʎy',
  // Latin letters that no decomposition opens
  'øołlđdħhŧtßsæaœoþp',
  // Digits and signs written for letters
  '0o3e4a5s7t8b9g@a$s€e£f¢c',
]
/** Read as i or as l: each is tried. */
export const TWO_FACED = '1!|'

const LETTER_A = 97
/** Boxed and ringed letters that no normal form undoes, by the code point of their A. */
const BOXED_A = [0x1f130, 0x1f150, 0x1f170]

const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...PAIRS.flatMap((pairs) => pairs.match(/../gu) ?? []).map(([sign = '', letter = '']) => [sign, letter] as const),
  ...BOXED_A.flatMap((first) =>
    Array.from({ length: 26 }, (_, step) => {
      return [String.fromCodePoint(first + step), String.fromCharCode(LETTER_A + step)] as const
    }),
  ),
])

/** The folded form of one character, with its accents off; empty when nothing is left to compare. */
export function foldCharacter(character: string): string {
  const known = LOOK_ALIKES.get(character)
  if (known !== undefined) return known
  const wide = character.normalize('NFKC')
  // Kana and hangul fall apart in a decomposition: for them a mark is a part of the letter.
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(wide)) return wide
  const bare = wide.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return Array.from(bare, (letter) => LOOK_ALIKES.get(letter) ?? letter).join('')
}
