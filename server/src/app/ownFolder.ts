// The data folder and what is ours in it are the owner's alone: no other account of the machine reads keys, orders or names.
import { chmod, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Stats } from 'node:fs'
import { makeFolder } from '../kit/makeFolder.ts'

const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const
const OTHERS = 0o077
const STICKY = 0o1000
/** What a folder that also holds other things is searched for. */
const OURS = /^(lantern\.db(-.*)?|certificate\.pem(\..*)?|pictures|acme|verify)$/

/** The umask of a process that keeps secrets: what any library makes later is the owner's, too. */
export const OWNER_UMASK = 0o077

const isTheirs = (path: string, found: Stats) => path === dirname(path) || (found.mode & STICKY) !== 0

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/** Answers with what others can still read. */
async function close(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null)
  if (found === null) return []
  const mode = found.isDirectory() ? OWNER_ONLY.folder : OWNER_ONLY.file
  if ((found.mode & OTHERS) === 0 || isTheirs(path, found)) return []
  return chmod(path, mode).then(
    () => [],
    () => [path],
  )
}

async function closeAll(path: string): Promise<string[]> {
  const left = await close(path)
  const names = await readdir(path).catch(() => [])
  for (const name of names) left.push(...(await closeAll(join(path, name))))
  return left
}

/**
 * Makes the folder where it is missing, and takes from others what they could read of ours in it. Answers with the paths that
 * could not be closed: they belong to another account, or the disk knows no owners.
 */
export async function ownFolder(folder: string): Promise<string[]> {
  // On some file systems `mkdir` says that one may not write where the folder is there already.
  if (!(await isFolder(folder))) await makeFolder(folder, OWNER_ONLY.folder)
  if (process.platform === 'win32') return []
  const left = await close(folder)
  const names = (await readdir(folder)).filter((name) => OURS.test(name))
  for (const name of names) left.push(...(await closeAll(join(folder, name))))
  return left
}
