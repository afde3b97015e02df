// One measurement: a fresh store, a warm crew, the holds, and then the store's own count of them.
import type { Store } from './contender.ts'
import { CONTENDERS } from './contenders.ts'
import { cpuSeconds } from './cpu.ts'
import { startCrew } from './crew.ts'
import { makeFolder } from './disk.ts'
import { removeWithUs } from './endings.ts'
import type { DonePart, Order } from './messages.ts'
import type { Plan, Row } from './plan.ts'
import { type Figures, mergeParts } from './stats.ts'

export interface Measurement extends Figures {
  /** µs of CPU per hold, of clients and database server together; null where the system does not tell. */
  readonly cpuMicros: number | null
  /** The same of the database server alone, as a share of one core; null without one. */
  readonly serverLoad: number | null
  readonly loopDelayP99Ms: number | null
  readonly remarks: readonly string[]
}

/** `work` is what the row's processes do together. Throws when a hold was refused, or is not on record afterwards. */
export async function measure(row: Row, plan: Plan, parent: string): Promise<Measurement> {
  const holds = row.contender === 'rowLock' ? plan.rowLockHolds : plan.holds
  return withStore(row, parent, (store) => {
    const warmUp = Math.round((holds * plan.warmUpShare) / row.processes)
    const order: Order = {
      target: store.target,
      clients: plan.clients / row.processes,
      warmUp,
      work: { holds: holds / row.processes },
    }
    return runOrder(store, order)
  })
}

/** The same store at a steady pace, for the event loop of the one process that has it. */
export async function measurePaced(row: Row, plan: Plan, parent: string): Promise<Measurement> {
  const pace = { perSecond: plan.pacedPerSecond, forMs: plan.pacedMs }
  const warmUp = Math.round(plan.holds * plan.warmUpShare)
  return withStore(row, parent, (store) =>
    runOrder(store, { target: store.target, clients: plan.clients, warmUp, work: { pace } }),
  )
}

async function withStore<Value>(row: Row, parent: string, use: (store: Store) => Promise<Value>): Promise<Value> {
  const contender = await CONTENDERS[row.contender]()
  const folder = await makeFolder(parent, `${row.contender}-`)
  const remove = removeWithUs(folder)
  try {
    const store = await contender.create({ folder, offers: row.offers, processes: row.processes })
    return await use(store).finally(() => store.close())
  } finally {
    await remove()
  }
}

async function runOrder(store: Store, order: Order): Promise<Measurement> {
  const { serverPid, target } = store
  const crew = await startCrew(Array.from({ length: target.processes }, () => order))
  const ran = await timeCrew(crew, serverPid).finally(() => crew.close())
  const { parts, cpu, serverCpu } = ran
  const figures = mergeParts(parts)
  const placed = parts.reduce((sum, { samples }) => sum + samples.length, 0)
  await mustBeOnRecord(store, placed + order.warmUp * target.processes)
  const seconds = placed / figures.perSecond
  return {
    ...figures,
    cpuMicros: cpu === null ? null : (cpu / placed) * 1e6,
    serverLoad: serverCpu === null ? null : serverCpu / seconds,
    loopDelayP99Ms: parts[0]?.loopDelayP99Ms ?? null,
    remarks: await store.remarks(),
  }
}

interface Ran {
  readonly parts: readonly DonePart[]
  readonly cpu: number | null
  readonly serverCpu: number | null
}

async function timeCrew(crew: Awaited<ReturnType<typeof startCrew>>, serverPid: number | null): Promise<Ran> {
  const all = () => cpuSeconds(crew.pids, serverPid)
  const server = () => (serverPid === null ? null : cpuSeconds([], serverPid))
  const before = { all: all(), server: server() }
  const parts = await crew.go()
  return { parts, cpu: minus(all(), before.all), serverCpu: minus(server(), before.server) }
}

function minus(after: number | null, before: number | null): number | null {
  return after === null || before === null ? null : after - before
}

async function mustBeOnRecord(store: Store, granted: number): Promise<void> {
  const onRecord = await store.countHolds()
  if (onRecord !== granted) throw new Error(`${granted} holds were granted, ${onRecord} are on record`)
}
