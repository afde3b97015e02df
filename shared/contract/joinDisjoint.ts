// What features have of a kind, as one record; two with the same name are a mistake of whoever wrote them.

/** What `feature` says under this name; nothing is an empty record. */
export function partOf(feature: object, name: string): object {
  const part = new Map<string, unknown>(Object.entries(feature)).get(name)
  return typeof part === 'object' && part !== null ? part : {}
}

/** Throws where a key is there twice. */
export function joinDisjoint(records: readonly object[]): Readonly<Record<string, unknown>> {
  const joined: Record<string, unknown> = {}
  for (const [key, value] of records.flatMap((record): [string, unknown][] => Object.entries(record))) {
    if (Object.hasOwn(joined, key)) throw new Error(`${key} is there twice`)
    joined[key] = value
  }
  return joined
}
