// CPU time of processes and of their children, as Linux counts it.
import { readFileSync, readdirSync } from 'node:fs'

/** USER_HZ, which Linux fixes for every program. */
const TICKS_PER_SECOND = 100

interface ProcessTimes {
  readonly parent: number
  readonly ticks: number
  /** Of children that have ended and were waited for. */
  readonly endedTicks: number
}

/** Reads one line of /proc/<pid>/stat: the name may hold spaces and brackets, so fields count from the last one. */
export function parseStat(line: string): ProcessTimes {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  const field = (index: number) => Number(fields[index])
  return { parent: field(1), ticks: field(11) + field(12), endedTicks: field(13) + field(14) }
}

/** Seconds that the clients and the server with its children (backends that have ended too) have used; null: no /proc. */
export function cpuSeconds(clientPids: readonly number[], serverPid: number | null): number | null {
  const processes = readAll()
  if (processes.size === 0) return null
  const server = serverPid === null ? [] : withChildren(processes, serverPid)
  const clients = clientPids.flatMap((pid) => processes.get(pid)?.ticks ?? [])
  const ticks = [...clients, ...server].reduce((sum, one) => sum + one, 0)
  return ticks / TICKS_PER_SECOND
}

function withChildren(processes: ReadonlyMap<number, ProcessTimes>, pid: number): number[] {
  const own = processes.get(pid)
  const children = [...processes.values()].filter(({ parent }) => parent === pid)
  return [(own?.ticks ?? 0) + (own?.endedTicks ?? 0), ...children.map(({ ticks }) => ticks)]
}

function readAll(): Map<number, ProcessTimes> {
  const processes = new Map<number, ProcessTimes>()
  for (const name of listProc()) {
    const line = readStat(name)
    if (line !== null) processes.set(Number(name), parseStat(line))
  }
  return processes
}

function listProc(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

/** null: it has ended since it was listed. */
function readStat(pid: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return null
  }
}
