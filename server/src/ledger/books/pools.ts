// What I1 and I2 say of a pool, whichever book it is in.
import type { Drift } from '../ledger.ts'

/** A pool's own counters beside what its holds come to. */
export interface PoolSums {
  readonly pool: string
  readonly allotted: number
  readonly free: number
  readonly taken: number
  readonly paid: number
  readonly taken_by_holds: number
  readonly paid_by_holds: number
}

export function checkPool(sums: PoolSums): Drift[] {
  const { pool, allotted, free, taken, paid } = sums
  const drift: Drift[] = []
  const differ = (invariant: Drift['invariant'], units: number, what: string) => {
    if (units !== 0) drift.push({ invariant, units, what: `${pool}: ${what}` })
  }
  differ('I1', free + taken - allotted, `free ${free} + taken ${taken} is not allotted ${allotted}`)
  differ('I1', taken - sums.taken_by_holds, `taken is ${taken}, its holds take ${sums.taken_by_holds}`)
  differ('I2', Math.max(0, paid - allotted), `paid ${paid} is more than allotted ${allotted}`)
  differ('I1', paid - sums.paid_by_holds, `paid is ${paid}, its paid holds come to ${sums.paid_by_holds}`)
  return drift
}
