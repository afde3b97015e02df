// A few things kept by their text for as long as there is room: the oldest are forgotten first, many at a time.

export interface Remembered<Value> {
  get(key: string): Value | undefined
  put(key: string, value: Value): void
}

/** Two generations: when the younger has half of what may be kept, the older is forgotten whole. */
export function createRemembered<Value>(most: number): Remembered<Value> {
  let younger = new Map<string, Value>()
  let older = new Map<string, Value>()
  return {
    get: (key) => younger.get(key) ?? older.get(key),
    put(key, value) {
      if (younger.size >= most / 2) [older, younger] = [younger, new Map<string, Value>()]
      younger.set(key, value)
    },
  }
}
