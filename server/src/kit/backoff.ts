// How long to wait before the next try: twice as long after each failure, up to a bound.
export interface Backoff {
  /** After the first failure. */
  readonly firstMs: number
  /** Never longer than this. */
  readonly longestMs: number
}

/** Of more doublings the number would lose its sense long after every bound is met. */
const MOST_DOUBLINGS = 30

/** `failures` in a row, the latest included; 0: there was none, and nobody waits. */
export function backoff(failures: number, { firstMs, longestMs }: Backoff): number {
  if (failures <= 0) return 0
  return Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, MOST_DOUBLINGS))
}
