// The port to public random numbers that nobody can choose or know before their time.
import type { ChainNow } from './naming.ts'

export interface RandomNumber {
  readonly round: number
  readonly randomness: string
  /** By which everyone can prove it. */
  readonly signature: string
}

export interface Beacon {
  /** What is known right now, without asking; null: nothing yet. */
  chainNow(): ChainNow | null
  /** Asks for the latest number, unless that was done a moment ago. Never rejects. */
  look(): Promise<void>
  /** The number of this round, proven; null: it is not out yet, or nobody answers: to be asked again. Never rejects. */
  find(round: number): Promise<RandomNumber | null>
  close(): void
}

/** Where there shall be none: every draw says that the shop could know the result beforehand. */
export const NO_BEACON: Beacon = {
  chainNow: () => null,
  look: () => Promise.resolve(),
  find: () => Promise.resolve(null),
  close: () => {},
}
