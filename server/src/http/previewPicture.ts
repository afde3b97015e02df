// Draws the picture that a chat group shows of a link: 1200x630, a JPEG of less than 200 KB, whatever the product's picture is.
import sharp from 'sharp'

export const PREVIEW_SIZE = { width: 1200, height: 630 } as const
/** What messengers still fetch; WhatsApp passes over larger pictures. */
export const PREVIEW_MOST_BYTES = 200_000

const MOST_PIXELS = 50_000_000
const MARGIN = 40
const QUALITIES = [84, 70, 50, 30] as const

/** A lantern at dusk: for a show whose products have no picture, or one that cannot be read. */
const STAND_IN = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630">
  <defs>
    <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#1b2233"/><stop offset="1" stop-color="#3a2a22"/></linearGradient>
    <radialGradient id="glow"><stop stop-color="#ffb45c" stop-opacity=".75"/><stop offset="1" stop-color="#ffb45c" stop-opacity="0"/></radialGradient>
  </defs>
  <rect width="1200" height="630" fill="url(#sky)"/>
  <circle cx="600" cy="325" r="290" fill="url(#glow)"/>
  <path d="M600 60v95" stroke="#d9c3a5" stroke-width="6"/>
  <rect x="545" y="155" width="110" height="26" rx="8" fill="#8a4a1e"/>
  <path d="M540 181h120c70 50 70 218 0 268H540c-70-50-70-218 0-268z" fill="#f08a3c"/>
  <path d="M600 181v268M560 181c-34 60-34 208 0 268M640 181c34 60 34 208 0 268" fill="none" stroke="#c8642a" stroke-width="5"/>
  <rect x="545" y="449" width="110" height="26" rx="8" fill="#8a4a1e"/>
  <path d="M575 475v60M600 475v78M625 475v60" stroke="#f0c48a" stroke-width="6" stroke-linecap="round"/>
</svg>`)

const open = (picture: Buffer) => sharp(picture, { limitInputPixels: MOST_PIXELS, density: 144 }).rotate()

/** The whole picture before its own blurred colours: a shirt in portrait loses neither collar nor hem. */
async function compose(picture: Buffer): Promise<Buffer> {
  const { width, height } = PREVIEW_SIZE
  const inside = { width: width - 2 * MARGIN, height: height - 2 * MARGIN }
  const front = await open(picture)
    .resize({ ...inside, fit: 'inside' })
    .png()
    .toBuffer()
  return open(picture)
    .flatten({ background: '#ffffff' })
    .resize({ width, height, fit: 'cover' })
    .blur(40)
    .modulate({ brightness: 0.8 })
    .composite([{ input: front }])
    .png()
    .toBuffer()
}

async function encode(drawn: Buffer): Promise<Buffer> {
  const { width, height } = PREVIEW_SIZE
  let jpeg = Buffer.alloc(0)
  for (const quality of QUALITIES) {
    jpeg = await sharp(drawn).resize({ width, height, fit: 'cover' }).jpeg({ quality, mozjpeg: true }).toBuffer()
    if (jpeg.length < PREVIEW_MOST_BYTES) return jpeg
  }
  return jpeg
}

/** `picture`: the bytes of a JPEG, PNG, WebP, GIF, AVIF or SVG; null, or what cannot be read, gives a drawn lantern. */
export async function drawPreview(picture: Buffer | null): Promise<Buffer> {
  const drawn = picture === null ? null : await compose(picture).catch(() => null)
  return encode(drawn ?? STAND_IN)
}
