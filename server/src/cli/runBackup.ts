// npm run backup [-- <file>] and npm run restore -- <file> [--replace]: the database and pictures that the settings name.
import { dirname, join, resolve } from 'node:path'
import { readDatabaseSetting } from '../settings/config.ts'
import type { CommandLine } from './command.ts'
import { runCheck } from './runLedgerCheck.ts'
import { makeBackup, restoreBackup } from '../database/backup/backup.ts'
import type { BackupPlace } from '../database/backup/places.ts'

const FAILED = 1
const USAGE = 64
const BAD_SETTING = 78
const REPLACE = '--replace'

type Print = CommandLine['print']

/** `lantern-2026-11-29T08-00-00Z.backup`: names sort by time, and every disk takes them. */
function nameAt(now: number): string {
  return `lantern-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`
}

async function back(place: BackupPlace, given: string | undefined, print: Print): Promise<number> {
  const now = Date.now()
  const path = resolve(given ?? join('backups', nameAt(now)))
  const { rows, pictures } = await makeBackup({ place, dataDir: dirname(place.file), path }, now)
  print(`backup: ${rows} rows and ${pictures} pictures in ${path}`)
  print('The settings (.env) and secrets.key are not in it: keep them, too, somewhere else than on this machine.')
  return 0
}

interface Restore {
  readonly replace: boolean
  readonly print: Print
}

async function restore(place: BackupPlace, given: string | undefined, { replace, print }: Restore): Promise<number> {
  if (given === undefined) {
    print(`usage: npm run restore -- <file> [${REPLACE}]`)
    return USAGE
  }
  const job = { place, dataDir: dirname(place.file), path: resolve(given) }
  const { rows, pictures } = await restoreBackup(job, { replace, now: Date.now() })
  print(`restore: ${rows} rows and ${pictures} pictures from ${job.path}`)
  return runCheck(place, print)
}

export async function runBackup({ args: [verb, ...rest], env, print }: CommandLine): Promise<number> {
  const setting = readDatabaseSetting(env)
  if (!setting.ok) {
    setting.problems.forEach(print)
    return BAD_SETTING
  }
  const [path] = rest.filter((word) => word !== REPLACE)
  const replace = rest.includes(REPLACE)
  const run = () =>
    verb === 'restore' ? restore(setting.database, path, { replace, print }) : back(setting.database, path, print)
  return run().catch((error: unknown) => {
    print(`${verb ?? 'backup'}: ${error instanceof Error ? error.message : String(error)}`)
    return FAILED
  })
}
