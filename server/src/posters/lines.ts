// Breaks a text into lines that fit, between words where there are any, and says by dots that more was there.

interface Fit {
  /** Pixels. */
  readonly width: number
  readonly most: number
  readonly widthOf: (text: string) => number
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const words = new Intl.Segmenter('zh', { granularity: 'word' })
const DOTS = '…'

const segmentsOf = (by: Intl.Segmenter, text: string) => [...by.segment(text)].map(({ segment }) => segment)

/** What may not be parted; a word that is wider than a line is parted where it must be. */
function tokensOf(text: string, { width, widthOf }: Fit): string[] {
  const tokens = segmentsOf(words, text.replaceAll(/\s+/g, ' ').trim())
  return tokens.flatMap((token) => (widthOf(token) > width ? segmentsOf(graphemes, token) : [token]))
}

/** Signs that no line begins with. */
const isTrailing = (token: string) => /^[\p{Pe}\p{Pf}\p{Po}]/u.test(token)

/** No more than `most`; the last one ends in dots where something is left out. */
export function breakLines(text: string, fit: Fit): string[] {
  const { width, most, widthOf } = fit
  const lines: string[] = []
  let line = ''
  for (const token of tokensOf(text, fit)) {
    if (line === '' || isTrailing(token) || widthOf((line + token).trimEnd()) <= width) {
      line += token
      continue
    }
    lines.push(line.trim())
    line = token
  }
  lines.push(line.trim())
  const kept = lines.filter((one) => one !== '')
  if (kept.length <= most) return kept
  return [...kept.slice(0, most - 1), shorten(kept.slice(most - 1).join(' '), fit)]
}

function shorten(text: string, { width, widthOf }: Fit): string {
  const signs = segmentsOf(graphemes, text)
  while (signs.length > 0 && widthOf(signs.join('').trimEnd() + DOTS) > width) signs.pop()
  return signs.join('').trimEnd() + DOTS
}
