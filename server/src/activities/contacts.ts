// How winners and testers are reached, who said so: one table for all kinds, apart from all else, so that it can be thrown away.
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { SqlWords } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import type { ContactRow } from './schema.ts'

/** Another contact takes the place of the one before. */
export async function keepContactRow(db: Kysely<Schema>, row: ContactRow): Promise<void> {
  const { activity_id: _, viewer_id: _who, ...told } = row
  await db
    .insertInto('activity_contacts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['activity_id', 'viewer_id']).doUpdateSet(told))
    .execute()
}

export function readContactRows(
  db: Kysely<Schema>,
  ids: readonly ActivityId[],
  words: SqlWords,
): Promise<ContactRow[]> {
  return db.selectFrom('activity_contacts').selectAll().where(words.isOneOf('activity_id', ids)).execute()
}
