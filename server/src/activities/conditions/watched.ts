// The condition of having had the page of the live show open for some minutes.
import { sql } from 'kysely'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Span } from '../../domain/candidate.ts'
import { type ConditionKind, givenViewers, keyOf } from './condition.ts'

const MINUTE_MS = 60_000

interface Watched {
  readonly ms: number
  /** Of what is taken down, the end; ms since the epoch. */
  readonly until: number
}

export const watched: ConditionKind<'watched'> = {
  need: ({ minutes }) => minutes * MINUTE_MS,
  async have(reader, askings) {
    const query = sql<{ show_id: ShowId; viewer_id: ViewerId; watched_ms: number; watched_until: number }>`
      select visits.show_id, visits.viewer_id, visits.watched_ms, visits.watched_until
      from ${givenViewers(reader, askings)}
      join visits on visits.show_id = given.show_id and visits.viewer_id = given.viewer_id`
    const { rows } = await query.execute(reader.db)
    const known = new Map(
      rows.map((row) => [
        keyOf({ showId: row.show_id, viewerId: row.viewer_id }),
        { ms: row.watched_ms, until: row.watched_until },
      ]),
    )
    return askings.map(({ who }) => withSpan(known.get(keyOf(who)) ?? { ms: 0, until: 0 }, who.watching).ms)
  },
}

/** What two devices or processes saw at the same time counts once. */
export function withSpan({ ms, until }: Watched, span: Span | null): Watched {
  if (span === null || span.to <= until) return { ms, until }
  return { ms: ms + span.to - Math.max(span.from, until), until: span.to }
}
