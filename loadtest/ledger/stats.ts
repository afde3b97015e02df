// Adds up what several processes measured, and several rounds.

/** The value that `share` of the samples do not exceed (nearest rank); NaN without samples. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const rank = Math.ceil(share * sorted.length)
  return sorted[Math.max(0, rank - 1)] ?? NaN
}

/** The middle one; of two middle ones their mean. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN
  return (lower + upper) / 2
}

/** What one process saw. */
export interface Part {
  /** ms since the epoch, with fractions. */
  readonly startedAt: number
  readonly endedAt: number
  /** How long each granted hold took, ms. */
  readonly samples: Float64Array
}

export interface Figures {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** From the first start to the last end: a process that waits for another's tail is no faster for it. */
export function mergeParts(parts: readonly Part[]): Figures {
  const samples = concat(parts.map((part) => part.samples)).sort()
  const startedAt = Math.min(...parts.map((part) => part.startedAt))
  const endedAt = Math.max(...parts.map((part) => part.endedAt))
  return {
    perSecond: (samples.length / (endedAt - startedAt)) * 1000,
    p50Ms: quantile(samples, 0.5),
    p99Ms: quantile(samples, 0.99),
  }
}

function concat(arrays: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(arrays.reduce((sum, array) => sum + array.length, 0))
  let offset = 0
  for (const array of arrays) {
    all.set(array, offset)
    offset += array.length
  }
  return all
}
