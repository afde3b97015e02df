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

const [LEAST_MS, MOST_MS] = [6_000, 16_000]
const A_LETTER_MS = 80
/** A Chinese character says as much as three letters. */
const LETTERS_A_CHARACTER = 3

/** As long as it takes to read. */
export function staysFor(text: string): number {
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const letters = text.length + characters * (LETTERS_A_CHARACTER - 1)
  return Math.min(MOST_MS, Math.max(LEAST_MS, letters * A_LETTER_MS))
}

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
      timer = setTimeout(() => set(null), staysFor(text))
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
