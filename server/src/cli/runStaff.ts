// npm run staff: who may log in; npm run staff -- reset <name>: a link that works once, for who lost the password.
import { existsSync } from 'node:fs'
import { systemClock } from '../kit/clock.ts'
import { readDatabaseSetting } from '../settings/config.ts'
import { isDemoStaff } from '../identity/demoStaff.ts'
import { createResets } from '../identity/resets.ts'
import { openDatabase } from '../app/openDatabase.ts'
import { createStore } from '../records/createStore.ts'
import type { Store } from '../records/store.ts'
import type { CommandLine } from './command.ts'

const FAILED = 1
const USAGE = 64
const BAD_SETTING = 78

const NOBODY_YET = 'nobody yet: the first start of the server prints the link that makes the owner'

type Print = CommandLine['print']

async function list(store: Store, print: Print): Promise<number> {
  const staff = (await store.listStaff()).filter((one) => !isDemoStaff(one))
  for (const { name, role } of staff) print(`${role}\t${name}`)
  if (staff.length === 0) print(NOBODY_YET)
  return 0
}

interface Reset {
  readonly name: string
  readonly base: string
  readonly print: Print
}

async function reset(store: Store, { name, base, print }: Reset): Promise<number> {
  const path = await createResets(store, systemClock).reset(name)
  if (path === null) {
    print(`nobody is called ${JSON.stringify(name)}; npm run staff lists the names`)
    return FAILED
  }
  print(
    `The old password opens nothing any more, and every device is logged out. Within 24 hours, once:\n${base}${path}`,
  )
  return 0
}

async function staff({ args: [verb, ...words], env, print }: CommandLine): Promise<number> {
  const name = words.join(' ')
  if (verb !== undefined && (verb !== 'reset' || name === '')) {
    print('usage: npm run staff [-- reset <name>]')
    return USAGE
  }
  const setting = readDatabaseSetting(env)
  if (!setting.ok) {
    setting.problems.forEach(print)
    return BAD_SETTING
  }
  const { url, file } = setting.database
  if (url === null && !existsSync(file)) {
    print(`${file} is not there: ${NOBODY_YET}`)
    return verb === undefined ? 0 : FAILED
  }
  const database = await openDatabase({ url, file })
  const store = createStore({ database, onChange: () => {} })
  const done = verb === 'reset' ? reset(store, { name, base: setting.baseUrl, print }) : list(store, print)
  return done.finally(() => database.close())
}

export function runStaff(line: CommandLine): Promise<number> {
  return staff(line).catch((error: unknown) => {
    line.print(`staff: ${error instanceof Error ? error.message : String(error)}`)
    return FAILED
  })
}
