// How soon the next password of an account may be tried by a device that has never logged in to it.
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
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000

function waitAfter(wrong: number): number {
  return wrong < FREE_GUESSES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, wrong - FREE_GUESSES))
}

/** Counts the guess as a wrong one, since many are made at the same time: who is right forgets them afterwards. */
export function takeGuess(before: Guesses, now: number): NextGuess {
  // A clock that was set back makes nobody wait longer than ever.
  const left = Math.min(before.notBefore - now, LONGEST_WAIT_MS)
  if (left > 0) return { waitMs: left }
  const isOld = now - before.lastAt >= HOUR_MS
  const wrong = isOld ? 1 : before.wrong + 1
  return { waitMs: 0, guesses: { wrong, lastAt: now, notBefore: now + waitAfter(wrong) } }
}
