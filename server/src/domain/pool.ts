// A pool of units: what may be taken, what is taken, and what of that is paid; free + taken = allotted, always.
export interface Pool {
  readonly allotted: number
  readonly free: number
  readonly taken: number
  /** Part of taken. */
  readonly paid: number
}

export function take<P extends Pool>(pool: P, units: number): P {
  if (units > pool.free) throw new RangeError(`take ${units} of ${pool.free} free units`)
  return { ...pool, free: pool.free - units, taken: pool.taken + units }
}

export function giveBack<P extends Pool>(pool: P, units: number): P {
  if (units > pool.taken - pool.paid)
    throw new RangeError(`give back ${units} of ${pool.taken - pool.paid} unpaid units`)
  return { ...pool, free: pool.free + units, taken: pool.taken - units }
}

/** Marks taken units as paid. */
export function pay<P extends Pool>(pool: P, units: number): P {
  if (units > pool.taken - pool.paid) throw new RangeError(`pay ${units} of ${pool.taken - pool.paid} unpaid units`)
  return { ...pool, paid: pool.paid + units }
}

/** Undoes pay: the units stay taken. */
export function unpay<P extends Pool>(pool: P, units: number): P {
  if (units > pool.paid) throw new RangeError(`unpay ${units} of ${pool.paid} paid units`)
  return { ...pool, paid: pool.paid - units }
}

/** A new number of units in all; what is taken stays. */
export function allot<P extends Pool>(pool: P, allotted: number): P {
  if (allotted < pool.taken) throw new RangeError(`allot ${allotted} where ${pool.taken} are taken`)
  return { ...pool, allotted, free: allotted - pool.taken }
}
