// Which sums of money can be dealt out in a red packet, and the nearest ones where one cannot.

export interface Sum {
  /** `fixed`: everyone gets the same; `lucky`: at least so much, the rest by chance. */
  readonly how: 'fixed' | 'lucky'
  readonly places: number
  readonly totalMinor: number
  readonly leastMinor: number
}

export type SumProblem =
  /** Not the same for everyone; the nearest sums that are. `belowMinor`: null where nobody would get anything. */
  | { readonly is: 'uneven'; readonly belowMinor: number | null; readonly aboveMinor: number }
  /** Not enough for everyone to get the least. */
  | { readonly is: 'small'; readonly neededMinor: number }

/** Null: it can be dealt out to the last unit. */
export function problemOf({ how, places, totalMinor, leastMinor }: Sum): SumProblem | null {
  if (how === 'lucky') {
    const neededMinor = places * leastMinor
    return totalMinor < neededMinor ? { is: 'small', neededMinor } : null
  }
  const over = totalMinor % places
  if (over === 0 && totalMinor > 0) return null
  const belowMinor = totalMinor - over
  return { is: 'uneven', belowMinor: belowMinor > 0 ? belowMinor : null, aboveMinor: belowMinor + places }
}
