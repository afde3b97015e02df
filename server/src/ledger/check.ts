// npm run ledger:check <sqlite file>: reads the database alone, prints what breaks I1, I2 or I4, exit 1 on drift.
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { checkLedger } from './jobs/check.ts'
import { openSqlite } from './openSqlite.ts'

/** Exit codes: 0 no drift, 1 drift, 2 the check could not be made. */
export async function runCheck(file: string | undefined, print: (line: string) => void): Promise<0 | 1 | 2> {
  if (file === undefined || !existsSync(file)) {
    print(`ledger:check <sqlite file>: ${file === undefined ? 'which file?' : `${file} is not there`}`)
    return 2
  }
  const database = await openSqlite({ file, readOnly: true })
  const drift = await database.run(checkLedger, null).finally(() => database.close())
  for (const { invariant, what, units } of drift) print(`${invariant} ${units} units: ${what}`)
  print(drift.length === 0 ? 'ledger:check: I1, I2 and I4 hold' : `ledger:check: ${drift.length} rows of drift`)
  return drift.length === 0 ? 0 : 1
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href
if (isMain) process.exitCode = await runCheck(process.argv[2], (line) => console.log(line))
