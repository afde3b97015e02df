// Pictures of products in our own data folder; a picture is there whole or not at all.
import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The path on this server; the data folder is there. `name` follows from the content, so that browsers may keep it for ever, and two products with one
 * picture may be kept at once. Throws when the disk does, and leaves nothing behind.
 */
export async function keepPictureFile(dataDir: string, name: string, bytes: Buffer): Promise<string> {
  const folder = join(dataDir, 'pictures')
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  const draft = join(folder, `.${name}.${randomBytes(6).toString('hex')}`)
  try {
    await writeFile(draft, bytes, { mode: 0o600 })
    await rename(draft, join(folder, name))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  return `/pictures/${name}`
}
