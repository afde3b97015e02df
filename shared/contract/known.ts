// Schemas of "what this shop knows of me": the rows about one viewer, by what they are, as that viewer reads and saves them.
import * as z from 'zod'
import { KNOWN_FACTS, KNOWN_KINDS } from './knownLists.ts'
import { json, text } from './route.ts'

export const KnownKind = z.enum(KNOWN_KINDS)
export type KnownKind = z.infer<typeof KnownKind>

export const KnownFact = z.enum(KNOWN_FACTS)
export type KnownFact = z.infer<typeof KnownFact>

export const KnownRow = z.object({
  /** When it happened; null: nobody wrote that down. */
  at: z.number().nullable(),
  facts: z.partialRecord(KnownFact, z.union([z.string(), z.number()])),
})
export type KnownRow = z.infer<typeof KnownRow>

/** So many rows of a kind are shown; a file has all. */
export const MOST_SHOWN = 20

export const KnownGroup = z.object({
  kind: KnownKind,
  rows: z.array(KnownRow),
  /** There are further ones. */
  hasMore: z.boolean(),
})
export type KnownGroup = z.infer<typeof KnownGroup>

export const Known = z.object({
  groups: z.array(KnownGroup),
  /** Holds that are still open, which nobody could pay from this browser any more once all is erased. */
  openHolds: z.number().int().nonnegative(),
})
export type Known = z.infer<typeof Known>

/** Everything, as a file. */
export const KnownFile = z.object({ viewerId: z.string(), groups: z.array(KnownGroup.omit({ hasMore: true })) })

const own = { status: 200, from: 'anyone', refusals: ['SESSION_OVER', 'TOO_MANY'] } as const

export const KNOWN_ROUTES = {
  /** What is known of the viewer whose cookie it is. */
  'GET /api/known': { ...own, answers: json(Known) },
  /** All of it, as a file. */
  'GET /api/known/file.json': { ...own, answers: json(KnownFile) },
  /** The same as a table. */
  'GET /api/known/file.csv': { ...own, answers: text('text/csv') },
  /** Erases the viewer, for good; the cookie is worth nothing afterwards. Safe to repeat. */
  'POST /api/known/erase': { ...own, answers: json(z.object({})) },
} as const
