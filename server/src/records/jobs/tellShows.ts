// One fact told to several shows at once.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { JobContext } from '../../database/database.ts'
import type { Schema, ShowRow } from '../../database/schema.ts'
import type { EventType } from '../../domain/eventTypes.ts'
import { appendEvent } from '../../events/append.ts'

type Show = Pick<ShowRow, 'id' | 'live_at'>

/** In the order of their ids, so that two who want the same ones do not wait for each other. */
export function lockShows(db: Kysely<Schema>, showIds: readonly ShowId[], { words }: JobContext): Promise<Show[]> {
  const query = db.selectFrom('shows').select(['id', 'live_at']).where(words.isOneOf('id', showIds)).orderBy('id')
  return words.lockRows(query).execute()
}

interface Told {
  readonly shows: readonly Show[]
  readonly event: {
    readonly actor: string
    readonly type: EventType
    readonly payload: Readonly<Record<string, unknown>>
  }
}

/** Answers the highest number: every show's cursor comes to it. */
export async function tellAll(db: Kysely<Schema>, { shows, event }: Told, context: JobContext): Promise<number> {
  let version = 0
  for (const show of shows) version = Math.max(version, await appendEvent(db, { show, ...event }, context))
  return version
}
