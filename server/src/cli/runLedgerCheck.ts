// Reads the database alone, prints what breaks I1, I2 or I4 and where a waitlist is miscounted.
import { checkLedger } from '../ledger/jobs/check.ts'
import type { Drift } from '../ledger/ledger.ts'
import { type CheckedPlace, placeOf, reading } from './checkedPlace.ts'
import type { CommandLine } from './command.ts'

export type { CheckedPlace }

export async function runLedgerCheck(line: CommandLine): Promise<number> {
  const place = placeOf(line)
  return place === null ? 2 : runCheck(place, line.print)
}

/** Exit codes: 0 no drift, 1 drift, 2 the check could not be made. */
export async function runCheck(place: CheckedPlace, print: (line: string) => void): Promise<0 | 1 | 2> {
  try {
    return report(await reading(place, (database) => database.run(checkLedger, null)), print)
  } catch (error) {
    print(`ledger:check: not checked: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
}

function report(drift: readonly Drift[], print: (line: string) => void): 0 | 1 {
  for (const { invariant, what, units } of drift) print(`${invariant} ${units} units: ${what}`)
  print(drift.length === 0 ? 'ledger:check: I1, I2 and I4 hold' : `ledger:check: ${drift.length} rows of drift`)
  return drift.length === 0 ? 0 : 1
}
