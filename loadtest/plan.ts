// What the spike asks for, and what its verdict says.
export const SPIKE = { buyers: 1000, units: 50, payers: 30, withinMs: 5000, connectMs: 10_000 }
export type SpikePlan = typeof SPIKE

export interface Check {
  readonly what: string
  readonly ok: boolean
}

export interface Verdict {
  readonly checks: readonly Check[]
  readonly pass: boolean
}
