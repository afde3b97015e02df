// What a large draw is measured by, and what it may cost.
export const ENTRANTS = 50_000
export const WINNERS = 20

/** All in ms. */
export const GATES = {
  /** From the round being out until the result is on disk. */
  settle: 1000,
  /** The event loop is late by so much at most, while it is settled and while it is published. */
  pause: 50,
} as const

export interface Figures {
  readonly enterMs: number
  readonly settleMs: number
  readonly settlePauseMs: number
  /** The same in a second in which nothing is done: what other work on the machine adds. */
  readonly idlePauseMs: number
  readonly bytes: number
  /** What is published, the first time anybody asks; again; and again by whoever has it. */
  readonly firstMs: number
  readonly againMs: number
  readonly unchangedMs: number
  readonly publishPauseMs: number
}

/** Of each figure the largest. */
export function worstOf(all: readonly Figures[]): Figures {
  const worst = (pick: (one: Figures) => number) => Math.max(...all.map(pick))
  return {
    enterMs: worst((one) => one.enterMs),
    settleMs: worst((one) => one.settleMs),
    settlePauseMs: worst((one) => one.settlePauseMs),
    idlePauseMs: worst((one) => one.idlePauseMs),
    bytes: worst((one) => one.bytes),
    firstMs: worst((one) => one.firstMs),
    againMs: worst((one) => one.againMs),
    unchangedMs: worst((one) => one.unchangedMs),
    publishPauseMs: worst((one) => one.publishPauseMs),
  }
}
