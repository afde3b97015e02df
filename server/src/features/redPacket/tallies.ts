// What was opened so far, from how often each amount was.

type Tallies = Readonly<Record<string, number>>

export function sumOf(tallies: Tallies): number {
  return Object.entries(tallies).reduce((sum, [amount, n]) => sum + Number(amount) * n, 0)
}

/** Null: nobody has opened it. */
export function mostOf(tallies: Tallies): number | null {
  const amounts = Object.entries(tallies).flatMap(([amount, n]) => (n > 0 ? [Number(amount)] : []))
  return amounts.length === 0 ? null : Math.max(...amounts)
}
