// The tables of what is said when a viewer is erased: the words go, that something stood there stays, and so do verdicts of staff.
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { type Erasing, type Erasures, nobodys } from './erasure.ts'

const ID = 'the random id of the viewer'
const KEY = 'an id or a name of our own'

type Tables = 'comments' | 'talk' | 'mutes' | 'bans' | 'reports' | 'visits' | 'word_lists' | 'likes' | 'address_budgets'

/** Without the name; that somebody may not write outlasts it. Desks that are open read it anew. */
const nameless =
  (table: 'mutes' | 'bans') =>
  (db: Kysely<Schema>, { viewerId, version }: Erasing) =>
    db.updateTable(table).set({ name: '', version }).where('viewer_id', '=', viewerId).execute()

export const COMMENTS: Erasures<Tables> = {
  comments: {
    keeps: { id: KEY, show_id: KEY, viewer_id: ID, state: KEY, reply_to: KEY, judged_by: 'who of the staff' },
    erase: eraseComments,
    shows: async (db, viewerId) => {
      const query = db.selectFrom('comments').select('show_id').distinct().where('viewer_id', '=', viewerId)
      return (await query.execute()).map((row) => row.show_id)
    },
  },
  talk: {
    keeps: { show_id: KEY },
    erase: (db, { viewerId, version }) =>
      db
        .updateTable('talk')
        .set({ pinned_comment: null, version })
        .where('pinned_comment', 'in', db.selectFrom('comments').select('id').where('viewer_id', '=', viewerId))
        .execute(),
  },
  mutes: {
    keeps: { show_id: KEY, viewer_id: ID },
    erase: nameless('mutes'),
    shows: async (db, viewerId) => {
      const query = db.selectFrom('mutes').select('show_id').where('viewer_id', '=', viewerId)
      return (await query.execute()).map((row) => row.show_id)
    },
  },
  bans: {
    keeps: { viewer_id: ID, ban: KEY },
    erase: nameless('bans'),
    // A ban is the shop's: it stands on the desk of each show that has not ended.
    shows: async (db, viewerId) => {
      const banned = db.selectFrom('bans').select('viewer_id').where('viewer_id', '=', viewerId)
      const open = db.selectFrom('shows').select('id').where('phase', '<>', 'ended')
      return (await open.where((eb) => eb.exists(banned)).execute()).map(({ id }) => id)
    },
  },
  reports: {
    keeps: {},
    erase: (db, { viewerId }) => db.deleteFrom('reports').where('viewer_id', '=', viewerId).execute(),
  },
  visits: {
    keeps: {},
    erase: (db, { viewerId }) => db.deleteFrom('visits').where('viewer_id', '=', viewerId).execute(),
  },
  address_budgets: {
    keeps: {},
    erase: (db, { sources, words }) =>
      db.deleteFrom('address_budgets').where(words.isOneOf('crowd', sources)).execute(),
  },
  word_lists: nobodys('what staff will not read'),
  likes: nobodys('sums'),
}

function eraseComments(db: Kysely<Schema>, { viewerId, version }: Erasing): Promise<unknown> {
  const erased = { state: 'erased', text: '', name: '', hidden_from: null, reports: 0, version } as const
  const query = db.updateTable('comments').set(erased).where('viewer_id', '=', viewerId)
  return query.where('state', '<>', 'erased').execute()
}
