// The queue in which passwords are compared: few at a time, since each keeps a thread that files and name look-ups need, too.
import { availableParallelism } from 'node:os'

export interface PasswordQueue {
  /** Whether one more would be turned away. Who is known has a line of their own, and comes first. */
  isFull(isKnown: boolean): boolean
  /** Runs the work when its turn comes; null: too many wait already. */
  run<Output>(work: () => Promise<Output>, isKnown?: boolean): Promise<Output | null>
}

interface Bounds {
  readonly atOnce: number
  /** In each of the two lines. */
  readonly mostWaiting: number
}

// Of libuv's four threads at least half stay free; on a small machine a core stays free as well.
const USUAL: Bounds = { atOnce: availableParallelism() >= 4 ? 2 : 1, mostWaiting: 32 }

export function createPasswordQueue({ atOnce, mostWaiting }: Bounds = USUAL): PasswordQueue {
  const known: (() => void)[] = []
  const others: (() => void)[] = []
  let running = 0

  const lineOf = (isKnown: boolean) => (isKnown ? known : others)
  const isFull = (isKnown: boolean) => running >= atOnce && lineOf(isKnown).length >= mostWaiting
  const takeTurn = (isKnown: boolean) => {
    if (running < atOnce) {
      running += 1
      return Promise.resolve()
    }
    return new Promise<void>((resolve) => lineOf(isKnown).push(resolve))
  }
  const endTurn = () => {
    const next = known.shift() ?? others.shift()
    if (next === undefined) running -= 1
    else next()
  }

  return {
    isFull,
    async run(work, isKnown = false) {
      if (isFull(isKnown)) return null
      await takeTurn(isKnown)
      try {
        return await work()
      } finally {
        endTurn()
      }
    },
  }
}
