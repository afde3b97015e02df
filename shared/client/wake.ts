// Moments at which a sleeping or offline page should try at once: the network came back, or the page is seen again.

export type WakeReason = 'online' | 'visible'

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
  return () => stop.abort()
}
