// Rows by key in memory, remembering which were put there since they were read.
export interface KeyedRows<Row> {
  readonly size: number
  find(key: string): Row | undefined
  all(): MapIterator<Row>
  put(row: Row): void
  /** Put since, and not there before. */
  added(): Row[]
  /** Put since over one that was there. */
  updated(): Row[]
}

export function createKeyedRows<Row>(keyOf: (row: Row) => string, rows: readonly Row[]): KeyedRows<Row> {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  const added = new Set<string>()
  const updated = new Set<string>()
  const pick = (keys: ReadonlySet<string>) => [...keys].flatMap((key) => byKey.get(key) ?? [])
  return {
    get size() {
      return byKey.size
    },
    find: (key) => byKey.get(key),
    all: () => byKey.values(),
    put(row) {
      const key = keyOf(row)
      if (!byKey.has(key)) added.add(key)
      else if (!added.has(key)) updated.add(key)
      byKey.set(key, row)
    },
    added: () => pick(added),
    updated: () => pick(updated),
  }
}
