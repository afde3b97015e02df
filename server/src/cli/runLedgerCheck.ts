// Reads the database alone, prints what breaks I1, I2 or I4 and where a waitlist is miscounted.
import { existsSync } from 'node:fs'
import { checkLedger } from '../ledger/jobs/check.ts'
import type { Drift } from '../ledger/ledger.ts'
import { openDatabase } from '../app/openDatabase.ts'
import { readDatabaseSetting } from '../settings/config.ts'
import type { CommandLine } from './command.ts'

export interface CheckedPlace {
  /** postgres:// or postgresql://; null: the file. */
  readonly url: string | null
  /** Of SQLite. */
  readonly file: string
}

function placeOf({ args: [argument], env, print }: CommandLine): CheckedPlace | null {
  if (argument !== undefined) return toPlace(argument)
  const outcome = readDatabaseSetting(env)
  if (outcome.ok) return outcome.database
  outcome.problems.forEach(print)
  return null
}

function toPlace(argument: string): CheckedPlace {
  return /^postgres(ql)?:/.test(argument) ? { url: argument, file: '' } : { url: null, file: argument }
}

export async function runLedgerCheck(line: CommandLine): Promise<number> {
  const place = placeOf(line)
  return place === null ? 2 : runCheck(place, line.print)
}

/** Exit codes: 0 no drift, 1 drift, 2 the check could not be made. */
export async function runCheck(place: CheckedPlace, print: (line: string) => void): Promise<0 | 1 | 2> {
  try {
    return report(await readDrift(place), print)
  } catch (error) {
    print(`ledger:check: not checked: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
}

async function readDrift(place: CheckedPlace): Promise<Drift[]> {
  if (place.url === null && !existsSync(place.file)) throw new Error(`${place.file} is not there`)
  const database = await openDatabase({ ...place, readOnly: true })
  return database.run(checkLedger, null).finally(() => database.close())
}

function report(drift: readonly Drift[], print: (line: string) => void): 0 | 1 {
  for (const { invariant, what, units } of drift) print(`${invariant} ${units} units: ${what}`)
  print(drift.length === 0 ? 'ledger:check: I1, I2 and I4 hold' : `ledger:check: ${drift.length} rows of drift`)
  return drift.length === 0 ? 0 : 1
}
