// Who was erased, asked by whoever writes of viewers whose pages may outlive them for a moment.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import { hashOfViewer } from '../../kit/hashOfViewer.ts'
import type { SqlWords } from '../database.ts'
import type { Schema } from '../schema.ts'

/** Their page may outlive them for a moment. Whoever writes of them asks under what `Erasable.locks` names. */
export async function wasErased(db: Kysely<Schema>, viewerId: ViewerId): Promise<boolean> {
  const erased = db.selectFrom('revoked_viewers').select('viewer_hash')
  return (await erased.where('viewer_hash', '=', hashOfViewer(viewerId)).executeTakeFirst()) !== undefined
}

/** Which of them were erased. */
export async function findErased(
  db: Kysely<Schema>,
  viewerIds: readonly ViewerId[],
  words: SqlWords,
): Promise<ReadonlySet<ViewerId>> {
  const byHash = new Map(viewerIds.map((id) => [hashOfViewer(id), id]))
  if (byHash.size === 0) return new Set()
  const query = db.selectFrom('revoked_viewers').select('viewer_hash')
  const rows = await query.where(words.isOneOf('viewer_hash', [...byHash.keys()])).execute()
  return new Set(rows.flatMap((row) => byHash.get(row.viewer_hash) ?? []))
}
