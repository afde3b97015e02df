// How soon the next password of an account may be tried by a device that has never logged in to it.
import { backoff } from '../kit/backoff.ts'

export interface Guesses {
  /** In a row, with never an hour between two. */
  readonly wrong: number
  readonly lastAt: number
  readonly notBefore: number
}

export type NextGuess = { readonly waitMs: number } | { readonly waitMs: 0; readonly guesses: Guesses }

export const NO_GUESSES: Guesses = { wrong: 0, lastAt: 0, notBefore: 0 }

const FREE_GUESSES = 10
const HOUR_MS = 3_600_000
const WAITS = { firstMs: 1000, longestMs: 60_000 }

function waitAfter(wrong: number): number {
  return backoff(wrong - FREE_GUESSES + 1, WAITS)
}

/** Counts the guess as a wrong one, since many are made at the same time: who is right forgets them afterwards. */
export function takeGuess(before: Guesses, now: number): NextGuess {
  // A clock that was set back makes nobody wait longer than ever.
  const left = Math.min(before.notBefore - now, WAITS.longestMs)
  if (left > 0) return { waitMs: left }
  const isOld = now - before.lastAt >= HOUR_MS
  const wrong = isOld ? 1 : before.wrong + 1
  return { waitMs: 0, guesses: { wrong, lastAt: now, notBefore: now + waitAfter(wrong) } }
}
