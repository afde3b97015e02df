// Which database a check reads: the one that is named, else the one that the server's settings name.
import { existsSync } from 'node:fs'
import { openDatabase } from '../app/openDatabase.ts'
import type { Database } from '../database/database.ts'
import { readDatabaseSetting } from '../settings/config.ts'
import type { CommandLine } from './command.ts'

export interface CheckedPlace {
  /** postgres:// or postgresql://; null: the file. */
  readonly url: string | null
  /** Of SQLite. */
  readonly file: string
}

/** Null: the settings are wrong, which it has said. */
export function placeOf({
  args: [argument],
  env,
  print,
}: Pick<CommandLine, 'args' | 'env' | 'print'>): CheckedPlace | null {
  if (argument !== undefined) return toPlace(argument)
  const outcome = readDatabaseSetting(env)
  if (outcome.ok) return outcome.database
  outcome.problems.forEach(print)
  return null
}

function toPlace(argument: string): CheckedPlace {
  return /^postgres(ql)?:/.test(argument) ? { url: argument, file: '' } : { url: null, file: argument }
}

/** Opened for looking alone, for as long as the work takes. Throws where it is not there. */
export async function reading<Answer>(
  place: CheckedPlace,
  work: (database: Database) => Promise<Answer>,
): Promise<Answer> {
  if (place.url === null && !existsSync(place.file)) throw new Error(`${place.file} is not there`)
  const database = await openDatabase({ ...place, readOnly: true })
  return work(database).finally(() => database.close())
}
