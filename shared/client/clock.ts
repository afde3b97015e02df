// The server's clock as the client estimates it: the sample with the shortest round trip wins, unless a fresh one proves it wrong; the device's own clock does not matter.
import type { ServerClock } from './types.ts'

export interface ClockSample {
  /** Monotonic milliseconds before sending and after receiving. */
  readonly sentAt: number
  readonly receivedAt: number
  /** The server's clock when it answered, in milliseconds since the epoch. */
  readonly serverNow: number
}

export interface SampledClock extends ServerClock {
  observe(sample: ClockSample): void
  /** After a sleep or on another server process: the next sample wins whatever its round trip. */
  distrust(): void
  /** The server has said this time already, so it cannot be earlier: true where the estimate is, as after a sleep. */
  isBehind(serverNow: number): boolean
  /** Monotonic milliseconds, the time base of samples. */
  elapsed(): number
}

/** A quartz drifts by up to 50 ppm: after ten minutes a sample is 30 ms worse than it was. */
const DRIFT_PER_MS = 50e-6
const STEP_BACK_MS = 1_000
/** Clocks of browsers and servers tick in steps: as much is no contradiction. */
const TICK_MS = 10
const BEHIND_MS = 250

export function createServerClock(elapsed: () => number = () => performance.now()): SampledClock {
  let offset = Date.now() - elapsed()
  let errorMs = Infinity
  let takenAt = elapsed()
  let latest = -Infinity

  const errorNow = () => errorMs + (elapsed() - takenAt) * DRIFT_PER_MS

  return {
    elapsed,
    now() {
      const estimate = elapsed() + offset
      // A better sample may move the clock back by a little: stand still rather than go back.
      latest = latest - estimate > STEP_BACK_MS ? estimate : Math.max(latest, estimate)
      return latest
    },
    errorMs: errorNow,
    distrust: () => void (errorMs = Infinity),
    isBehind: (serverNow) => serverNow > elapsed() + offset + errorNow() + BEHIND_MS,
    observe({ sentAt, receivedAt, serverNow }) {
      const halfTrip = (receivedAt - sentAt) / 2
      const fresh = serverNow + halfTrip - receivedAt
      // Elapsed time stands still while many devices sleep: what two samples cannot both say, the later one knows.
      const contradicts = Math.abs(fresh - offset) > errorNow() + halfTrip + TICK_MS
      if (halfTrip < 0 || (halfTrip > errorNow() && !contradicts)) return
      offset = fresh
      errorMs = halfTrip
      takenAt = receivedAt
    },
  }
}

export interface ClockSync {
  /** A burst of samples, then one in a while, until stopped or started anew. */
  start(): void
  close(): void
}

const BURST = 5
const BURST_GAP_MS = 150
const LATER_GAP_MS = 30_000

/** `ask` answers the server's clock, or null when there was no answer. */
export function createClockSync(clock: SampledClock, ask: () => Promise<number | null>): ClockSync {
  let timer: ReturnType<typeof setTimeout> | undefined
  let run = 0

  async function sample(own: number, count: number): Promise<void> {
    const sentAt = clock.elapsed()
    const serverNow = await ask()
    if (own !== run) return
    if (serverNow !== null) clock.observe({ sentAt, receivedAt: clock.elapsed(), serverNow })
    timer = setTimeout(() => void sample(own, count + 1), count < BURST ? BURST_GAP_MS : LATER_GAP_MS)
  }
  const close = () => {
    run += 1
    clearTimeout(timer)
  }

  return {
    start() {
      close()
      void sample(run, 1)
    },
    close,
  }
}
