// Installs Medusa apart from the project, gives it a PostgreSQL of its own and starts it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startPostgresServer } from '@lantern/server/src/testing/postgresServer.ts'
import { freePort } from '@lantern/server/src/testing/world.ts'
import type { Owner } from './fill.ts'

const VERSION = '2.21.2'
const READY_MS = 180_000
const TRY_AGAIN_MS = 250
const SUBSCRIBER = new URL('../../../medusa/subscriber.ts', import.meta.url)
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
  /** With the subscriber in it that a shop copies there, and these settings beside its own. */
  restart(change: { readonly env: Record<string, string>; readonly subscriber?: string }): Promise<void>
  stop(): Promise<void>
}

/** Into `folder`, which keeps the packages (about 700 MB) for the next time. */
export async function startMedusa(folder: string): Promise<RunningMedusa> {
  await mkdir(folder, { recursive: true })
  await rm(join(folder, 'src'), { recursive: true, force: true })
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
  const url = `http://127.0.0.1:${port}`
  const open = async (more: Record<string, string>) => {
    const shop = start(folder, ['npx', 'medusa', 'start', '--port', String(port)], { ...env, ...more })
    await untilHealthy(url)
    return shop
  }
  let shop = await open({})
  return {
    url,
    owner: OWNER,
    async restart({ env: more, subscriber }) {
      await end(shop)
      await mkdir(join(folder, 'src', 'subscribers'), { recursive: true })
      const text = subscriber ?? (await readFile(SUBSCRIBER, 'utf8'))
      await writeFile(join(folder, 'src', 'subscribers', 'lantern.ts'), text)
      shop = await open(more)
    },
    async stop() {
      await end(shop)
      await postgres.stop()
    },
  }
}

async function end(shop: ReturnType<typeof start>): Promise<void> {
  const gone = once(shop, 'exit')
  if (shop.pid !== undefined) process.kill(-shop.pid, 'SIGTERM')
  await gone
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
