// The environment, checked once and read into the server's configuration.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { z } from 'zod'
import { findContradictions } from './contradictions.ts'
import { pickConnection } from './connection.ts'
import { noteOf, SETTING_NAMES, type SettingName, SETTINGS } from './settings.ts'
import { type Config, toConfig } from './toConfig.ts'

export type { Config } from './toConfig.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** The only place that reads the process's environment. */
export function processEnvironment(): Environment {
  return process.env
}

function readFrom(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** A secret may stand in a file named by `<SETTING>_FILE`; empty means absent, but for HTTPS_PORT, where it means `off`. */
function valueOf(setting: SettingName, env: Environment): string | null | undefined {
  const value = env[setting]
  if (value === '' && setting === 'HTTPS_PORT') return 'off'
  if (value !== undefined && value !== '') return value
  const file = noteOf(setting).secret === true ? env[`${setting}_FILE`] : undefined
  return file === undefined || file === '' ? undefined : readFrom(file)
}

function gather(env: Environment, problems: string[]): Record<string, string> {
  const given: Record<string, string> = {}
  for (const setting of SETTING_NAMES) {
    const value = valueOf(setting, env)
    if (value === null)
      problems.push(`${setting}_FILE: must name a file that can be read, got "${env[`${setting}_FILE`]}"`)
    else if (value !== undefined) given[setting] = value
  }
  return given
}

function explain(issue: z.core.$ZodIssue, given: Record<string, string>): string {
  const setting = String(issue.path[0])
  const isSecret = SETTING_NAMES.some((one) => one === setting && noteOf(one).secret === true)
  const shown = JSON.stringify((given[setting] ?? '').slice(0, 100))
  return `${setting}: ${issue.message}${isSecret ? '' : `, got ${shown}`}`
}

/** Where the database is: an address of PostgreSQL, or null and the SQLite file. */
export type DatabaseSetting = { readonly url: string | null; readonly file: string }

export function databaseOf({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): DatabaseSetting {
  return { url: databaseUrl, file: join(dataDir, 'lantern.db') }
}

/** For what needs nothing but the database, and where the server is reached; one line for each setting that is absurd. */
export function readDatabaseSetting(
  env: Environment,
): { ok: true; database: DatabaseSetting; baseUrl: string } | { ok: false; problems: string[] } {
  const problems: string[] = []
  const given = gather(env, problems)
  const parsed = SETTINGS.pick({ DATABASE_URL: true, DATA_DIR: true, PUBLIC_URL: true, PORT: true }).safeParse(given)
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => explain(issue, given)))
  if (!parsed.success || problems.length > 0) return { ok: false, problems }
  const { DATABASE_URL, DATA_DIR, PUBLIC_URL, PORT } = parsed.data
  const database = databaseOf({ databaseUrl: DATABASE_URL, dataDir: resolve(DATA_DIR) })
  return { ok: true, database, baseUrl: PUBLIC_URL ?? `http://localhost:${PORT}` }
}

export type ConfigOutcome = { ok: true; config: Config } | { ok: false; problems: string[] }

/** Reads every setting; answers with one line for each that is absurd. */
export function readConfig(env: Environment): ConfigOutcome {
  const problems: string[] = []
  const given = gather(env, problems)
  const parsed = SETTINGS.safeParse(given)
  if (!parsed.success)
    return { ok: false, problems: [...problems, ...parsed.error.issues.map((i) => explain(i, given))] }
  const config = toConfig(parsed.data, pickConnection(given))
  problems.push(...findContradictions(config))
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems }
}
