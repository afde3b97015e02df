// Collects what many do at once and stores it together, some time later.

export interface Closable {
  /** Stores what waits. Idempotent. */
  close(): Promise<void>
}

export interface TimedBatch<Value> extends Closable {
  add(value: Value): void
}

interface BatchParts<Value> {
  readonly everyMs: number
  save(values: readonly Value[]): Promise<void>
  onFailure(error: unknown): void
}

/** While nothing can be stored no more than this is kept of what happens; the rest is not counted. */
const MOST_WAITING = 100_000

/** What could not be stored is stored with the next ones. */
export function createTimedBatch<Value>({ everyMs, save, onFailure }: BatchParts<Value>): TimedBatch<Value> {
  let waiting: Value[] = []
  let timer: NodeJS.Timeout | null = null
  let last = Promise.resolve()
  let isClosed = false

  const saveAll = async (values: Value[]) => {
    try {
      await save(values)
    } catch (error) {
      onFailure(error)
      waiting = [...values, ...waiting]
      if (!isClosed) timer ??= setTimeout(flush, everyMs)
    }
  }
  const flush = () => {
    timer = null
    if (waiting.length === 0) return
    const values = waiting
    waiting = []
    last = last.then(() => saveAll(values))
  }
  return {
    add: (value) => {
      if (waiting.length < MOST_WAITING) waiting.push(value)
      timer ??= setTimeout(flush, everyMs)
    },
    close: () => {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
      flush()
      return last
    },
  }
}
