// Draws the poster of a link: 1080x1350, a JPEG with the show's product, its price and the link's code.
import type { Locale } from '@lantern/shared/contract/things.ts'
import encodeQr from 'qr'
import sharp from 'sharp'
import { breakLines } from './lines.ts'
import { openTypesetter, type Style, type Typesetter } from './type.ts'

export const POSTER_SIZE = { width: 1080, height: 1350 } as const

export interface Poster {
  readonly locale: Locale
  /** The bytes of a picture; null, or what cannot be read: the shop's colours alone. */
  readonly picture: Buffer | null
  readonly title: string
  readonly shop: string
  /** Null: the show as a whole. */
  readonly product: string | null
  /** As it is shown, with its currency. */
  readonly price: string | null
  /** When it begins, or that it is live. */
  readonly when: string
  readonly isLive: boolean
  /** What to do with the code. */
  readonly scan: string
  /** Where the code leads. */
  readonly url: string
}

const MARGIN = 64
const PICTURE = { width: POSTER_SIZE.width - 2 * MARGIN, height: 760, radius: 36 } as const
const CODE = 260
const LEFT = POSTER_SIZE.width - 2 * MARGIN - CODE - 40
const JPEG = { quality: 86, mozjpeg: true } as const
const MOST_PIXELS = 50_000_000

const INK = '#17191f'
const QUIET = '#565b66'
const WARM = '#c2410c'
const LIVE = '#dc2645'

const SHOP: Style = { size: 34, weight: 500 }
const TITLE: Style = { size: 62, weight: 750 }
const PRICE: Style = { size: 84, weight: 800 }
const PRODUCT: Style = { size: 36, weight: 500 }
const WHEN: Style = { size: 36, weight: 650 }
const SCAN: Style = { size: 28, weight: 500 }

interface Line {
  readonly text: string
  readonly style: Style
  readonly fill: string
  /** From the foot of the line before to this one's baseline. */
  readonly down: number
}

/** From the top of what is under the picture. */
function linesOf(type: Typesetter, { title, product, price, when, isLive }: Poster): Line[] {
  const fit = (text: string, style: Style, limit: { width: number; most: number }) =>
    breakLines(text, { ...limit, widthOf: (part) => type.widthOf(part, style) })
  const titles = fit(title, TITLE, { width: PICTURE.width, most: 2 })
  const left = { width: LEFT, most: 1 }
  return [
    ...titles.map((text) => ({ text, style: TITLE, fill: INK, down: 76 })),
    ...(price === null ? [] : fit(price, PRICE, left).map((text) => ({ text, style: PRICE, fill: WARM, down: 116 }))),
    ...(product === null
      ? []
      : fit(product, PRODUCT, { ...left, most: titles.length > 1 ? 1 : 2 }).map((text) => ({
          text,
          style: PRODUCT,
          fill: QUIET,
          down: 54,
        }))),
    ...fit(when, WHEN, left).map((text) => ({ text, style: WHEN, fill: isLive ? LIVE : INK, down: 58 })),
  ]
}

function textOf(type: Typesetter, lines: readonly Line[]): string {
  let y = MARGIN + PICTURE.height
  return lines
    .map(({ text, style, fill, down }) => {
      y += down
      return `<g fill="${fill}" transform="translate(${MARGIN} ${y})">${type.pathOf(text, style)}</g>`
    })
    .join('')
}

function codeOf(url: string): string {
  const svg = encodeQr(url, 'svg', { ecc: 'medium', border: 2 })
  const [x, y] = [POSTER_SIZE.width - MARGIN - CODE, POSTER_SIZE.height - MARGIN - 40 - CODE]
  return svg.replace('<svg', `<svg x="${x}" y="${y}" width="${CODE}" height="${CODE}"`)
}

function footOf(type: Typesetter, { scan, shop }: Poster): string {
  const y = POSTER_SIZE.height - MARGIN + 6
  const widthOf = (part: string) => type.widthOf(part, SHOP)
  const [name = ''] = breakLines(shop, { width: LEFT, most: 1, widthOf })
  const x = POSTER_SIZE.width - MARGIN - CODE / 2 - type.widthOf(scan, SCAN) / 2
  const nameAt = `<g fill="${QUIET}" transform="translate(${MARGIN} ${y})">${type.pathOf(name, SHOP)}</g>`
  return `${nameAt}<g fill="${QUIET}" transform="translate(${x} ${y})">${type.pathOf(scan, SCAN)}</g>`
}

const svgOf = (inside: string, { width, height }: { width: number; height: number } = POSTER_SIZE) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`,
  )

const { width: inner, height: tall, radius } = PICTURE
const MASK = svgOf(`<rect width="${inner}" height="${tall}" rx="${radius}" fill="#fff"/>`, PICTURE)
const STAND_IN = svgOf(
  `<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#ffcf9e"/><stop offset="1" stop-color="#e8703a"/></linearGradient></defs>
   <rect width="${inner}" height="${tall}" fill="url(#g)"/>`,
  PICTURE,
)

async function pictureOf(picture: Buffer | null): Promise<Buffer> {
  const { width, height } = PICTURE
  const cut = (source: Buffer) =>
    sharp(source, { limitInputPixels: MOST_PIXELS, density: 144 })
      .rotate()
      .flatten({ background: '#ffffff' })
      .resize({ width, height, fit: 'cover', position: 'attention' })
      .png()
      .toBuffer()
  const drawn = picture === null ? await cut(STAND_IN) : await cut(picture).catch(() => cut(STAND_IN))
  return sharp(drawn)
    .composite([{ input: MASK, blend: 'dest-in' }])
    .png()
    .toBuffer()
}

export async function drawPoster(poster: Poster): Promise<Buffer> {
  const { locale, title, shop, product, price, when, scan, url } = poster
  const type = await openTypesetter(locale, [title, shop, product, price, when, scan].join(' '))
  const paper = `<rect width="100%" height="100%" fill="#ffffff"/>`
  const page = svgOf(paper + textOf(type, linesOf(type, poster)) + codeOf(url) + footOf(type, poster))
  return sharp(page)
    .composite([{ input: await pictureOf(poster.picture), left: MARGIN, top: MARGIN }])
    .jpeg(JPEG)
    .toBuffer()
}
