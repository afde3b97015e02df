// Where the phone keeps things: the browser's database, or once the browser refuses, the memory of this window.
import { del, get, set, update } from 'idb-keyval'

export interface Disk {
  get<Value>(key: string): Promise<Value | undefined>
  set<Value>(key: string, value: Value): Promise<void>
  /** One step, whatever other windows do. */
  update<Value>(key: string, change: (before: Value | undefined) => Value): Promise<void>
  del(key: string): Promise<void>
}

const BROWSER: Disk = { get, set, update, del }

/** Whoever reads a key has written it. */
export function createMemory(): Disk {
  const all = new Map<string, unknown>()
  const at = <Value>(key: string) => all.get(key) as Value | undefined
  return {
    get: async (key) => at(key),
    set: async (key, value) => void all.set(key, value),
    update: async (key, change) => void all.set(key, change(at(key))),
    del: async (key) => void all.delete(key),
  }
}

/** What this window has seen is in its memory too, and stays whole there when the browser refuses from then on. */
export function createDisk(browser: Disk = BROWSER): Disk {
  const memory = createMemory()
  let isRefused = false
  const ask = async <Value>(key: string, work: (disk: Disk) => Promise<Value>): Promise<Value> => {
    if (isRefused) return work(memory)
    try {
      const done = await work(browser)
      await memory.set(key, await browser.get(key))
      return done
    } catch {
      isRefused = true
      return work(memory)
    }
  }
  return {
    get: (key) => ask(key, (disk) => disk.get(key)),
    set: (key, value) => ask(key, (disk) => disk.set(key, value)),
    update: (key, change) => ask(key, (disk) => disk.update(key, change)),
    del: (key) => ask(key, (disk) => disk.del(key)),
  }
}
