// Jobs on taking over what waits: which changes, who has the skus that they want, and how far it has come.
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { readSetting, saveSetting } from './catalogue.ts'
import type { KnownProduct } from './importedShapes.ts'
import type { ChosenChange, FoundChange, Taking } from './refreshRecords.ts'

const TAKING = 'catalogue_taking'
/** A part takes seconds; whoever says nothing for so long is gone. */
const ALIVE_MS = 60_000

const Kept = z.object({ at: z.number(), done: z.number(), total: z.number() })

const open = (db: Kysely<Schema>) => db.selectFrom('catalogue_changes').where('state', '=', 'open').orderBy('position')

/** Null: nothing is taken over, or who did it is gone; what was taken is taken, and the rest waits. */
export async function readTaking(db: Kysely<Schema>, now: number): Promise<Taking | null> {
  const text = await readSetting(db, TAKING)
  if (text === null || text === '') return null
  const { at, done, total } = Kept.parse(JSON.parse(text))
  return now < at + ALIVE_MS ? { done, total } : null
}

export const beginTaking: Job<{ total: number }, boolean> = {
  name: 'shop.beginTaking',
  kind: 'write',
  async work(db, { total }, { now, words }) {
    // Of two at once the second reads what the first has written.
    const row = { name: TAKING, value: '' }
    await db
      .insertInto('settings')
      .values(row)
      .onConflict((c) => c.column('name').doNothing())
      .execute()
    await words.lockRows(db.selectFrom('settings').select('value').where('name', '=', TAKING)).execute()
    const at = await now()
    if ((await readTaking(db, at)) !== null) return false
    await saveSetting(db, TAKING, JSON.stringify({ at, done: 0, total }))
    return true
  },
}

export const noteTaking: Job<{ taking: Taking | null }, null> = {
  name: 'shop.noteTaking',
  kind: 'write',
  async work(db, { taking }, { now }) {
    await saveSetting(db, TAKING, taking === null ? '' : JSON.stringify({ at: await now(), ...taking }))
    return null
  },
}

export const openChanges: Job<null, readonly Pick<FoundChange, 'key' | 'digest'>[]> = {
  name: 'shop.openChanges',
  kind: 'read',
  work: (db) => open(db).select(['key', 'digest']).execute(),
}

export const chosenChanges: Job<{ keys: readonly string[] }, readonly ChosenChange[]> = {
  name: 'shop.chosenChanges',
  kind: 'read',
  async work(db, { keys }, { words }) {
    const all = open(db).select(['key', 'product_id', 'title', 'read', 'digest'])
    const rows = await all.where(words.isOneOf('key', keys)).execute()
    return rows.map(({ key, product_id, title, read, digest }) => {
      // Our own row, written by saveChanges.
      const product: FoundChange['read'] = read === null ? null : JSON.parse(read)
      return { key, productId: product_id, title, read: product, digest }
    })
  },
}

export const holdersOf: Job<{ skus: readonly string[] }, readonly KnownProduct['id'][]> = {
  name: 'shop.holdersOf',
  kind: 'read',
  async work(db, { skus }, { words }) {
    const rows = await db
      .selectFrom('variants')
      .select('product_id')
      .distinct()
      .where(words.isOneOf('sku', skus))
      .execute()
    return rows.map(({ product_id }) => product_id)
  },
}

export const TAKING_JOBS = [beginTaking, noteTaking, openChanges, chosenChanges, holdersOf] as const
