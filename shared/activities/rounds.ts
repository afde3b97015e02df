// The rounds of public random numbers: which one comes when. Nobody knows one before its time, and it never changes afterwards.

export interface Chain {
  /** Names it. */
  readonly hash: string
  readonly genesisMs: number
  readonly periodMs: number
}

/** drand's network of a round every three seconds. */
export const QUICKNET: Chain = {
  hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  genesisMs: 1_692_803_367_000,
  periodMs: 3000,
}

/** When it is told: rounds are counted from 1. */
export function roundTime(round: number, { genesisMs, periodMs }: Chain = QUICKNET): number {
  return genesisMs + (round - 1) * periodMs
}

/** The first one that is told at this time or later. */
export function roundFrom(at: number, { genesisMs, periodMs }: Chain = QUICKNET): number {
  return Math.max(1, Math.ceil((at - genesisMs) / periodMs) + 1)
}
