// What viewers have agreed to: written down with the version of the text, the language and the moment, and taken back.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { ConsentPurpose } from '@lantern/shared/contract/consents.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import type { JobContext } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'

interface About {
  readonly viewerId: ViewerId
  readonly purpose: ConsentPurpose
  /** The activity it belongs to; empty: the shop. */
  readonly about: string
}

export interface GivenConsent extends About {
  readonly version: string
  readonly language: Locale | null
}

const standing = (db: Kysely<Schema>, { viewerId, purpose, about }: About) =>
  db
    .selectFrom('consents')
    .selectAll()
    .where('viewer_id', '=', viewerId)
    .where('purpose', '=', purpose)
    .where('about', '=', about)
    .where('withdrawn_at', 'is', null)

/** Again to the same text it writes nothing; to another one a row more. */
export async function keepConsent(db: Kysely<Schema>, given: GivenConsent, context: JobContext): Promise<void> {
  const { viewerId: viewer_id, purpose, about, version, language } = given
  const same = await standing(db, given).where('version', '=', version).executeTakeFirst()
  if (same !== undefined) return
  const row = { id: context.newId(), viewer_id, purpose, about, version, language }
  await db
    .insertInto('consents')
    .values({ ...row, given_at: await context.now(), withdrawn_at: null })
    .execute()
}

/** All versions of it. Safe to repeat. */
export async function endConsent(db: Kysely<Schema>, about: About, at: number): Promise<void> {
  const ids = standing(db, about).clearSelect().select('id')
  await db.updateTable('consents').set({ withdrawn_at: at }).where('id', 'in', ids).execute()
}
