// Keeps the shop's pictures in our own data folder, so that a show does not hang on another server.
import { createHash } from 'node:crypto'
import { createGuardedGet } from '../guard/guardedGet.ts'
import type { Resolve } from '../guard/targets.ts'
import { keepPictureFile } from '../pictureFiles.ts'

const MAX_BYTES = 8_000_000
const WITHIN_MS = 15_000
/** A drawing can carry script: only bitmaps are taken from a shop. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', '.jpg'],
  ['image/png', '.png'],
  ['image/webp', '.webp'],
  ['image/gif', '.gif'],
  ['image/avif', '.avif'],
])

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
    const got = await get(url)
    const ending = got.problem === null ? ENDINGS.get(got.type) : undefined
    if (got.problem !== null || ending === undefined) return null
    return keepPictureFile(dataDir, nameOf(got.bytes, ending), got.bytes)
  }
}
