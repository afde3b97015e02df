// Work on many things, a few of them at a time, over once nothing of it is under way any more.

/** Rejects with the first failure; after it nothing more is begun. */
export async function sideBySide<Item>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values()
  const failures: unknown[] = []
  const take = async () => {
    for (const item of waiting) {
      if (failures.length > 0) return
      await work(item).catch((error: unknown) => failures.push(error))
    }
  }
  await Promise.all(Array.from({ length: most }, take))
  if (failures.length > 0) throw failures[0]
}
