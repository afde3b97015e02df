// What each viewer agreed to, of what text and when; and where everything about one viewer is found.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

/** Consents of before are taken over from where they stood: in which language they were given nobody wrote down. */
const STEPS = [
  `create table consents (
    id text primary key, viewer_id text not null, purpose text not null, about text not null, version text not null,
    language text, given_at bigint not null, withdrawn_at bigint)`,
  `create index consents_of_viewer on consents (viewer_id)`,
  `insert into consents (id, viewer_id, purpose, about, version, language, given_at, withdrawn_at)
    select 'share-' || id, viewer_id, 'share', '', consent, null, joined_at, over_at
    from sharers where viewer_id is not null and staff_id is null`,
  `insert into consents (id, viewer_id, purpose, about, version, language, given_at, withdrawn_at)
    select 'contact-' || activity_id || '-' || viewer_id, viewer_id,
      case when kind = 'draw' then 'prize' else 'contact' end, activity_id, '1', null, consented_at, null
    from activity_contacts join activities on activities.id = activity_contacts.activity_id`,
  `create index visits_of_viewer on visits (viewer_id)`,
  `create index all_waits_of_viewer on waits (viewer_id)`,
]

export const known: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
