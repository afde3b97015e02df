// Whose a share link is, and that it brings nobody any more.
import type { Messenger } from '@lantern/shared/contract/groups.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { Kysely } from 'kysely'
import type { Schema } from '../database/schema.ts'

export interface Named {
  readonly name: string
  readonly messenger: Messenger | null
}

export interface Owned {
  readonly code: string
  readonly sharerId: SharerId
  readonly showId: ShowId
  readonly at: number
  /** Null: the one that the show's own page gives them. */
  readonly named: Named | null
}

export async function ownLink(db: Kysely<Schema>, { code, sharerId, showId, at, named }: Owned): Promise<void> {
  const called = { name: named?.name ?? null, messenger: named?.messenger ?? null }
  const row = { code, sharer_id: sharerId, show_id: showId, over_at: null, made_at: at, ...called }
  await db.insertInto('sharer_links').values(row).execute()
}

/** What it brought before counts no more for holds that are granted later. */
export async function endLink(db: Kysely<Schema>, code: string, at: number): Promise<void> {
  const link = db.updateTable('sharer_links').set({ over_at: at }).where('code', '=', code)
  await link.where('over_at', 'is', null).execute()
}

interface OfShow {
  readonly sharerId: SharerId
  readonly showId: ShowId
}

/** That they have made, the show's own is none of them. */
export async function countNamedLinks(db: Kysely<Schema>, { sharerId, showId }: OfShow): Promise<number> {
  const links = db.selectFrom('sharer_links').where('sharer_id', '=', sharerId).where('show_id', '=', showId)
  const { n } = await links
    .where('name', 'is not', null)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Null: it is nobody's, another sharer's, or the one of the show's own page. */
export async function findNamedLink(db: Kysely<Schema>, code: string, sharerId: SharerId): Promise<ShowId | null> {
  const link = db.selectFrom('sharer_links').select('show_id').where('code', '=', code)
  const row = await link.where('sharer_id', '=', sharerId).where('name', 'is not', null).executeTakeFirst()
  return row?.show_id ?? null
}
