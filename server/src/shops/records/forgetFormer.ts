// What the former shop said is nothing of the next: its ids, what was found new there, and how reading it went.
import type { Kysely } from 'kysely'
import type { Schema } from '../../database/schema.ts'
import { READING } from './refreshes.ts'

export async function forgetFormer(db: Kysely<Schema>): Promise<void> {
  await db.updateTable('variants').set({ external_id: null }).execute()
  await db.updateTable('products').set({ external_id: null }).execute()
  await db.deleteFrom('catalogue_changes').execute()
  await db.deleteFrom('settings').where('name', 'in', READING).execute()
}
