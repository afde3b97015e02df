// Reads remembered for moments, so that a rush of viewers is one read.
import type { Clock } from '../kit/clock.ts'

const REMEMBER_MS = 2000
const MOST = 500

export function remembering<Key, Value>(
  clock: Clock,
  read: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const remembered = new Map<Key, { until: number; value: Promise<Value> }>()
  return (key) => {
    const found = remembered.get(key)
    if (found !== undefined && clock() < found.until) return found.value
    if (remembered.size >= MOST) remembered.clear()
    const value = read(key)
    remembered.set(key, { until: clock() + REMEMBER_MS, value })
    value.catch(() => remembered.delete(key))
    return value
  }
}
