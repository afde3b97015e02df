// How a process stops taking traffic: in an order in which nobody loses what was begun.
import type { Listeners } from '../http/listen.ts'
import type { Realtime } from '../realtime/startRealtime.ts'
import type { createReadiness } from './readiness.ts'

type Readiness = ReturnType<typeof createReadiness>

/** No more connections, clients told, what was begun is answered and stored. */
export async function drain(readiness: Readiness, listeners: Listeners, realtime: Realtime): Promise<void> {
  readiness.because('draining')
  const stopped = listeners.close()
  await realtime.drain()
  await realtime.close()
  await stopped
}
