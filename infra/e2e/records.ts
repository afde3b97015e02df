// Reads the world's database from outside, as an auditor would.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface PoolRow {
  readonly allotted: number
  readonly free: number
  readonly taken: number
  readonly paid: number
}

export function databaseFile(dataDir: string): string {
  const name = readdirSync(dataDir).find((file) => /\.(db|sqlite)$/.test(file))
  if (name === undefined) throw new Error(`no database in ${dataDir}`)
  return join(dataDir, name)
}

/** All pools, offers and sales alike. */
export function readPools(dataDir: string): PoolRow[] {
  const database = new DatabaseSync(databaseFile(dataDir), { readOnly: true })
  const rows = ['offers', 'flash_sales'].flatMap((table) =>
    database.prepare(`select allotted, free, taken, paid from ${table}`).all(),
  )
  database.close()
  return rows.map((row) => ({
    allotted: Number(row['allotted']),
    free: Number(row['free']),
    taken: Number(row['taken']),
    paid: Number(row['paid']),
  }))
}

/** Runs ledger:check on the file; answers what it says of drift, nothing when all is well. */
export async function checkLedger(dataDir: string): Promise<string> {
  const run = promisify(execFile)
  return run(process.execPath, ['server/src/cli/ledgerCheck.ts', databaseFile(dataDir)]).then(
    () => '',
    (failed: { stdout?: string; stderr?: string }) =>
      `${failed.stdout ?? ''}${failed.stderr ?? ''}` || 'ledger:check failed',
  )
}
