// Sets text as outlines: what is drawn is the same on every machine, whatever fonts it has.
import { Buffer as Glyphs, type Font, shape, Variation } from 'harfbuzzjs'
import { type FontOf, familyOf, readFonts } from './faces.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'

export interface Style {
  /** Pixels of an em. */
  readonly size: number
  /** 100 to 900. */
  readonly weight: number
}

export interface Typesetter {
  /** Pixels. */
  widthOf(text: string, style: Style): number
  /** The outlines as an SVG path, from the left end of the baseline. */
  pathOf(text: string, style: Style): string
}

/** Units of an em in both families. */
const EM = 1000

interface Run {
  readonly font: Font
  readonly text: string
}

/** Neighbours of one font are set together; what no font has is left out. */
function runsOf(text: string, fontOf: FontOf): Run[] {
  const runs: { font: Font; text: string }[] = []
  for (const character of text) {
    const font = fontOf(character)
    const last = runs.at(-1)
    if (font === null) continue
    if (last?.font === font) last.text += character
    else runs.push({ font, text: character })
  }
  return runs
}

function setRun({ font, text }: Run, { weight }: Style) {
  font.setVariations([new Variation('wght', weight)])
  const glyphs = new Glyphs()
  glyphs.addText(text)
  glyphs.guessSegmentProperties()
  shape(font, glyphs)
  const positions = glyphs.getGlyphPositions()
  return glyphs.getGlyphInfos().flatMap(({ codepoint }, nth) => {
    const at = positions[nth]
    return at === undefined ? [] : [{ font, glyph: codepoint, at }]
  })
}

/** Everything that will be set has to be in `text`. */
export async function openTypesetter(locale: Locale, text: string): Promise<Typesetter> {
  const fontOf = await readFonts(familyOf(locale), `${text}…`)

  const place = (words: string, style: Style, draw: (outline: string, x: number, y: number) => void): number => {
    let x = 0
    for (const { font, glyph, at } of runsOf(words, fontOf).flatMap((run) => setRun(run, style))) {
      draw(font.glyphToPath(glyph), x + at.xOffset, at.yOffset)
      x += at.xAdvance
    }
    return (x * style.size) / EM
  }
  return {
    widthOf: (words, style) => place(words, style, () => undefined),
    pathOf(words, style) {
      const scale = style.size / EM
      const parts: string[] = []
      place(words, style, (outline, x, y) => {
        if (outline !== '')
          parts.push(
            `<path transform="translate(${x * scale} ${-y * scale}) scale(${scale} ${-scale})" d="${outline}"/>`,
          )
      })
      return parts.join('')
    },
  }
}
