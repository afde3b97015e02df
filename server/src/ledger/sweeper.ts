// Expires holds and ends sales on time: one bounded sweep after the other, as long as the server runs.
import type { Ledger } from './ledger.ts'

export interface SweeperOptions {
  readonly ledger: Pick<Ledger, 'sweep'>
  /** Pause between two sweeps. */
  readonly everyMs: number
  readonly limit?: number
  /** Told of every sweep that failed; the next one comes after the usual pause. */
  readonly onError: (error: unknown) => void
}

export interface Sweeper {
  /** Resolves when no sweep is under way any more. */
  close(): Promise<void>
}

export function createSweeper({ ledger, everyMs, limit = 500, onError }: SweeperOptions): Sweeper {
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let sweeping = Promise.resolve()

  async function sweep(): Promise<void> {
    // A full sweep means that more is due: go on at once, other requests come in between.
    for (let swept = limit; swept >= limit && !closed;) swept = await ledger.sweep(limit)
  }

  function next(): void {
    if (closed) return
    timer = setTimeout(() => {
      sweeping = sweep().catch(onError).then(next)
    }, everyMs)
  }

  next()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await sweeping
    },
  }
}
