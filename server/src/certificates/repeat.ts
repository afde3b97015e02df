// Does a small piece of work again and again, each time after a pause; what is under way at the end is not waited for.
interface Repeating {
  start(): void
  close(): void
}

interface Options {
  readonly pauseMs: () => number
  readonly onError: (error: unknown) => void
}

/** The first time at once when started. */
export function repeat(work: () => Promise<void>, { pauseMs, onError }: Options): Repeating {
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const turn = () => {
    work()
      .catch(onError)
      .finally(() => {
        if (!closed) timer = setTimeout(turn, pauseMs()).unref()
      })
  }
  return {
    start: () => {
      if (!closed) turn()
    },
    close: () => {
      closed = true
      clearTimeout(timer)
    },
  }
}
