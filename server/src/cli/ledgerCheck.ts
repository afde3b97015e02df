// npm run ledger:check [<sqlite file> | <postgres address>]; without either, the database that the server's settings name.
import { processEnvironment, readDatabaseSetting } from '../settings/config.ts'
import { type CheckedPlace, runCheck } from './runLedgerCheck.ts'

const print = (line: string) => void process.stdout.write(`${line}\n`)

function placeOf(argument: string | undefined): CheckedPlace | null {
  if (argument !== undefined) return toPlace(argument)
  const outcome = readDatabaseSetting(processEnvironment())
  if (outcome.ok) return outcome.database
  outcome.problems.forEach(print)
  return null
}

function toPlace(argument: string): CheckedPlace {
  return /^postgres(ql)?:/.test(argument) ? { url: argument, file: '' } : { url: null, file: argument }
}

const place = placeOf(process.argv[2])
process.exitCode = place === null ? 2 : await runCheck(place, print)
