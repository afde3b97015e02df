// Whose a share link is, and that it brings nobody any more.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { Kysely } from 'kysely'
import type { Schema } from '../database/schema.ts'

interface Owned {
  readonly code: string
  readonly sharerId: SharerId
  readonly showId: ShowId
}

export async function ownLink(db: Kysely<Schema>, { code, sharerId, showId }: Owned): Promise<void> {
  const row = { code, sharer_id: sharerId, show_id: showId, over_at: null }
  await db.insertInto('sharer_links').values(row).execute()
}

/** What it brought before counts no more for holds that are granted later. */
export async function endLink(db: Kysely<Schema>, code: string, at: number): Promise<void> {
  const link = db.updateTable('sharer_links').set({ over_at: at }).where('code', '=', code)
  await link.where('over_at', 'is', null).execute()
}
