// A real PostgreSQL for tests: on a free port, with a database for each of them.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { copyCluster, findPostgres, type PostgresProgram } from './postgresProgram.ts'
import { freePort } from './world.ts'

export interface TestDatabase {
  readonly url: string
  /** Also while somebody is still connected. */
  drop(): Promise<void>
}

export interface Databases {
  /** Empty, or a copy of one that nobody is connected to. */
  createDatabase(like?: Pick<TestDatabase, 'url'>): Promise<TestDatabase>
}

export interface PostgresServer extends Databases {
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
  /** After `kill`, on the same port and data; resolves when it answers. */
  restart(): Promise<void>
  /** Ends the server and removes its data. Idempotent. */
  stop(): Promise<void>
}

const PATIENCE_MS = 20_000
const TRY_AGAIN_MS = 20
const run = promisify(execFile)

/** What only the loss of power would show is left out: nothing waits for the disk. */
const NOT_DURABLE = ['fsync=off', 'full_page_writes=off']

interface Cluster {
  readonly program: PostgresProgram
  readonly data: string
  readonly port: number
  readonly settings: readonly string[]
}

export interface PostgresServerOptions {
  /** Default: as a shop's own. False: it survives a SIGKILL, but not the loss of power. */
  readonly durable?: boolean
}

/** A server that was not stopped, since its test process was killed, is stopped by the next one that starts. */
export async function startPostgresServer({ durable = true }: PostgresServerOptions = {}): Promise<PostgresServer> {
  const program = await findPostgres()
  await removeOrphans(program)
  const data = join(program.folder, `data-${process.pid}-${randomBytes(6).toString('hex')}`)
  await copyCluster(program, data)
  const cluster = { program, data, port: await freePort(), settings: durable ? [] : NOT_DURABLE }
  let child = await startProcess(cluster)
  const killAtExit = () => void child.kill('SIGKILL')
  process.once('exit', killAtExit)
  return {
    createDatabase: (like) => createDatabase(cluster.port, like),
    kill: () => end(child, 'SIGKILL'),
    async restart() {
      child = await startProcess(cluster)
    },
    async stop() {
      process.off('exit', killAtExit)
      await end(child, 'SIGQUIT')
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Children of a killed server keep its memory for a moment: the new one ends then and is tried again. */
async function startProcess(cluster: Cluster): Promise<ChildProcess> {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    const child = await spawnServer(cluster)
    if (await answers(child, cluster.port)) return child
    await pause()
  }
  const log = await readFile(join(cluster.data, LOG), 'utf8').catch(String)
  throw new Error(`PostgreSQL did not start within ${PATIENCE_MS} ms:\n${log.slice(-2000)}`)
}

const LOG = 'server.log'
const pause = () => new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS))

async function spawnServer({ program, data, port, settings: more }: Cluster): Promise<ChildProcess> {
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...more]
  const log = await open(join(data, LOG), 'a')
  const child = spawn(join(program.bin, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], {
    ...program.runAs,
    cwd: data,
    stdio: ['ignore', log.fd, log.fd],
  })
  // What goes wrong is seen by its not answering.
  child.once('error', () => {})
  await log.close()
  return child
}

const isRunning = (child: ChildProcess) =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null

/** False when the process ended instead. */
async function answers(child: ChildProcess, port: number): Promise<boolean> {
  while (isRunning(child)) {
    const reached = await ask(port, 'select 1').then(
      () => true,
      () => false,
    )
    if (reached) return true
    await pause()
  }
  return false
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (!isRunning(child)) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await gone
}

const urlOf = (port: number, database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`

async function ask(port: number, text: string): Promise<void> {
  const client = new Client({ connectionString: urlOf(port, 'postgres'), connectionTimeoutMillis: PATIENCE_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(text)
  } finally {
    await client.end()
  }
}

export async function createDatabase(port: number, like?: Pick<TestDatabase, 'url'>): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const copied = like ? ` template ${new URL(like.url).pathname.slice(1)}` : ''
  await ask(port, `create database ${name}${copied}`)
  return { url: urlOf(port, name), drop: () => ask(port, `drop database ${name} with (force)`) }
}

/** Clusters whose test process is gone. */
async function removeOrphans({ bin, folder, runAs }: PostgresProgram): Promise<void> {
  const names = await readdir(folder)
  const orphans = names.filter((name) => isOrphan(/^data-(\d+)-/.exec(name)?.[1]))
  for (const name of orphans) {
    const data = join(folder, name)
    await run(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate'], { ...runAs, cwd: '/' }).catch(() => {})
    await rm(data, { recursive: true, force: true })
  }
}

function isOrphan(pid: string | undefined): boolean {
  if (pid === undefined) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch {
    return true
  }
}
