// The server's time as React state, in steps small enough for a countdown.
import { useCallback, useSyncExternalStore } from 'react'
import type { ServerClock } from '../client/types.ts'

/** Milliseconds on the server's clock, rounded down to `stepMs`: what renders with it renders once a step. */
export function useNow(clock: Pick<ServerClock, 'now'>, stepMs = 100): number {
  const subscribe = useCallback(
    (tick: () => void) => {
      const timer = setInterval(tick, stepMs)
      return () => clearInterval(timer)
    },
    [stepMs],
  )
  return useSyncExternalStore(subscribe, () => Math.floor(clock.now() / stepMs) * stepMs)
}
