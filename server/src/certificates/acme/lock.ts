// One order at a time, whichever processes share the folder: a file that only one of them can make.
import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'

export interface Lock {
  /** Null: another process has it. The lock of a process that is gone, or has had it for too long, is taken over. */
  take(now: number): Promise<{ release(): Promise<void> } | null>
}

/** An order with every wait in it ends sooner. */
const LONGEST_MS = 15 * 60_000

interface Holder {
  readonly machine: string
  readonly pid: number
  readonly at: number
}

function readHolder(text: string): Holder | null {
  const [machine, pid, at] = text.split(' ')
  return machine === undefined || pid === undefined || at === undefined
    ? null
    : { machine, pid: Number(pid), at: Number(at) }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function isOver(text: string, now: number): boolean {
  const holder = readHolder(text)
  if (holder === null) return true
  // Process ids of another machine, or of another container, say nothing here.
  if (holder.machine === hostname() && !isAlive(holder.pid)) return true
  return Math.abs(now - holder.at) > LONGEST_MS
}

export function createLock(file: string): Lock {
  const read = () => readFile(file, 'utf8').catch(() => null)

  /** Another process may have done the same a moment sooner: what was taken away is looked at, and put back if it is fresh. */
  async function clear(old: string): Promise<void> {
    const aside = `${file}.${randomUUID()}`
    const isMoved = await rename(file, aside).then(
      () => true,
      () => false,
    )
    if (!isMoved) return
    if ((await readFile(aside, 'utf8')) !== old) await link(aside, file).catch(() => undefined)
    await rm(aside, { force: true })
  }

  async function make(mine: string): Promise<boolean> {
    await writeFile(file, mine, { flag: 'wx', mode: 0o600 }).catch(() => undefined)
    return (await read()) === mine
  }

  return {
    async take(now) {
      const mine = `${hostname()} ${process.pid} ${now} ${randomUUID()}`
      const held = await read()
      if (held !== null && !isOver(held, now)) return null
      if (held !== null) await clear(held)
      if (!(await make(mine))) return null
      const release = async () => {
        if ((await read()) === mine) await rm(file, { force: true })
      }
      return { release }
    },
  }
}
