// Installs Medusa apart from the project, gives it a PostgreSQL of its own and starts it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startPostgresServer } from '@lantern/server/src/testing/postgresServer.ts'
import { freePort } from '@lantern/server/src/testing/world.ts'
import type { Owner } from './fill.ts'

const VERSION = '2.21.2'
const READY_MS = 60_000
const TRY_AGAIN_MS = 250
const OWNER: Owner = { email: 'owner@shop.example', password: 'owner-of-the-shop' }

const CONFIG = `const { defineConfig } = require('@medusajs/framework/utils')
const origin = 'http://127.0.0.1'
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: { storeCors: origin, adminCors: origin, authCors: origin, jwtSecret: 'recipe', cookieSecret: 'recipe' },
  },
  admin: { disable: true },
})
`

export interface RunningMedusa {
  readonly url: string
  readonly owner: Owner
  stop(): Promise<void>
}

/** Into `folder`, which keeps the packages (about 700 MB) for the next time. */
export async function startMedusa(folder: string): Promise<RunningMedusa> {
  await mkdir(folder, { recursive: true })
  const dependencies = { '@medusajs/medusa': VERSION, '@medusajs/framework': VERSION, '@medusajs/cli': VERSION }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'medusa-shop', private: true, dependencies }))
  await writeFile(join(folder, 'medusa-config.js'), CONFIG)
  await run(folder, ['npm', 'install', '--no-audit', '--no-fund'], {})
  const postgres = await startPostgresServer()
  const database = await postgres.createDatabase()
  const env = { DATABASE_URL: database.url, MEDUSA_DISABLE_TELEMETRY: '1', NODE_ENV: 'production' }
  await run(folder, ['npx', 'medusa', 'db:migrate'], env)
  await run(folder, ['npx', 'medusa', 'user', '-e', OWNER.email, '-p', OWNER.password], env)
  const port = await freePort()
  const shop = start(folder, ['npx', 'medusa', 'start', '--port', String(port)], env)
  const stop = async () => {
    if (shop.pid !== undefined) process.kill(-shop.pid, 'SIGTERM')
    await once(shop, 'exit')
    await postgres.stop()
  }
  const url = `http://127.0.0.1:${port}`
  await untilHealthy(url)
  return { url, owner: OWNER, stop }
}

function start(folder: string, [program = '', ...args]: string[], env: Record<string, string>) {
  const stdio = ['ignore', 'ignore', 'inherit'] as const
  return spawn(program, args, { cwd: folder, env: { ...process.env, ...env }, stdio: [...stdio], detached: true })
}

async function run(folder: string, command: string[], env: Record<string, string>): Promise<void> {
  console.log(`$ ${command.join(' ')}`)
  const [code] = await once(start(folder, command, env), 'exit')
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}`)
}

async function untilHealthy(url: string): Promise<void> {
  for (const end = Date.now() + READY_MS; Date.now() < end; await pause(TRY_AGAIN_MS)) {
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error(`${url} was not healthy within ${READY_MS} ms`)
}
