// Ids that the server itself has given out, by the name they are asked for with: a fuzzer that knows none reaches little.
import type { Random } from './random.ts'

export interface Ids {
  /** Takes every id out of what the server said. */
  learn(said: unknown): void
  add(name: string, id: string): void
  forget(): void
  /** A known one, mostly; else one that nobody has. `name` as in a command's input: `offerId`, `productIds`. */
  pick(name: string): string
}

/** Where things lie in lists, their ids are named after the list. */
const LISTS: Readonly<Record<string, string>> = {
  offers: 'offerId',
  products: 'productId',
  comments: 'commentId',
  marked: 'commentId',
  holds: 'holdId',
  consumers: 'consumerId',
  sale: 'saleId',
  transport: 'transportId',
}
const KEPT = 60
const KNOWN_SHARE = 0.8

/** With `others` half of what is picked is what they know: ids of one's own get further, those of others are refused. */
export function createIds(random: Random, others?: Ids): Ids {
  const known = new Map<string, string[]>()

  const add = (name: string, id: string) => {
    const ids = known.get(name) ?? []
    if (ids.includes(id)) return
    ids.push(id)
    if (ids.length > KEPT) ids.splice(random.int(0, KEPT - 1), 1)
    known.set(name, ids)
  }
  const learn = (said: unknown, under = ''): void => {
    if (Array.isArray(said)) return said.forEach((each) => learn(each, under))
    if (typeof said !== 'object' || said === null) return
    for (const [key, value] of Object.entries(said)) {
      if (typeof value === 'string' && key.endsWith('Id')) add(key, value)
      const listed = LISTS[under]
      if (typeof value === 'string' && key === 'id' && listed !== undefined) add(listed, value)
      learn(value, key)
    }
  }
  const invent = () => `f_${Array.from({ length: 3 }, () => random.int(0, 0xffffff).toString(36)).join('')}`
  return {
    learn,
    add,
    forget: () => known.clear(),
    pick: (name) => {
      if (others !== undefined && random.chance(0.5)) return others.pick(name)
      const ids = known.get(name.replace(/s$/, '')) ?? []
      return ids.length > 0 && random.chance(KNOWN_SHARE) ? random.pick(ids) : invent()
    },
  }
}
