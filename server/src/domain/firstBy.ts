// Things by a key, for lists that are looked up once for each row of another; the first of those that share one wins.

/** What has no key (null) is left out. */
export function firstBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key | null): ReadonlyMap<Key, Item> {
  const found = new Map<Key, Item>()
  for (const item of items) {
    const key = keyOf(item)
    if (key !== null && !found.has(key)) found.set(key, item)
  }
  return found
}
