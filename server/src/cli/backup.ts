// npm run backup [-- <file>] and npm run restore -- <file> [--replace]: the database and pictures that the settings name.
import { dirname, join, resolve } from 'node:path'
import { OWNER_UMASK } from '../app/ownFolder.ts'
import { processEnvironment, readDatabaseSetting } from '../settings/config.ts'
import { runCheck } from './runLedgerCheck.ts'
import { makeBackup, restoreBackup } from '../database/backup/backup.ts'
import type { BackupPlace } from '../database/backup/places.ts'

const FAILED = 1
const USAGE = 64
const BAD_SETTING = 78
const REPLACE = '--replace'

const print = (line: string) => void process.stdout.write(`${line}\n`)

/** `lantern-2026-11-29T08-00-00Z.backup`: names sort by time, and every disk takes them. */
function nameAt(now: number): string {
  return `lantern-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`
}

async function back(place: BackupPlace, given: string | undefined): Promise<number> {
  const now = Date.now()
  const path = resolve(given ?? join('backups', nameAt(now)))
  const { rows, pictures } = await makeBackup({ place, dataDir: dirname(place.file), path }, now)
  print(`backup: ${rows} rows and ${pictures} pictures in ${path}`)
  print('The settings (.env) and secrets.key are not in it: keep them, too, somewhere else than on this machine.')
  return 0
}

async function restore(place: BackupPlace, given: string | undefined, replace: boolean): Promise<number> {
  if (given === undefined) {
    print(`usage: npm run restore -- <file> [${REPLACE}]`)
    return USAGE
  }
  const job = { place, dataDir: dirname(place.file), path: resolve(given) }
  const { rows, pictures } = await restoreBackup(job, { replace, now: Date.now() })
  print(`restore: ${rows} rows and ${pictures} pictures from ${job.path}`)
  return runCheck(place, print)
}

async function main([verb, ...rest]: readonly string[]): Promise<number> {
  process.umask(OWNER_UMASK)
  const setting = readDatabaseSetting(processEnvironment())
  if (!setting.ok) {
    setting.problems.forEach(print)
    return BAD_SETTING
  }
  const [path] = rest.filter((word) => word !== REPLACE)
  const run = () =>
    verb === 'restore' ? restore(setting.database, path, rest.includes(REPLACE)) : back(setting.database, path)
  return run().catch((error: unknown) => {
    print(`${verb ?? 'backup'}: ${error instanceof Error ? error.message : String(error)}`)
    return FAILED
  })
}

process.exitCode = await main(process.argv.slice(2))
