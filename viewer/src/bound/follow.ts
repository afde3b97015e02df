// Looks again: now, every few seconds while somebody can see it, and as soon as the line or the page is back.

/** What others do is seen so soon. */
const AGAIN_MS = 15_000

/** Answers how it ends. */
export function follow(again: () => void, lost: () => void): () => void {
  const ifSeen = () => {
    if (document.visibilityState === 'visible') again()
  }
  again()
  const timer = setInterval(ifSeen, AGAIN_MS)
  document.addEventListener('visibilitychange', ifSeen)
  addEventListener('online', again)
  addEventListener('offline', lost)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', ifSeen)
    removeEventListener('online', again)
    removeEventListener('offline', lost)
  }
}
