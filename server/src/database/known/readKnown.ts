// Reads what is known of one viewer, kind by kind, with the names of shows and products as the reader's language has them.
import type { KnownGroup, KnownKind, KnownRow } from '@lantern/shared/contract/known.ts'
import { KNOWN_KINDS } from '@lantern/shared/contract/knownLists.ts'
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Locale, LocalText } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import type { Job, SqlWords } from '../database.ts'
import { ERASURES } from '../erasure/erasures.ts'
import type { Schema } from '../schema.ts'
import { factsOf, type Tells, type ToldRow } from './known.ts'

export interface ReadKnown {
  readonly viewerId: ViewerId
  readonly locale: Locale
  /** Of each kind. */
  readonly limit: number
}

export interface ReadPart {
  readonly viewerId: ViewerId
  readonly locale: Locale
  /** Which of the readers, from 0. */
  readonly part: number
  readonly offset: number
  readonly limit: number
}

/** Each by the name of its table. */
export const TELLS: readonly (readonly [string, Tells])[] = Object.entries(ERASURES).flatMap(([table, one]) =>
  'erase' in one && 'read' in one.tells ? [[table, one.tells] as const] : [],
)

/** Kinds without rows are left out; the newest of each come first. */
export const readKnown: Job<ReadKnown, KnownGroup[]> = {
  name: 'known.read',
  kind: 'read',
  async work(db, { viewerId, locale, limit }, { words }) {
    const told = new Map<KnownKind, ToldRow[]>()
    for (const [, { kind, read }] of TELLS) {
      const rows = await read(db, { viewerId, offset: 0, limit: limit + 1, words })
      told.set(kind, [...(told.get(kind) ?? []), ...rows])
    }
    const groups: KnownGroup[] = []
    for (const kind of KNOWN_KINDS) {
      const rows = (told.get(kind) ?? []).toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
      if (rows.length === 0) continue
      const named = await nameRows(db, rows.slice(0, limit), { locale, words })
      groups.push({ kind, rows: named, hasMore: rows.length > limit })
    }
    return groups
  },
}

/** Null: there is no such part, all were read. */
export const readKnownPart: Job<ReadPart, { readonly kind: KnownKind; readonly rows: KnownRow[] } | null> = {
  name: 'known.readPart',
  kind: 'read',
  async work(db, { part, locale, ...asked }, { words }) {
    const tells = TELLS[part]?.[1]
    if (tells === undefined) return null
    const rows = await tells.read(db, { ...asked, words })
    return { kind: tells.kind, rows: await nameRows(db, rows, { locale, words }) }
  },
}

/** From these nobody could go on to pay. */
export const countOwnHolds: Job<{ readonly viewerId: ViewerId }, number> = {
  name: 'known.countOwnHolds',
  kind: 'read',
  async work(db, { viewerId }) {
    const own = db.selectFrom('holds').where('viewer_id', '=', viewerId).where('state', 'in', ['held', 'paying'])
    const { n } = await own.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
    return Number(n)
  },
}

interface Naming {
  readonly locale: Locale
  readonly words: SqlWords
}

async function nameRows(db: Kysely<Schema>, rows: readonly ToldRow[], naming: Naming): Promise<KnownRow[]> {
  const shows = await readShows(db, rows, naming)
  const products = await readProducts(db, rows, naming)
  return rows.map(({ at, facts, showId, offerIds }) => {
    const product = [...new Set(offerIds?.flatMap((id) => products.get(id) ?? []))].join(', ')
    return { at, facts: { ...factsOf({ show: shows.get(showId ?? '') ?? null, product }), ...facts } }
  })
}

async function readShows(db: Kysely<Schema>, rows: readonly ToldRow[], { locale, words }: Naming) {
  const ids = [...new Set(rows.flatMap(({ showId }) => showId ?? []))]
  const found = await db.selectFrom('shows').select(['id', 'title']).where(words.isOneOf('id', ids)).execute()
  return new Map<string, string>(found.map(({ id, title }) => [id, textIn(title, locale)]))
}

async function readProducts(db: Kysely<Schema>, rows: readonly ToldRow[], { locale, words }: Naming) {
  const ids = [...new Set(rows.flatMap(({ offerIds }) => offerIds ?? []))]
  const offers = db.selectFrom('offers').innerJoin('products', 'products.id', 'offers.product_id')
  const found = await offers.select(['offers.id', 'title']).where(words.isOneOf('offers.id', ids)).execute()
  return new Map<string, string>(found.map(({ id, title }) => [id, textIn(title, locale)]))
}

function textIn(json: string, locale: Locale): string {
  const text = LocalText.parse(JSON.parse(json))
  return text[locale] ?? text.en ?? Object.values(text)[0] ?? ''
}
