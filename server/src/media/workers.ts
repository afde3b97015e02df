// The worker pool: each worker has one WebRtcServer with UDP and TCP on one port, and is started again when it dies.
import { setTimeout as wait } from 'node:timers/promises'
import * as mediasoup from 'mediasoup'
import type { types } from 'mediasoup'
import type { SfuOptions } from './sfu.ts'

export interface Slot {
  readonly worker: types.Worker
  readonly server: types.WebRtcServer
}

export interface WorkerPoolOptions extends Pick<
  SfuOptions,
  'workers' | 'port' | 'listenIp' | 'workerBin' | 'onRespawnFailed'
> {
  /** The dead worker's routers are closed already. */
  onDeath(slot: Slot): void
}

export interface WorkerPool {
  /** The living worker with the least load; waits for a restart when none lives, null when none came in time. */
  pick(load: (slot: Slot) => number): Promise<Slot | null>
  pids(): readonly number[]
  /** Idempotent. */
  close(): void
}

interface Pool {
  readonly options: WorkerPoolOptions
  readonly slots: Map<number, Slot>
  /** Calls that wait for a worker. */
  readonly waiting: Set<() => void>
  closed: boolean
}

const RESPAWN_FIRST_MS = 200
const RESPAWN_MOST_MS = 5_000
const PICK_TIMEOUT_MS = 3_000

/** Rejects when a worker cannot be started at all. */
export async function createWorkerPool(options: WorkerPoolOptions): Promise<WorkerPool> {
  const pool: Pool = { options, slots: new Map(), waiting: new Set(), closed: false }
  const places = Array.from({ length: options.workers }, (_, place) => place)
  const close = () => closePool(pool)
  try {
    await Promise.all(places.map((place) => start(pool, place)))
  } catch (error) {
    close()
    throw error
  }

  return {
    async pick(load) {
      if (pool.slots.size === 0) await nextWorker(pool)
      const [least] = [...pool.slots.values()].sort((one, other) => load(one) - load(other))
      return least ?? null
    },
    pids: () => [...pool.slots.values()].map((slot) => slot.worker.pid),
    close,
  }
}

async function start(pool: Pool, place: number): Promise<void> {
  const { options } = pool
  const worker = await mediasoup.createWorker({
    logLevel: 'error',
    ...(options.workerBin ? { workerBin: options.workerBin } : {}),
  })
  try {
    const slot: Slot = { worker, server: await listen(worker, options, place) }
    if (pool.closed) return worker.close()
    pool.slots.set(place, slot)
    worker.on('died', () => died(pool, place, slot))
    for (const go of pool.waiting) go()
  } catch (error) {
    worker.close()
    throw error
  }
}

/** The worker says in words alone that a port is taken: which one is added. */
async function listen(worker: types.Worker, options: WorkerPoolOptions, place: number): Promise<types.WebRtcServer> {
  try {
    return await worker.createWebRtcServer({ listenInfos: listenInfos(options, place) })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw Object.assign(
      new Error(`MEDIA_PORT: ${options.port + place} cannot be opened on ${options.listenIp} (${reason})`, {
        cause: error,
      }),
      { code: 'MEDIA_PORT' },
    )
  }
}

function listenInfos({ port, listenIp }: WorkerPoolOptions, place: number): types.TransportListenInfo[] {
  const at = { ip: listenIp, ...(port === 0 ? {} : { port: port + place }) }
  return [
    { protocol: 'udp', ...at },
    { protocol: 'tcp', ...at },
  ]
}

function died(pool: Pool, place: number, slot: Slot): void {
  pool.slots.delete(place)
  if (pool.closed) return
  void respawn(pool, place)
  pool.options.onDeath(slot)
}

async function respawn(pool: Pool, place: number): Promise<void> {
  for (let delayMs = RESPAWN_FIRST_MS; !pool.closed; delayMs = Math.min(delayMs * 2, RESPAWN_MOST_MS)) {
    try {
      return await start(pool, place)
    } catch (error) {
      pool.options.onRespawnFailed?.(error)
      await wait(delayMs, undefined, { ref: false })
    }
  }
}

function nextWorker(pool: Pool): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => go(), PICK_TIMEOUT_MS)
    const go = () => {
      clearTimeout(timer)
      pool.waiting.delete(go)
      resolve()
    }
    pool.waiting.add(go)
    if (pool.closed) go()
  })
}

function closePool(pool: Pool): void {
  pool.closed = true
  for (const slot of pool.slots.values()) slot.worker.close()
  pool.slots.clear()
  for (const go of pool.waiting) go()
}
