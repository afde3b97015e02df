// What is run against what, how often, and what must come out.
export type ContenderName = 'sqlite' | 'postgres' | 'redis' | 'rowLock'

export interface Row {
  readonly contender: ContenderName
  readonly processes: number
  /** Holds are spread over so many offers; 1: the hot one. */
  readonly offers: number
}

export interface Plan {
  readonly rounds: number
  /** Holds of one measurement, over all processes. */
  readonly holds: number
  /** The peer that locks a row for each hold is slower by two powers of ten: it gets fewer. */
  readonly rowLockHolds: number
  /** Holds placed at any time, over all processes. */
  readonly clients: number
  /** Of the holds of a measurement, placed before it begins. */
  readonly warmUpShare: number
  /** Holds per second while the event loop is watched, and for how long. */
  readonly pacedPerSecond: number
  readonly pacedMs: number
}

export const FULL: Plan = {
  rounds: 3,
  holds: 80_000,
  rowLockHolds: 4000,
  clients: 2000,
  warmUpShare: 0.2,
  pacedPerSecond: 10_000,
  pacedMs: 5000,
}

export const QUICK: Plan = { ...FULL, rounds: 1, holds: 40_000, rowLockHolds: 2000, pacedMs: 2000 }

export const UNITS_PER_OFFER = 1_000_000
/** As the server's own default. */
export const PER_VIEWER = 5
export const HOLD_MS = 600_000

const MANY = 20

export const ROWS: readonly Row[] = [
  { contender: 'sqlite', processes: 1, offers: 1 },
  { contender: 'redis', processes: 1, offers: 1 },
  { contender: 'postgres', processes: 1, offers: 1 },
  { contender: 'postgres', processes: 4, offers: 1 },
  { contender: 'redis', processes: 4, offers: 1 },
  { contender: 'rowLock', processes: 1, offers: 1 },
  { contender: 'sqlite', processes: 1, offers: MANY },
  { contender: 'redis', processes: 1, offers: MANY },
  { contender: 'postgres', processes: 1, offers: MANY },
  { contender: 'postgres', processes: 4, offers: MANY },
  { contender: 'redis', processes: 4, offers: MANY },
  { contender: 'rowLock', processes: 1, offers: MANY },
]

export const GATES = {
  sqliteVsRedis: 1.5,
  postgres4VsRedis4: 0.9,
  postgres4P99VsRedis4P99: 1,
  loopDelayP99Ms: 10,
} as const

/** Below this, RESULTS.md must say why Redis is slow before a ratio to it means anything. */
export const REDIS_EXPECTED_PER_SECOND = 45_000
