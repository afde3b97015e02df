// One short message at a time, which leaves by itself; whoever cannot see it hears it, and what is in sight elsewhere already.
export interface Notice {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'good'
}

export interface Notices {
  show(text: string, tone?: Notice['tone']): void
  /** For the ear alone. */
  say(text: string): void
  getNotice(): Notice | null
  subscribe(listener: () => void): () => void
  /** Hears every message once. */
  listen(listener: (text: string) => void): () => void
  close(): void
}

const STAYS_MS = 6_000

export function createNotices(): Notices {
  const listeners = new Set<() => void>()
  const ears = new Set<(text: string) => void>()
  let current: Notice | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0

  const set = (next: Notice | null) => {
    current = next
    for (const listener of listeners) listener()
  }
  const say = (text: string) => {
    for (const ear of ears) ear(text)
  }
  return {
    show(text, tone = 'plain') {
      clearTimeout(timer)
      last += 1
      set({ id: last, text, tone })
      timer = setTimeout(() => set(null), STAYS_MS)
      say(text)
    },
    say,
    getNotice: () => current,
    subscribe: (listener) => added(listeners, listener),
    listen: (listener) => added(ears, listener),
    close: () => clearTimeout(timer),
  }
}

function added<T>(to: Set<T>, one: T): () => void {
  to.add(one)
  return () => void to.delete(one)
}
