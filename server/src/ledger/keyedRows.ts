// Rows by key in memory, remembering which were put there since they were read.
export type KeyedRows<Row> = ReturnType<typeof createKeyedRows<Row>>

export function createKeyedRows<Row>(keyOf: (row: Row) => string, rows: readonly Row[]) {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  const known = new Set(byKey.keys())
  const changed = new Set<string>()
  const pick = (keys: Iterable<string>) => [...keys].flatMap((key) => byKey.get(key) ?? [])
  return {
    find: (key: string): Row | undefined => byKey.get(key),
    all: () => byKey.values(),
    put(row: Row): void {
      byKey.set(keyOf(row), row)
      changed.add(keyOf(row))
    },
    /** Put since, and not there before. */
    added: () => pick([...changed].filter((key) => !known.has(key))),
    /** Put since over one that was there. */
    updated: () => pick([...changed].filter((key) => known.has(key))),
  }
}
