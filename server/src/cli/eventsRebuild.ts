// npm run events:rebuild -- <name>: on the database that the server's settings name, also while it sells.
import { existsSync } from 'node:fs'
import { runRebuild } from '../events/runRebuild.ts'
import { openDatabase } from '../app/openDatabase.ts'
import { processEnvironment, readDatabaseSetting } from '../settings/config.ts'
import { SUBSCRIBED, SUBSCRIPTIONS } from '../app/jobs/subscribed.ts'

const print = (line: string) => void process.stdout.write(`${line}\n`)

async function rebuild(name: string | undefined): Promise<number> {
  const outcome = readDatabaseSetting(processEnvironment())
  if (!outcome.ok) {
    outcome.problems.forEach(print)
    return 2
  }
  const { url, file } = outcome.database
  if (url === null && !existsSync(file)) throw new Error(`${file} is not there`)
  const database = await openDatabase(outcome.database)
  const needs = { database, subscriptions: SUBSCRIBED, jobs: SUBSCRIPTIONS, print }
  return runRebuild(name, needs).finally(() => database.close())
}

process.exitCode = await rebuild(process.argv[2]).catch((error: unknown) => {
  print(`events:rebuild: not made: ${error instanceof Error ? error.message : String(error)}`)
  return 2
})
