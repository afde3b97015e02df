// Several holds of one viewer and show that leave for the checkout together.
interface Leaving {
  /** The deadline, ms since the epoch. */
  readonly expiresAt: number
  readonly items: readonly unknown[]
}

/** All of their items, until the earliest deadline, known by the first of them; a single hold stays what it is. */
export function toBasket<Hold extends Leaving>(
  first: Hold,
  others: readonly Hold[],
): Hold & { readonly together?: readonly Hold[] } {
  if (others.length === 0) return first
  const together = [first, ...others]
  const expiresAt = Math.min(...together.map((hold) => hold.expiresAt))
  return { ...first, expiresAt, items: together.flatMap(({ items }) => items), together }
}
