// Installs Vendure apart from the project, with our plugin and a PostgreSQL of its own, and starts it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startPostgresServer } from '@lantern/server/src/testing/postgresServer.ts'

const DEPENDENCIES = {
  '@vendure/core': '3.7.3',
  pg: '^8',
  typescript: '~5.8.0',
  '@types/node': '^24',
  '@types/express': '^4',
}
const READY_MS = 150_000
const TRY_AGAIN_MS = 250
const PLUGIN = ['lantern.ts', 'lanternPlugin.ts', 'lanternRules.ts']

const COMPILER = {
  compilerOptions: {
    target: 'es2022',
    module: 'commonjs',
    moduleResolution: 'node',
    strict: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    esModuleInterop: true,
    skipLibCheck: true,
    types: ['node'],
    outDir: 'dist',
  },
  include: ['src'],
}

export const OWNER = { identifier: 'owner', password: 'owner-of-the-shop' }

export interface Vendure {
  readonly url: string
  stop(): Promise<void>
}

/** Into `folder`, which keeps the packages (about 250 MB) for the next time. */
export async function startVendure(folder: string, env: Record<string, string>): Promise<Vendure> {
  await rm(join(folder, 'src'), { recursive: true, force: true })
  await mkdir(join(folder, 'src'), { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: DEPENDENCIES }))
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(COMPILER))
  const plugin = join(import.meta.dirname, '../../../vendure')
  for (const name of PLUGIN) await copyFile(join(plugin, name), join(folder, 'src', name))
  await copyFile(join(import.meta.dirname, 'shop.ts'), join(folder, 'src', 'index.ts'))
  await run(folder, ['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund'])
  await run(folder, ['node', 'node_modules/typescript/bin/tsc'])
  const postgres = await startPostgresServer()
  const database = await postgres.createDatabase()
  const own = { DATABASE_URL: database.url, OWNER: OWNER.identifier, PASSWORD: OWNER.password }
  const shop = start(folder, ['node', 'dist/index.js'], { ...env, ...own })
  const url = `http://127.0.0.1:${env['PORT']}`
  await untilHealthy(url)
  return {
    url,
    async stop() {
      const gone = once(shop, 'exit')
      if (shop.exitCode === null && shop.kill()) await gone
      await postgres.stop()
    },
  }
}

function start(folder: string, [program = '', ...args]: string[], env: Record<string, string>): ChildProcess {
  return spawn(program, args, { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function run(folder: string, command: string[]): Promise<void> {
  console.log(`$ ${command.join(' ')}`)
  const [code] = await once(start(folder, command, {}), 'exit')
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}`)
}

async function untilHealthy(url: string): Promise<void> {
  for (const end = Date.now() + READY_MS; Date.now() < end; await pause(TRY_AGAIN_MS)) {
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error(`${url} was not healthy within ${READY_MS} ms`)
}
