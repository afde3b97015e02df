// Jobs on what a refresh has found: kept whole or not at all, read page by page.
import { Difference, type ProductChange, RefreshProblem } from '@lantern/shared/contract/catalogue.ts'
import { Currency, type ProductId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { type ColumnsOf, insertRows } from '../../database/bulk.ts'
import type { CatalogueChangeRow } from '../../database/catalogueSchema.ts'
import { type Changed, changedIn } from '../../database/changed.ts'
import type { Job, JobContext } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { toText } from '../../database/toThings.ts'
import { readSetting, saveSetting } from './catalogue.ts'
import { inParts } from './importRows.ts'
import { readTaking } from './taking.ts'
import { tellShopCurrency } from './shopCurrency.ts'
import type { ChangePage, Chosen, FoundChange, Reading, RefreshState } from './refreshRecords.ts'

export const READ = 'catalogue_read'
export const NEWER = 'catalogue_newer'
const CLAIM = 'catalogue_claim'
/** How reading the shop went, which the next one begins anew. */
export const READING = [READ, NEWER] as const

const KeptReading = z.object({
  startedAt: z.number(),
  shopCurrency: Currency.nullable(),
  problem: RefreshProblem.nullable(),
})
const Kept = z.object({ differences: z.array(Difference), more: z.number() })

const CHANGES = {
  table: 'catalogue_changes',
  columns: {
    key: 'text',
    position: 'integer',
    product_id: 'text',
    title: 'text',
    differences: 'text',
    read: 'text',
    digest: 'text',
    state: 'text',
  } satisfies ColumnsOf<'catalogue_changes'>,
} as const

const numberIn = async (db: Kysely<Schema>, name: string) => {
  const text = await readSetting(db, name)
  return text === null ? null : Number(text)
}

async function readState(db: Kysely<Schema>): Promise<RefreshState | null> {
  const text = await readSetting(db, READ)
  const newerAt = await numberIn(db, NEWER)
  return text === null ? null : { ...KeptReading.parse(JSON.parse(text)), newerAt }
}

/** As the shop was read last; null: not known. */
export async function readShopCurrency(db: Kysely<Schema>): Promise<string | null> {
  return (await readState(db))?.shopCurrency ?? null
}

interface Pace {
  readonly everyMs: number
  readonly hurryMs: number
}

export const claimRefresh: Job<Pace, number | null> = {
  name: 'shop.claimRefresh',
  kind: 'write',
  async work(db, { everyMs, hurryMs }, { now, words }) {
    // Of two processes at once the second reads what the first has written.
    await db
      .insertInto('settings')
      .values({ name: CLAIM, value: '0' })
      .onConflict((c) => c.column('name').doNothing())
      .execute()
    const claims = db.selectFrom('settings').select('value').where('name', '=', CLAIM)
    const { value } = await words.lockRows(claims).executeTakeFirstOrThrow()
    const [at, last, newerAt] = [await now(), Number(value), await numberIn(db, NEWER)]
    const wait = newerAt !== null && newerAt > last ? Math.min(everyMs, hurryMs) : everyMs
    if (at - last < wait) return null
    await saveSetting(db, CLAIM, String(at))
    return at
  },
}

export const saveChanges: Job<{ reading: Reading; changes: readonly FoundChange[] }, Changed<null>> = {
  name: 'shop.saveChanges',
  kind: 'write',
  async work(db, { reading, changes }, context) {
    const { words } = context
    const showIds = await keepReading(db, reading, context)
    const rows = await db
      .selectFrom('catalogue_changes')
      .select(['key', 'digest'])
      .where('state', '=', 'left')
      .execute()
    const left = new Map(rows.map(({ key, digest }) => [key, digest]))
    await db.deleteFrom('catalogue_changes').execute()
    const kept = changes.map((change, position) => toRow(change, position, left.get(change.key) === change.digest))
    for (const part of inParts(kept, 500)) await insertRows({ db, words }, CHANGES, part)
    return changedIn(null, ...showIds)
  },
}

function toRow(change: FoundChange, position: number, isLeft: boolean): CatalogueChangeRow {
  const { key, productId, title, differences, more, read, digest } = change
  return {
    key,
    position,
    product_id: productId,
    title,
    differences: JSON.stringify({ differences, more }),
    read: read === null ? null : JSON.stringify(read),
    digest,
    state: isLeft ? 'left' : 'open',
  }
}

/** What the shop asks in is known from then on, in every show. */
async function keepReading(db: Kysely<Schema>, reading: Reading, context: JobContext) {
  await saveSetting(db, READ, JSON.stringify(reading))
  return tellShopCurrency(db, reading.shopCurrency, context)
}

export const noteReading: Job<Reading, Changed<null>> = {
  name: 'shop.noteReading',
  kind: 'write',
  work: async (db, reading, context) => changedIn(null, ...(await keepReading(db, reading, context))),
}

export const readReading: Job<null, RefreshState | null> = {
  name: 'shop.readReading',
  kind: 'read',
  work: (db) => readState(db),
}

export const markNewer: Job<null, null> = {
  name: 'shop.markNewer',
  kind: 'write',
  async work(db, _, { now }) {
    await saveSetting(db, NEWER, String(await now()))
    return null
  },
}

const openChanges = (db: Kysely<Schema>) => db.selectFrom('catalogue_changes').where('state', '=', 'open')

export const readChanges: Job<{ after: string | null; limit: number }, ChangePage> = {
  name: 'shop.readChanges',
  kind: 'read',
  async work(db, { after, limit }, { now }) {
    const place = after === null ? -1 : Number.parseInt(after, 10)
    const { total } = await openChanges(db)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const found = await openChanges(db)
      .leftJoin('products', 'products.id', 'catalogue_changes.product_id')
      .select(['key', 'catalogue_changes.position', 'product_id', 'catalogue_changes.title', 'differences', 'picture'])
      .where('catalogue_changes.position', '>', Number.isNaN(place) ? -1 : place)
      .orderBy('catalogue_changes.position')
      .limit(limit + 1)
      .execute()
    const rows = found.slice(0, limit)
    const live = await liveWith(
      db,
      rows.flatMap(({ product_id }) => product_id ?? []),
    )
    return {
      taking: await readTaking(db, await now()),
      state: await readState(db),
      newerAt: await numberIn(db, NEWER),
      currency: await readSetting(db, 'currency'),
      total: Number(total),
      changes: rows.map(({ key, product_id, title, differences, picture }) => ({
        ...{ key, title, picture: picture ?? '', productId: product_id, live: live.get(product_id ?? '') ?? [] },
        ...Kept.parse(JSON.parse(differences)),
      })),
      next: found.length > limit ? String(rows.at(-1)?.position ?? '') : null,
    }
  },
}

/** The shows that are on with each of these products. */
async function liveWith(db: Kysely<Schema>, ids: readonly ProductId[]): Promise<Map<string, ProductChange['live']>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('show_products')
    .innerJoin('shows', 'shows.id', 'show_products.show_id')
    .select(['show_products.product_id', 'shows.id', 'shows.title'])
    .where('shows.phase', '=', 'live')
    .where('show_products.product_id', 'in', [...ids])
    .execute()
  const byProduct = Map.groupBy(rows, (row) => row.product_id)
  return new Map(
    [...byProduct].map(([id, of]) => [id, of.map((row) => ({ showId: row.id, title: toText(row.title) }))]),
  )
}

export const closeChanges: Job<{ taken: readonly { key: string; digest: string }[] }, null> = {
  name: 'shop.closeChanges',
  kind: 'write',
  async work(db, { taken }, { words }) {
    const digests = new Map(taken.map(({ key, digest }) => [key, digest]))
    const rows = await db
      .selectFrom('catalogue_changes')
      .select(['key', 'digest'])
      .where(words.isOneOf('key', [...digests.keys()]))
      .execute()
    const same = rows.filter(({ key, digest }) => digests.get(key) === digest).map(({ key }) => key)
    await db.deleteFrom('catalogue_changes').where(words.isOneOf('key', same)).execute()
    return null
  },
}

export const leaveChanges: Job<{ keys: Chosen }, null> = {
  name: 'shop.leaveChanges',
  kind: 'write',
  async work(db, { keys }, { words }) {
    const all = db.updateTable('catalogue_changes').set({ state: 'left' }).where('state', '=', 'open')
    await (keys === 'all' ? all : all.where(words.isOneOf('key', keys))).execute()
    return null
  },
}

export const REFRESH_JOBS = [
  claimRefresh,
  saveChanges,
  noteReading,
  readReading,
  markNewer,
  readChanges,
  closeChanges,
  leaveChanges,
] as const
