// Starts the real thing for browser, fault and load tests: server and demo shop as processes of their own on free ports.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { processEnvironment } from '../settings/config.ts'
import { SERVER_PROGRAM } from './serverProgram.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface WorldOptions {
  /** Settings of every server beside those a world needs to run. */
  readonly env?: Record<string, string>
  /** Server processes on the same database; 1 unless told. */
  readonly servers?: number
}

export interface ServerProcess {
  readonly url: string
  readonly httpsPort: number
  readonly port: number
  pid(): number
  /** Starts it (again) on the same port and data, resolves when it is ready. */
  start(): Promise<void>
  /** Sends the signal and waits for the process to be gone; answers its exit code (null: killed). */
  stop(signal: NodeJS.Signals): Promise<number | null>
}

export interface World {
  readonly servers: readonly ServerProcess[]
  readonly url: string
  readonly shopUrl: string
  readonly dataDir: string
  readonly logFile: string
  close(): Promise<void>
}

/** Below those that systems give to outgoing connections. */
const PORTS = { from: 12_000, to: 32_000 }

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/**
 * A port of 127.0.0.1 that was free a moment ago. Clients that knock at a server that is down can be given the very port they
 * knock at, and keep the server from coming back: no outgoing connection is ever given one of these.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.to)
    if (await isFree(port)) return port
  }
}

/** Resolves when the address answers 200; throws with the address after `timeoutMs`. */
export async function waitForOk(url: string, timeoutMs: number): Promise<void> {
  const end = Date.now() + timeoutMs
  while (Date.now() < end) {
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${url} did not become ready within ${timeoutMs} ms`)
}

interface ProcessSpec {
  readonly script: string
  readonly env: Record<string, string>
  readonly readyUrl: string
  readonly logFile: string
}

/** A machine that runs everything else at the same time takes its time. */
const READY_MS = 180_000

function createProcess({ script, env, readyUrl, logFile }: ProcessSpec) {
  let child: ChildProcess | null = null
  const start = async () => {
    const log = createWriteStream(logFile, { flags: 'a' })
    child = spawn(process.execPath, [resolve(root, script)], { cwd: root, env: { ...processEnvironment(), ...env } })
    child.stdout?.pipe(log, { end: false })
    child.stderr?.pipe(log, { end: false })
    await waitForOk(readyUrl, READY_MS)
  }
  const stop = async (signal: NodeJS.Signals) => {
    const running = child
    child = null
    if (running === null) return 0
    if (running.exitCode !== null || running.signalCode !== null) return running.exitCode
    const gone = new Promise<number | null>((resolve) => running.once('exit', resolve))
    running.kill(signal)
    return gone
  }
  return { start, stop, pid: () => child?.pid ?? 0 }
}

/** http, https, media. */
type Ports = readonly [number, number, number]

const freePorts = async (): Promise<Ports> => [await freePort(), await freePort(), await freePort()]
const originOf = (port: number) => `http://127.0.0.1:${port}`

interface Shared {
  readonly dataDir: string
  readonly logFile: string
  readonly shopPort: number
  readonly secret: string
  /** Of every server: they let each other's pages in. */
  readonly origins: readonly string[]
  readonly env: Record<string, string>
}

function createServerProcess(shared: Shared, [port, httpsPort, mediaPort]: Ports): ServerProcess {
  const url = originOf(port)
  const env = {
    PORT: String(port),
    HTTPS_PORT: String(httpsPort),
    MEDIA_PORT: String(mediaPort),
    MEDIA_WORKERS: '1',
    ANNOUNCED_ADDRESSES: '127.0.0.1',
    NODE_URL: url,
    ALLOWED_ORIGINS: shared.origins.join(','),
    DATA_DIR: shared.dataDir,
    DEMO: '1',
    // Everybody in a world comes from one address; what that may hold is asked where it is the question.
    ADDRESS_SHARE: '100',
    BEACON: 'off',
    SHOP_URL: `http://{host}:${shared.shopPort}`,
    SHOP_INTERNAL_URL: `http://127.0.0.1:${shared.shopPort}`,
    SHOP_WEBHOOK_SECRET: shared.secret,
    ...shared.env,
  }
  const running = createProcess({
    script: SERVER_PROGRAM,
    env,
    readyUrl: `${url}/readyz`,
    logFile: shared.logFile,
  })
  return { url, port, httpsPort, ...running }
}

/** Server(s), demo shop and a fresh data folder; everything is gone after `close`. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lantern-world-'))
  await mkdir(dataDir, { recursive: true })
  const shopPort = await freePort()
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const ports = await Promise.all(Array.from({ length: options.servers ?? 1 }, freePorts))
  const origins = ports.map(([port]) => originOf(port))
  const shared = { dataDir, logFile: join(dataDir, 'world.log'), shopPort, secret, origins, env: options.env ?? {} }
  const servers = ports.map((own) => createServerProcess(shared, own))
  const first = servers[0]
  if (first === undefined) throw new Error('a world has at least one server')

  const shop = createProcess({
    script: 'infra/demo-shop/main.ts',
    env: {
      PORT: String(shopPort),
      STUDIO_URL: first.url,
      SHOP_WEBHOOK_SECRET: secret,
      DATA_FILE: join(dataDir, 'shop.json'),
    },
    readyUrl: `http://127.0.0.1:${shopPort}/healthz`,
    logFile: join(dataDir, 'shop.log'),
  })
  const close = async () => {
    await Promise.all([...servers.map((server) => server.stop('SIGTERM')), shop.stop('SIGTERM')])
    await rm(dataDir, { recursive: true, force: true })
  }
  const startServers = async () => {
    for (const server of servers) await server.start()
  }
  // What did not become ready in time must not stay behind.
  await Promise.all([shop.start(), startServers()]).catch(async (error: unknown) => {
    await close()
    throw error
  })
  return { servers, url: first.url, shopUrl: `http://127.0.0.1:${shopPort}`, dataDir, logFile: shared.logFile, close }
}
