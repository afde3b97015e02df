// Keeps the shop's pictures in our own data folder, so that a show does not hang on another server.
import { createHash } from 'node:crypto'
import { readBounded } from '../bounded.ts'
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

function nameOf(bytes: Buffer, ending: string): string {
  return `shop-${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}${ending}`
}

/** A path on this server, named by the picture's content; null: it cannot be had, or is no bitmap. Never throws for that. */
export async function fetchPicture(url: string, dataDir: string, get: typeof fetch): Promise<string | null> {
  const answer = await get(url, { signal: AbortSignal.timeout(WITHIN_MS) }).catch(() => null)
  const type = answer?.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  const ending = ENDINGS.get(type)
  if (answer === null || !answer.ok || ending === undefined) return null
  const bytes = await readBounded(answer, MAX_BYTES).catch(() => null)
  return bytes === null ? null : keepPictureFile(dataDir, nameOf(bytes, ending), bytes)
}
