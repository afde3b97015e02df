// One short message at a time, which leaves by itself.
export interface Notice {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'good'
}

export interface Notices {
  show(text: string, tone?: Notice['tone']): void
  getNotice(): Notice | null
  subscribe(listener: () => void): () => void
  close(): void
}

const STAYS_MS = 6_000

export function createNotices(): Notices {
  const listeners = new Set<() => void>()
  let current: Notice | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0

  const set = (next: Notice | null) => {
    current = next
    for (const listener of listeners) listener()
  }
  return {
    show(text, tone = 'plain') {
      clearTimeout(timer)
      last += 1
      set({ id: last, text, tone })
      timer = setTimeout(() => set(null), STAYS_MS)
    },
    getNotice: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => clearTimeout(timer),
  }
}
