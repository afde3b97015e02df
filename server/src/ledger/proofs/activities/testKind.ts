// A kind of activity of the tests' own: picks among a few things, with places, and settled at once or from a time on.
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

const ACTIVITIES = createActivities(kindsOf([PICKS]))

/** Those that are shipped, but that this kind is the only one. */
export const BOOKS_OF_PICKS: readonly Book[] = [...BOOKS.filter(({ name }) => name !== ACTIVITIES.name), ACTIVITIES]
