// Reads what is promised of activities, each by its id.
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { SqlWords } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { SealRow } from './schema.ts'

export async function readSeals(
  db: Kysely<Schema>,
  ids: readonly ActivityId[],
  words: SqlWords,
): Promise<ReadonlyMap<ActivityId, SealRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('activity_seals').selectAll().where(words.isOneOf('activity_id', ids)).execute()
  return new Map(rows.map((row) => [row.activity_id, row]))
}
