// A PostgreSQL of its own with production's durability, from the package that the tests use, in a folder on the disk under test.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findPostgres } from '@lantern/server/src/testing/postgresProgram.ts'
import { freePort } from '@lantern/server/src/testing/world.ts'
import { Client } from 'pg'
import { endWithUs } from './endings.ts'

const run = promisify(execFile)
const PATIENCE_MS = 20_000

/** For our ledger and the peer alike; `initdb` decides the rest. */
export const POSTGRES_SETTINGS = {
  listen_addresses: '127.0.0.1',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '512MB',
  wal_buffers: '16MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  max_connections: '100',
  jit: 'off',
} as const

export interface PostgresServer {
  readonly url: string
  readonly pid: number
  close(): Promise<void>
}

export async function startPostgres(folder: string): Promise<PostgresServer> {
  const { bin, runAs } = await findPostgres()
  const data = join(folder, 'postgres')
  await mkdir(data, { mode: 0o700 })
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(data, runAs.uid, runAs.gid)
  const made = ['--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--no-locale']
  await run(join(bin, 'initdb'), made, { ...runAs, cwd: data })
  const port = await freePort()
  const args = Object.entries({ ...POSTGRES_SETTINGS, port, unix_socket_directories: '' })
    .map(([name, value]) => `${name}=${value}`)
    .flatMap((setting) => ['-c', setting])
  const stdio: ['ignore', 'ignore', 'pipe'] = ['ignore', 'ignore', 'pipe']
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...args], { ...runAs, cwd: data, stdio })
  const end = endWithUs(child)
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await untilReady(child, url)
  // Fast shutdown: its data are removed anyway.
  return { url, pid: child.pid ?? 0, close: () => end('SIGINT') }
}

export async function postgresVersion(): Promise<string> {
  const { bin } = await findPostgres()
  const { stdout } = await run(join(bin, 'postgres'), ['--version'])
  return stdout.trim().replace('postgres (PostgreSQL)', 'PostgreSQL')
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const said: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end && child.exitCode === null) {
    if (await answers(url)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`PostgreSQL did not start: ${said.join('').slice(-2000)}`)
}

async function answers(url: string): Promise<boolean> {
  const client = new Client(url)
  // A connection that is cut later tells so here as well.
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
