// The condition of not having won in the show: a win that was not claimed in time went on to the next, and counts no more.
import { sql } from 'kysely'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type ConditionKind, givenViewers, keyOf } from './condition.ts'

export const notWon: ConditionKind<'notWon'> = {
  need: () => 1,
  async have(reader, askings) {
    const query = sql<{ show_id: ShowId; viewer_id: ViewerId }>`
      select given.show_id, given.viewer_id from ${givenViewers(reader, askings)}
      join activities on activities.show_id = given.show_id
      join activity_entries as entries on entries.activity_id = activities.id and entries.viewer_id = given.viewer_id
      join activity_wins as wins on wins.activity_id = entries.activity_id and wins.entry_id = entries.entry_id
      where wins.state <> 'expired'`
    const { rows } = await query.execute(reader.db)
    const winners = new Set(rows.map((row) => keyOf({ showId: row.show_id, viewerId: row.viewer_id })))
    return askings.map(({ who }) => Number(!winners.has(keyOf(who))))
  },
}
