// What the shop's word lists say of a text; the lists are looked at again once a second while someone writes.
import type { Clock } from '../../kit/clock.ts'
import type { WordVerdict } from '../../domain/comment.ts'
import { createWordFilter, type WordFilter } from '../../domain/comments/wordFilter.ts'
import type { Store } from '../../records/store.ts'
import type { WordWatch } from '../../commands/command.ts'
import { readWordLists, readWordsVersion } from './jobs/wordLists.ts'

const LOOK_AGAIN_MS = 1000

interface Filters {
  readonly version: number
  readonly refuse: WordFilter
  readonly review: WordFilter
}

type WordSource = Pick<Store, 'run'>

async function loadFilters(store: WordSource): Promise<Filters> {
  // The version first: a change between the two reads is seen at the next look.
  const version = await store.run(readWordsVersion, null)
  const lists = await store.run(readWordLists, null)
  const filterOf = (treatment: WordVerdict) =>
    createWordFilter(lists.filter((list) => list.treatment === treatment).flatMap((list) => list.words))
  return { version, refuse: filterOf('refuse'), review: filterOf('review') }
}

export function createWordWatch(store: WordSource, clock: Clock): WordWatch {
  let filters: Promise<Filters> | null = null
  let lookedAt = -Infinity

  const look = async (known: Promise<Filters> | null): Promise<Filters> => {
    const before = await known
    if (before !== null && (await store.run(readWordsVersion, null)) === before.version) return before
    return loadFilters(store)
  }
  const current = (): Promise<Filters> => {
    const now = clock()
    if (filters !== null && now - lookedAt < LOOK_AGAIN_MS && now >= lookedAt) return filters
    lookedAt = now
    const known = filters
    const looked = look(known)
    // A look that failed counts for the one who asked alone.
    looked.catch(() => {
      if (filters === looked) filters = known
      lookedAt = -Infinity
    })
    filters = looked
    return looked
  }
  return {
    verdictOf: async (text) => {
      const { refuse, review } = await current()
      if (refuse.has(text)) return 'refuse'
      return review.has(text) ? 'review' : 'clean'
    },
    forget: () => void (lookedAt = -Infinity),
  }
}
