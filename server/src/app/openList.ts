// The one list of what is open in this process: who opens something puts it there, and what was opened last is closed first.
export interface Closable {
  /** Idempotent. */
  close(): unknown
}

export interface OpenList {
  /** Answers with what it was given. */
  add<One extends Closable>(one: One): One
  /**
   * Closes one after the other. What cannot be closed keeps nothing else open; the first that failed is told when all are done.
   * Idempotent.
   */
  close(): Promise<void>
}

export function createOpenList(): OpenList {
  const opened: Closable[] = []
  let closing: Promise<void> | null = null

  async function closeAll(): Promise<void> {
    const failures: unknown[] = []
    for (let last = opened.pop(); last !== undefined; last = opened.pop()) {
      try {
        await last.close()
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw failures[0]
  }

  return {
    add(one) {
      opened.push(one)
      return one
    },
    close: () => (closing ??= closeAll()),
  }
}
