// A real redis-server for one test, on a free port, without a file.
import { type ChildProcess, spawn } from 'node:child_process'
import { createConnection } from 'node:net'
import { freePort } from './world.ts'

export interface RedisServer {
  readonly url: string
  start(): Promise<void>
  /** Sends the signal; after SIGKILL and SIGTERM it resolves when the process is gone. */
  signal(signal: NodeJS.Signals): Promise<void>
  close(): Promise<void>
}

const PATIENCE_MS = 20_000

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1')
    socket.once('connect', () => socket.write('PING\r\n'))
    socket.once('data', (data) => {
      socket.destroy()
      resolve(data.toString().startsWith('+PONG'))
    })
    socket.once('error', () => resolve(false))
  })
}

async function untilAnswers(port: number): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end) {
    if (await answers(port)) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`redis-server did not answer on port ${port} within ${PATIENCE_MS} ms`)
}

export async function startRedisServer(): Promise<RedisServer> {
  const port = await freePort()
  let child: ChildProcess | null = null

  const start = async () => {
    const started = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'])
    child = started
    const missing = new Promise<never>((_resolve, reject) =>
      started.once('error', () => reject(new Error('redis-server is not on the PATH: apt-get install redis-server'))),
    )
    await Promise.race([untilAnswers(port), missing])
  }
  const signal = async (name: NodeJS.Signals) => {
    const running = child
    if (running === null) return
    const ends = name === 'SIGKILL' || name === 'SIGTERM'
    const gone = new Promise((resolve) => running.once('exit', resolve))
    running.kill(name)
    if (!ends) return
    await gone
    child = null
  }
  await start()
  return { url: `redis://127.0.0.1:${port}`, start, signal, close: () => signal('SIGKILL') }
}
