// The two ways holds are placed: as fast as they are answered, and at a steady pace whatever the answers do.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Client, HoldRequest } from './contender.ts'
import type { Part } from './stats.ts'

export interface Load {
  readonly client: Client
  readonly nextHold: () => HoldRequest
}

const now = () => performance.timeOrigin + performance.now()

/** So many clients, each placing its next hold when the last one is answered; throws at the first refusal. */
export async function placeAtOnce({ client, nextHold }: Load, clients: number, holds: number): Promise<Part> {
  const samples = new Float64Array(holds)
  const startedAt = now()
  let asked = 0
  let answered = 0
  async function placeOneByOne(): Promise<void> {
    while (asked < holds) {
      asked++
      const at = performance.now()
      await client.place(nextHold())
      samples[answered++] = performance.now() - at
    }
  }
  await Promise.all(Array.from({ length: clients }, placeOneByOne))
  return { startedAt, endedAt: now(), samples }
}

export interface Pace {
  readonly perSecond: number
  readonly forMs: number
}

export interface PacedPart extends Part {
  readonly loopDelayP99Ms: number
}

/** An open loop, with the delay of this process's event loop; the watching timer's own millisecond is in it. */
export async function placeSteadily({ client, nextHold }: Load, { perSecond, forMs }: Pace): Promise<PacedPart> {
  const loop = monitorEventLoopDelay({ resolution: 1 })
  const begun = performance.now()
  const startedAt = now()
  const samples: number[] = []
  const placed: Promise<void>[] = []
  const place = async () => {
    const at = performance.now()
    await client.place(nextHold())
    samples.push(performance.now() - at)
  }
  loop.enable()
  for (let elapsed = 0; elapsed < forMs; elapsed = performance.now() - begun) {
    const due = Math.floor((Math.min(elapsed, forMs) / 1000) * perSecond)
    while (placed.length < due) placed.push(place())
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  loop.disable()
  await Promise.all(placed)
  const loopDelayP99Ms = loop.percentile(99) / 1e6
  return { startedAt, endedAt: now(), samples: Float64Array.from(samples), loopDelayP99Ms }
}
