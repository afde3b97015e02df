// Pairs what is known with what was read: by the surest key first, and never by a key that either side has twice.

export interface Pass<Known, Read> {
  /** Null: it has no such key. */
  readonly ofKnown: (known: Known) => string | null
  readonly ofRead: (read: Read) => string | null
}

/** By key, those that have it alone. */
function singles<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item> {
  const found = new Map<string, Item>()
  const twice = new Set<string>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    if (found.has(key)) twice.add(key)
    else found.set(key, item)
  }
  for (const key of twice) found.delete(key)
  return found
}

const pair = <Known, Read>(one: Read, old: Known | undefined) => (old === undefined ? [] : [[one, old] as const])

/** The order of either side means nothing. What a pass has paired is not looked at by the next. */
export function pairUp<Known, Read>(
  known: readonly Known[],
  read: readonly Read[],
  passes: readonly Pass<Known, Read>[],
): ReadonlyMap<Read, Known> {
  const pairs = new Map<Read, Known>()
  const used = new Set<Known>()
  for (const { ofKnown, ofRead } of passes) {
    const left = singles(
      known.filter((one) => !used.has(one)),
      ofKnown,
    )
    const asked = singles(
      read.filter((one) => !pairs.has(one)),
      ofRead,
    )
    const found = [...asked].flatMap(([key, one]) => pair(one, left.get(key)))
    for (const [one, old] of found) pairs.set(one, old)
    for (const [, old] of found) used.add(old)
  }
  return pairs
}
