// Reads a picture that we keep, by its address.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const OURS = /^\/pictures\/([A-Za-z0-9_-][A-Za-z0-9._-]{0,200})$/

/** Null: there is none, it is elsewhere, or it cannot be read. */
export async function readPicture(dataDir: string, path: string | null): Promise<Buffer | null> {
  const name = OURS.exec(path ?? '')?.[1]
  if (name === undefined) return null
  return readFile(join(dataDir, 'pictures', name)).catch(() => null)
}
