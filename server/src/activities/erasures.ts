// The tables of activities when a viewer is erased: whose an entry was goes, that somebody entered it stays, so that counts are right.
import { sql } from 'kysely'
import { factsOf, type Tells } from '../database/known/known.ts'
import { type Erasures, nobodys } from '../database/erasure/erasure.ts'

const KEY = 'an id or a name of our own'

type Tables =
  | 'activities'
  | 'activity_contacts'
  | 'activity_entries'
  | 'activity_tallies'
  | 'activity_fronts'
  | 'activity_seals'
  | 'activity_wins'
  | 'activity_prices'
  | 'activity_payments'

const ENTERED: Tells = {
  kind: 'plays',
  async read(db, { viewerId, offset, limit }) {
    const entries = db
      .selectFrom('activity_entries')
      .innerJoin('activities', 'activities.id', 'activity_entries.activity_id')
      .selectAll('activity_entries')
      .select('activities.kind')
      .where('activity_entries.viewer_id', '=', viewerId)
    const rows = await entries.orderBy('entered_at', 'desc').orderBy('no').offset(offset).limit(limit).execute()
    return rows.map(({ entered_at, show_id, kind, own_words, viewer_name, value }) => ({
      at: entered_at,
      showId: show_id,
      facts: factsOf({ what: kind, text: own_words ?? (value === 'null' ? null : value), name: viewer_name }),
    }))
  },
}

const REACHED: Tells = {
  kind: 'contacts',
  async read(db, { viewerId, offset, limit }) {
    const contacts = db
      .selectFrom('activity_contacts')
      .innerJoin('activities', 'activities.id', 'activity_contacts.activity_id')
      .selectAll('activity_contacts')
      .select(['activities.kind', 'activities.show_id'])
      .where('viewer_id', '=', viewerId)
    const newest = contacts.orderBy('consented_at', 'desc').orderBy('activity_contacts.activity_id')
    const rows = await newest.offset(offset).limit(limit).execute()
    return rows.map(({ consented_at, show_id, kind, contact, name }) => ({
      at: consented_at,
      showId: show_id,
      facts: factsOf({ what: kind, contact: plainly(contact), name }),
    }))
  },
}

/** Kinds keep a text, or several in an object. */
function plainly(json: string): string {
  try {
    const kept: unknown = JSON.parse(json)
    return typeof kept === 'object' && kept !== null ? Object.values(kept).join(', ') : String(kept)
  } catch {
    return json
  }
}

export const ACTIVITIES: Erasures<Tables> = {
  activity_entries: {
    keeps: {
      activity_id: KEY,
      show_id: KEY,
      value: 'what was chosen, by ids, which the counts are made of',
      entry_id: 'random, and nobody can tell any more whose it was: what was published stays right',
      receipt: 'a hash of such ids',
    },
    tells: ENTERED,
    async erase(db, { viewerId, version }) {
      // Where their name is kept it may stand there for everyone: as a winner's, or as that of who was luckiest.
      const named = db
        .selectFrom('activity_entries')
        .select('activity_id')
        .where('viewer_id', '=', viewerId)
        .where(sql<boolean>`viewer_name is not null`)
      await db.updateTable('activities').set({ version }).where('id', 'in', named).execute()
      await db
        .updateTable('activity_entries')
        .set({ viewer_id: null, viewer_name: null, own_words: null, crowd: null, requests: '[]', version })
        .where('viewer_id', '=', viewerId)
        .execute()
    },
    shows: async (db, viewerId) => {
      const query = db.selectFrom('activity_entries').select('show_id').distinct().where('viewer_id', '=', viewerId)
      return (await query.execute()).map((row) => row.show_id)
    },
  },
  activity_contacts: {
    keeps: {},
    tells: REACHED,
    async erase(db, { viewerId, version }) {
      // Staff see how people are reached: that is told again, without them.
      const theirs = db.selectFrom('activity_contacts').select('activity_id').where('viewer_id', '=', viewerId)
      await db.updateTable('activities').set({ version }).where('id', 'in', theirs).execute()
      await db.deleteFrom('activity_contacts').where('viewer_id', '=', viewerId).execute()
    },
  },
  activities: nobodys('what staff planned, and what came of it by ids'),
  activity_tallies: nobodys('sums'),
  activity_fronts: nobodys('what staff show'),
  activity_seals: nobodys('random numbers and hashes'),
  activity_wins: nobodys('random ids of entries, of which nobody can tell whose they were'),
  activity_prices: nobodys('how far live holds have been brought to a price'),
  activity_payments: nobodys('money that goes back, by the id of the hold'),
}
