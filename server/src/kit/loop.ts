// Runs a piece of work again and again: after a pause, or at once when somebody says that there is some.
export interface LoopOptions {
  /** The longest pause between two turns. */
  readonly everyMs: number
  /** One bounded piece of work; true: there may be more. */
  readonly turn: () => Promise<boolean>
  /** Told of every turn that failed; the next one comes after the usual pause. */
  readonly onError: (error: unknown) => void
}

export interface Loop {
  /** There is work. Cheap, and safe to call at any time. */
  nudge(): void
  /** Resolves when no turn is under way any more. Idempotent. */
  close(): Promise<void>
}

export function createLoop({ everyMs, turn, onError }: LoopOptions): Loop {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let isWanted = false
  let closed = false

  async function run(): Promise<void> {
    do {
      isWanted = false
      isWanted = (await turn()) || isWanted
    } while (isWanted && !closed)
  }

  function start(): void {
    clearTimeout(timer)
    running = run()
      .catch(onError)
      .finally(() => {
        running = null
        if (!closed) timer = setTimeout(start, isWanted ? 0 : everyMs)
      })
  }

  timer = setTimeout(start, 0)
  return {
    nudge() {
      isWanted = true
      if (running === null && !closed) start()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}
