// Chance that can be repeated: the same seed makes the same choices.

export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** Both ends included. */
  int(least: number, most: number): number
  chance(share: number): boolean
  /** Throws when there is nothing to pick from. */
  pick<Value>(values: readonly Value[]): Value
}

/** mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[int(0, values.length - 1)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
  return { next, int, chance: (share) => next() < share, pick }
}
