// Kinds of activities of the tests' own: picks among a few things, with places, and settled at once or from a time on; and free words.
import * as z from 'zod'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Book } from '../../books/book.ts'
import { createActivities } from '../../books/activities.ts'
import { BOOKS } from '../../books/books.ts'
import { CUP, SHIRT } from '../testShop.ts'
import { activityKind, kindsOf } from '../../../activities/kind.ts'

const PRODUCTS = [CUP, SHIRT]

export const NEVER = -1

const Config = z.object({
  options: z.array(z.string()),
  places: z.number().nullable(),
  mayChange: z.boolean(),
  /** It cannot be settled before; NEVER: its rules are broken. */
  settlesAt: z.number(),
})
export type PicksConfig = z.infer<typeof Config>

const Entry = z.object({ picks: z.array(z.string()) })

const PICKS = activityKind({
  kind: 'picks',
  config: Config,
  entry: Entry,
  result: z.object({ most: z.string().nullable(), entries: z.number() }),
  places: ({ places }) => places,
  decideEntry({ config, entry, before }) {
    if (!entry.picks.every((pick) => config.options.includes(pick))) return refuse('BAD_INPUT')
    return before === null || config.mayChange ? grant(entry) : refuse('ACTIVITY_ENTERED')
  },
  keysOf: ({ picks }) => picks,
  settle({ config, entries, tallies, now }) {
    if (config.settlesAt === NEVER) throw new Error('nobody can say what came of it')
    if (now < config.settlesAt) return null
    const [most = null] = config.options.toSorted((a, b) => (tallies[b] ?? 0) - (tallies[a] ?? 0))
    return { most: entries === 0 ? null : most, entries }
  },
  pins: ({ most }) => PRODUCTS.find((id) => id === most) ?? null,
})

const WORDS = z.object({ words: z.string() })

const SAYS = activityKind({
  kind: 'says',
  config: z.object({}),
  entry: WORDS,
  result: z.object({ entries: z.number() }),
  freeText: true,
  places: () => null,
  decideEntry: ({ entry, before }) => (entry.words === before?.words ? refuse('BAD_INPUT') : grant(entry)),
  keysOf: () => ['said'],
  settle: ({ entries }) => ({ entries }),
})

const ACTIVITIES = createActivities(kindsOf([PICKS, SAYS]))

/** Those that are shipped, but that these kinds are the only ones. */
export const BOOKS_OF_PICKS: readonly Book[] = [...BOOKS.filter(({ name }) => name !== ACTIVITIES.name), ACTIVITIES]
