// The tables of activities when a viewer is erased: whose an entry was goes, that somebody entered it stays, so that counts are right.
import { type Erasures, nobodys } from '../database/erasure/erasure.ts'

const KEY = 'an id or a name of our own'

type Tables = 'activities' | 'activity_entries' | 'activity_tallies' | 'activity_fronts'

export const ACTIVITIES: Erasures<Tables> = {
  activity_entries: {
    keeps: { activity_id: KEY, show_id: KEY, value: 'what was chosen, by ids, which the counts are made of' },
    erase: (db, { viewerId, version }) =>
      db
        .updateTable('activity_entries')
        .set({ viewer_id: null, requests: '[]', version })
        .where('viewer_id', '=', viewerId)
        .execute(),
    shows: async (db, viewerId) => {
      const query = db.selectFrom('activity_entries').select('show_id').distinct().where('viewer_id', '=', viewerId)
      return (await query.execute()).map((row) => row.show_id)
    },
  },
  activities: nobodys('what staff planned, and what came of it by ids'),
  activity_tallies: nobodys('sums'),
  activity_fronts: nobodys('what staff show'),
}
