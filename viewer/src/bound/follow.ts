// Looks again: now, every few seconds, and as soon as the line is back.

/** What others do is seen so soon. */
const AGAIN_MS = 15_000

/** Answers how it ends. */
export function follow(again: () => void, lost: () => void): () => void {
  again()
  const timer = setInterval(again, AGAIN_MS)
  addEventListener('online', again)
  addEventListener('offline', lost)
  return () => {
    clearInterval(timer)
    removeEventListener('online', again)
    removeEventListener('offline', lost)
  }
}
