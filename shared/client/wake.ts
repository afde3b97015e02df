// Moments at which a sleeping or offline page should try at once: the network came back, the page is seen again, the device slept.

export type WakeReason = 'online' | 'visible' | 'slept'

const LOOK_EVERY_MS = 1_000
const SLEPT_MS = 1_000

/** Does nothing where there is no page (Node). Answers the undo. */
export function onWake(wake: (reason: WakeReason) => void): () => void {
  if (typeof window === 'undefined') return () => {}
  const stop = new AbortController()
  const { signal } = stop
  window.addEventListener('online', () => wake('online'), { signal })
  window.addEventListener('pageshow', (event) => event.persisted && wake('visible'), { signal })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake('visible'), {
    signal,
  })
  const stopWatch = onSlept(() => wake('slept'))
  return () => {
    stop.abort()
    stopWatch()
  }
}

interface Clocks {
  wall(): number
  elapsed(): number
}

const DEVICE: Clocks = { wall: () => Date.now(), elapsed: () => performance.now() }

/** A lid closed and opened is told by no event: the wall clock went on while elapsed time stood still. Answers the undo. */
export function onSlept(slept: () => void, { wall, elapsed }: Clocks = DEVICE): () => void {
  let apart = wall() - elapsed()
  const timer = setInterval(() => {
    const before = apart
    apart = wall() - elapsed()
    if (apart - before > SLEPT_MS) slept()
  }, LOOK_EVERY_MS)
  return () => clearInterval(timer)
}
