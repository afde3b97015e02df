// How many viewers arrive, how often it is measured, and what an arrival may cost.
export interface Plan {
  readonly rounds: number
  /** Who is there at the end of each step; the step's arrivals are what is measured. */
  readonly sizes: readonly number[]
  /** Arrivals before the first that counts: a server that runs for the evening has long compiled its ways. */
  readonly warmUp: number
}

export const QUICK: Plan = { rounds: 1, sizes: [500, 2000, 6000], warmUp: 1500 }
export const FULL: Plan = { ...QUICK, rounds: 3 }

/** ms of CPU for page and join together, at the size that costs most. */
export const GATE_MS = 0.8
