// npm run shop:rekey: a new key for the secrets of shops that are connected in the studio, also while the server sells.
import { existsSync } from 'node:fs'
import { openDatabase } from '../app/openDatabase.ts'
import { OWNER_UMASK } from '../app/ownFolder.ts'
import { databaseOf, processEnvironment, readConfig } from '../settings/config.ts'
import { rekey } from '../shops/connect/rekey.ts'
import { createSecretKeys } from '../shops/connect/secretKeys.ts'
import { createConnectionRecords } from '../shops/records/createConnectionRecords.ts'

const print = (line: string) => void process.stdout.write(`${line}\n`)
const BAD_SETTING = 78

async function main(): Promise<number> {
  process.umask(OWNER_UMASK)
  const outcome = readConfig(processEnvironment())
  if (!outcome.ok) {
    outcome.problems.forEach(print)
    return BAD_SETTING
  }
  const { config } = outcome
  const place = databaseOf(config)
  if (place.url === null && !existsSync(place.file)) {
    print(`${place.file} is not there`)
    return 1
  }
  const database = await openDatabase(place)
  const records = createConnectionRecords(database, { onChange: () => undefined })
  const done = await rekey({ keys: createSecretKeys(config), records }).finally(() => database.close())
  print(done.ok ? `${done.value} secrets are sealed by the new key` : `nothing was changed: ${done.code}`)
  return done.ok ? 0 : 1
}

process.exitCode = await main()
