// Asks what the server knows of this viewer until it was read, and again while the page is open where there is something.
const AGAIN_MS = 30_000

/** Undefined: it could not be read, and is asked for again. */
type Read<Own> = Own | null | undefined

/** Asks until there is one answer, and on while there is something; answers how it ends. */
export function followOwn<Own>(read: () => Promise<Read<Own>>, take: (own: Own | null) => void): () => void {
  let isOpen = true
  let last: Read<Own>
  const ask = async () => {
    if (document.hidden) return
    const answer = await read()
    if (!isOpen || answer === undefined) return
    last = answer
    take(answer)
  }
  const back = () => void ask()
  // Most viewers are nobody's: for them once is enough until they come back.
  const timer = setInterval(() => last !== null && back(), AGAIN_MS)
  document.addEventListener('visibilitychange', back)
  addEventListener('online', back)
  back()
  return () => {
    isOpen = false
    clearInterval(timer)
    document.removeEventListener('visibilitychange', back)
    removeEventListener('online', back)
  }
}
