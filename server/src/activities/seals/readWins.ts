// Reads who was drawn in activities, with the name and the id that only the server joins to an entry.
import type { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { SqlWords } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { WinRow } from './schema.ts'

export interface NamedWin extends WinRow {
  /** Null: erased. */
  readonly viewer_id: ViewerId | null
  readonly viewer_name: string | null
}

/** In the order of being drawn. */
export async function readWins(db: Kysely<Schema>, ids: readonly ActivityId[], words: SqlWords): Promise<NamedWin[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('activity_wins')
    .innerJoin('activity_entries', 'activity_entries.entry_id', 'activity_wins.entry_id')
    .selectAll('activity_wins')
    .select(['activity_entries.viewer_id', 'activity_entries.viewer_name'])
    .where(words.isOneOf('activity_wins.activity_id', ids))
    .orderBy('activity_wins.won_at')
    .orderBy('activity_wins.place')
    .execute()
}
