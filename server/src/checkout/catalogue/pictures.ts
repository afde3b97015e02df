// Keeps the shop's pictures in our own data folder, so that a show does not hang on another server.
import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

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

async function readBounded(answer: Response): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function keep(bytes: Buffer, ending: string, dataDir: string): Promise<string> {
  const name = `shop-${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}${ending}`
  const folder = join(dataDir, 'pictures')
  await mkdir(folder, { recursive: true })
  const draft = join(folder, `.${name}.${process.pid}`)
  await writeFile(draft, bytes)
  await rename(draft, join(folder, name))
  return `/pictures/${name}`
}

/** A path on this server, named by the picture's content; null: it cannot be had, or is no bitmap. Never throws for that. */
export async function fetchPicture(url: string, dataDir: string, get: typeof fetch): Promise<string | null> {
  const answer = await get(url, { signal: AbortSignal.timeout(WITHIN_MS) }).catch(() => null)
  const type = answer?.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  const ending = ENDINGS.get(type)
  if (answer === null || !answer.ok || ending === undefined) return null
  const bytes = await readBounded(answer).catch(() => null)
  return bytes === null ? null : keep(bytes, ending, dataDir)
}
