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

export interface Index<Row, Key> {
  add(row: Row): void
  /** Of every row that ever had the key, in the order they came. */
  idsOf(key: Key): string[]
}

/** Null: the row has no such key. */
export function createIndex<Row extends { readonly id: string }, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key | null,
): Index<Row, Key> {
  const ids = new Map<Key, Set<string>>()
  function add(row: Row): void {
    const key = keyOf(row)
    if (key === null) return
    const own = ids.get(key)
    if (own) own.add(row.id)
    else ids.set(key, new Set([row.id]))
  }
  rows.forEach(add)
  return { add, idsOf: (key) => [...(ids.get(key) ?? [])] }
}
