// Programs that live and end together: when one ends by itself or a signal comes, all are stopped.
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import type { Environment } from './demo.ts'

const STOP_WITHIN_MS = 12_000
const POLL_MS = 100

export interface Program {
  name: string
  args: string[]
  env: Environment
  cwd?: string
  /** Its standard output is kept from the terminal, where a block of addresses stands. */
  silent?: boolean
}

export interface Children {
  start(program: Program): void
  /** Resolves when the address answers well; never, when the programs end before. */
  untilHealthy(url: string): Promise<void>
  /** The exit code: of the one that ended by itself, 0 after a signal. */
  readonly ended: Promise<number>
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    return answer.ok
  } catch {
    return false
  }
}

export function createChildren(): Children {
  const running: ChildProcess[] = []
  const end = Promise.withResolvers<number>()
  let stopping = false

  async function stopAll(code: number): Promise<void> {
    if (stopping) return
    stopping = true
    for (const child of running) child.kill('SIGTERM')
    const deadline = Date.now() + STOP_WITHIN_MS
    while (!running.every(hasEnded) && Date.now() < deadline) await wait(POLL_MS)
    for (const child of running) child.kill('SIGKILL')
    end.resolve(code)
  }

  process.on('SIGINT', () => void stopAll(0))
  process.on('SIGTERM', () => void stopAll(0))

  return {
    start({ name, args, env, cwd, silent }) {
      // A group of its own: Ctrl-C reaches it once, from here, in order.
      const stdio = ['ignore', silent ? 'ignore' : 'inherit', 'inherit'] as const
      const child = spawn(process.execPath, args, { env, stdio: [...stdio], detached: true, ...(cwd && { cwd }) })
      running.push(child)
      child.on('exit', (code, signal) => {
        if (stopping) return
        console.error(`\n${name} ended (${code ?? signal}); stopping.`)
        void stopAll(code || 1)
      })
    },
    async untilHealthy(url) {
      while (!(await isHealthy(url))) await wait(POLL_MS)
    },
    ended: end.promise,
  }
}
