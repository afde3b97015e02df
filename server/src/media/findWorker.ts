// Finds the media worker that the set-up has obtained, so that the server starts without being told where it is.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { ROOT } from '../kit/startingPoints.ts'

const MEDIASOUP = join(ROOT, 'node_modules/mediasoup/package.json')
const Package = z.object({ version: z.string() })

function versionOfMediasoup(): string | null {
  try {
    return Package.parse(JSON.parse(readFileSync(MEDIASOUP, 'utf8'))).version
  } catch {
    return null
  }
}

/** The time of its making; null where there is none. */
function madeAt(file: string): number | null {
  try {
    return statSync(file).mtimeMs
  } catch {
    return null
  }
}

function foldersIn(cache: string): string[] {
  try {
    return readdirSync(cache)
  } catch {
    return []
  }
}

/** The newest in the cache for this machine and this mediasoup; null: mediasoup looks for one of its own. */
export function findWorker(
  env: Readonly<Record<string, string | undefined>>,
  version: string | null = versionOfMediasoup(),
): string | null {
  const given = env['MEDIASOUP_WORKER_BIN']
  if (given !== undefined && given !== '') return resolve(given)
  if (version === null) return null
  const cache = join(resolve(env['LANTERN_CACHE'] || env['XDG_CACHE_HOME'] || join(homedir(), '.cache')), 'lantern')
  const start = `mediasoup-worker-${version}-${process.platform}-${process.arch}-`
  const found = foldersIn(cache)
    .filter((folder) => folder.startsWith(start))
    .map((folder) => join(cache, folder, 'mediasoup-worker'))
    .map((file) => ({ file, at: madeAt(file) }))
    .filter(({ at }) => at !== null)
    .sort((one, other) => Number(other.at) - Number(one.at))
  return found[0]?.file ?? null
}
