// Pictures of products in our own data folder; a picture is there whole or not at all.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The path on this server. `name` follows from the content, so that browsers may keep it for ever. */
export async function keepPictureFile(dataDir: string, name: string, bytes: Buffer): Promise<string> {
  const folder = join(dataDir, 'pictures')
  await mkdir(folder, { recursive: true })
  const draft = join(folder, `.${name}.${process.pid}`)
  await writeFile(draft, bytes)
  await rename(draft, join(folder, name))
  return `/pictures/${name}`
}
