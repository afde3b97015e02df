// npm run shop:rekey: a new key for the secrets of shops that are connected in the studio, also while the server sells.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { openDatabase } from '../app/openDatabase.ts'
import { takeFileLock } from '../database/sqlite/fileLock.ts'
import { type Config, databaseOf, readConfig } from '../settings/config.ts'
import { rekey } from '../shops/connect/rekey.ts'
import { createSecretKeys, KEY_FILE } from '../shops/connect/secretKeys.ts'
import { createConnectionRecords } from '../shops/records/createConnectionRecords.ts'
import type { CommandLine } from './command.ts'

const BAD_SETTING = 78

type Done = Awaited<ReturnType<typeof rekey>>

/** Two at once would each drop the other's key. A setting is nobody's to change here. */
async function rekeyAlone(config: Config): Promise<Done> {
  const lock = config.secretsKeys === null ? takeFileLock(join(config.dataDir, `${KEY_FILE}.lock`)) : undefined
  if (lock === null) return refuse('TRY_AGAIN')
  const database = await openDatabase(databaseOf(config))
  const records = createConnectionRecords(database, { onChange: () => undefined })
  return rekey({ keys: createSecretKeys(config), records })
    .finally(() => database.close())
    .finally(() => lock?.close())
}

function tell(done: Done, { dataDir, secretsKeys }: Config, print: CommandLine['print']): void {
  const isFile = secretsKeys === null
  const where = isFile ? join(dataDir, KEY_FILE) : 'SECRETS_KEY'
  if (!done.ok) {
    const why = {
      SECRETS_KEY_MISSING: `${where} is not there`,
      SECRETS_KEY_WRONG: `${where} does not open them all: put the key that sealed them ${isFile ? 'on a line of its own below the first' : 'behind the first, with a comma'}`,
      TRY_AGAIN: 'another one is at it, or keys are being changed; try again',
    }
    print(`nothing was changed (${done.code}): ${why[done.code]}`)
    return
  }
  if (done.value === 0) {
    print('no secrets of shops are kept: there is nothing to seal')
    return
  }
  print(`${done.value} secrets are sealed by the new key`)
  print(
    isFile
      ? `keep ${where} elsewhere anew: it opens no backup from before`
      : 'leave only the first of SECRETS_KEY on every machine now; it opens no backup from before',
  )
}

export async function runShopRekey({ env, print }: CommandLine): Promise<number> {
  const outcome = readConfig(env)
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
  const done = await rekeyAlone(config)
  tell(done, config, print)
  return done.ok ? 0 : 1
}
