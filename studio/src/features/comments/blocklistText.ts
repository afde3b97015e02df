// A word list as text, one word a line, and back.
export const TREATMENTS = ['off', 'review', 'refuse'] as const
const LONGEST = 60
const SHOWN = 20

export function toText(words: readonly string[]): string {
  return words.join('\n')
}

/** Empty lines and words that are there already are passed over; `tooLong`: the beginning of one that cannot be taken. */
export function toWords(text: string): { readonly words: string[]; readonly tooLong: string | null } {
  const lines = text.split('\n').map((line) => line.trim())
  const words = [...new Set(lines.filter((line) => line !== ''))]
  const tooLong = words.find((word) => word.length > LONGEST)
  return { words, tooLong: tooLong === undefined ? null : `${tooLong.slice(0, SHOWN)}…` }
}
