// What the former shop said is nothing of the next: its ids, what was found new there, and how reading it went.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { JobContext } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { READING } from './refreshes.ts'
import { tellShopCurrency } from './shopCurrency.ts'

/** Answers which shows changed: those in which the former shop's currency stood in the way. */
export async function forgetFormer(db: Kysely<Schema>, context: JobContext): Promise<ShowId[]> {
  await db.updateTable('variants').set({ external_id: null }).execute()
  await db.updateTable('products').set({ external_id: null }).execute()
  await db.deleteFrom('catalogue_changes').execute()
  await db.deleteFrom('settings').where('name', 'in', READING).execute()
  return tellShopCurrency(db, null, context)
}
