// Reads the fonts of posters, piece by piece: a machine may have no Chinese font at all, and a font whole is twenty megabytes.
import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Locale } from '@lantern/shared/contract/things.ts'
import { Blob, Face, Font } from 'harfbuzzjs'
import decompress from 'woff2-encoder/decompress'
import * as z from 'zod'

export type Family = 'noto-sans-sc' | 'noto-sans-tc'

/** The same character is drawn differently in the two; Latin letters are the same. */
export const familyOf = (locale: Locale): Family => (locale === 'zh-Hant' ? 'noto-sans-tc' : 'noto-sans-sc')

type Span = readonly [first: number, last: number]

interface Piece {
  readonly file: string
  readonly spans: readonly Span[]
  font: Promise<Font> | null
}

const Ranges = z.record(z.string(), z.string())
const require = createRequire(import.meta.url)

/** As style sheets write them: `U+4e00-4e10,U+4e12`. */
function spansOf(text: string): Span[] {
  return text.split(',').map((range) => {
    const [first = '', last = first] = range.replace('U+', '').split('-')
    return [parseInt(first, 16), parseInt(last, 16)]
  })
}

async function listPieces(family: Family): Promise<Piece[]> {
  const folder = dirname(require.resolve(`@fontsource-variable/${family}/package.json`))
  const ranges = Ranges.parse(JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')))
  const pieces = Object.entries(ranges).map(([name, spans]) => {
    const file = join(folder, 'files', `${family}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`)
    return { name, piece: { file, spans: spansOf(spans), font: null } }
  })
  // Letters and figures come from the piece that has them all, so that they are set together.
  return pieces.toSorted((a, b) => Number(b.name === 'latin') - Number(a.name === 'latin')).map(({ piece }) => piece)
}

async function openFont(file: string): Promise<Font> {
  return new Font(new Face(new Blob(await decompress(await readFile(file)))))
}

const known = new Map<Family, Promise<Piece[]>>()

function piecesOf(family: Family): Promise<Piece[]> {
  const pieces = known.get(family) ?? listPieces(family)
  known.set(family, pieces)
  pieces.catch(() => known.delete(family))
  return pieces
}

export type FontOf = (character: string) => Font | null

/** The fonts of all these characters; null for one that neither has, as emoji. What was read once stays in memory, 80 KB a piece. */
export async function readFonts(family: Family, text: string): Promise<FontOf> {
  const pieces = await piecesOf(family)
  const fonts = new Map<string, Font>()
  for (const character of new Set(text)) {
    const point = character.codePointAt(0) ?? 0
    const piece = pieces.find(({ spans }) => spans.some(([first, last]) => point >= first && point <= last))
    if (piece === undefined) continue
    piece.font ??= openFont(piece.file).catch((error: unknown) => {
      // What could not be read now may be read next time.
      piece.font = null
      throw error
    })
    const font = await piece.font
    if (font.nominalGlyph(point) !== null) fonts.set(character, font)
  }
  return (character) => fonts.get(character) ?? null
}
