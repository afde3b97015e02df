// A redis-server of its own that syncs every write, on a free port, with its append-only file on the disk under test.
import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { freePort } from '@lantern/server/src/testing/world.ts'
import { endWithUs } from './endings.ts'
import { openResp } from './resp.ts'

/** Durable, and without what it does for its own statistics. */
export const REDIS_SETTINGS = {
  appendonly: 'yes',
  appendfsync: 'always',
  'auto-aof-rewrite-percentage': '0',
  save: '',
  'io-threads': '1',
  'latency-tracking': 'no',
  'slowlog-log-slower-than': '-1',
  'stream-node-max-entries': '1000',
  'stream-node-max-bytes': '65536',
} as const

const PATIENCE_MS = 5000

export interface RedisServer {
  readonly port: number
  readonly pid: number
  close(): Promise<void>
}

export async function startRedis(folder: string): Promise<RedisServer> {
  const port = await freePort()
  const settings = Object.entries(REDIS_SETTINGS).flatMap(([name, value]) => [`--${name}`, value])
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...settings]
  const child = spawn('redis-server', args, { stdio: 'ignore' })
  const end = endWithUs(child)
  const missing = new Promise<never>((_resolve, reject) => child.once('error', reject))
  await Promise.race([untilAnswers(port), missing])
  return { port, pid: child.pid ?? 0, close: () => end('SIGKILL') }
}

export async function redisVersion(): Promise<string> {
  const { stdout } = await promisify(execFile)('redis-server', ['--version'])
  return `Redis ${/v=(\S+)/.exec(stdout)?.[1] ?? stdout.trim()}`
}

async function untilAnswers(port: number): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end) {
    const answer = await openResp(port).then(ping, () => null)
    if (answer === 'PONG') return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`redis-server did not answer on port ${port} within ${PATIENCE_MS} ms`)
}

async function ping(connection: Awaited<ReturnType<typeof openResp>>): Promise<unknown> {
  try {
    return await connection.ask(['PING'])
  } finally {
    connection.close()
  }
}
