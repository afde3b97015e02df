// Keeps the shop's pictures in our own data folder, so that a show does not hang on another server.
import { createHash } from 'node:crypto'
import { createGuardedGet } from '../../guard/guardedGet.ts'
import type { Resolve } from '../../guard/targets.ts'
import { keepPictureFile } from './pictureFiles.ts'

const MAX_BYTES = 8_000_000
const WITHIN_MS = 15_000
type Signature = readonly [ending: string, starts: (bytes: Buffer) => boolean]
const has =
  (text: string, at = 0) =>
  (bytes: Buffer) =>
    bytes.toString('latin1', at, at + text.length) === text
const isRiff = has('RIFF')
const isWebp = has('WEBP', 8)
const isMedia = has('ftyp', 4)
const BRANDS_AT = 8
const MOST_BRANDS = 64

/** By their first bytes: shops label pictures in many ways, and pages as pictures. A drawing can carry script: only bitmaps are taken. */
const SIGNATURES: readonly Signature[] = [
  ['.jpg', has('\xff\xd8\xff')],
  ['.png', has('\x89PNG\r\n\x1a\n')],
  ['.gif', (bytes) => has('GIF87a')(bytes) || has('GIF89a')(bytes)],
  ['.webp', (bytes) => isRiff(bytes) && isWebp(bytes)],
  ['.avif', (bytes) => isMedia(bytes) && /^(?:[^]{4})*avi[fs]/.test(brandsOf(bytes))],
]

/** The file's kind and the kinds that it can be read as, four letters each. */
function brandsOf(bytes: Buffer): string {
  const end = Math.min(bytes.readUInt32BE(0), BRANDS_AT + MOST_BRANDS)
  return bytes.toString('latin1', BRANDS_AT, end)
}

export interface PictureNeeds {
  readonly dataDir: string
  /** A picture may be anywhere on the internet, but in the network this server stands in only on these hosts, ports included. */
  readonly allowedHosts: readonly string[]
  /** The system's resolver unless told. */
  readonly resolve?: Resolve
}

/** A path on this server, named by the picture's content; null: it cannot be had, or is no bitmap. Throws when the disk does. */
export type FetchPicture = (url: string) => Promise<string | null>

function nameOf(bytes: Buffer, ending: string): string {
  return `shop-${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}${ending}`
}

export function createFetchPicture({ dataDir, ...guard }: PictureNeeds): FetchPicture {
  const get = createGuardedGet({ ...guard, timeoutMs: WITHIN_MS, maxBytes: MAX_BYTES })
  return async (url) => {
    for (const address of addressesOf(url)) {
      const got = await get(address)
      if (got.problem !== null) continue
      const ending = SIGNATURES.find(([, starts]) => starts(got.bytes))?.[0]
      return ending === undefined ? null : keepPictureFile(dataDir, nameOf(got.bytes, ending), got.bytes)
    }
    return null
  }
}

/** An address without a scheme has that of the page it stands on. */
function addressesOf(url: string): readonly string[] {
  return url.startsWith('//') ? [`https:${url}`, `http:${url}`] : [url]
}
