// The tables of what is said when a viewer is erased: the words go, that something stood there stays, and so do verdicts of staff.
import type { Kysely } from 'kysely'
import { factsOf, notTold, type Tells } from '../known/known.ts'
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

const SAID: Tells = {
  kind: 'said',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('comments').selectAll().where('viewer_id', '=', viewerId).orderBy('at', 'desc')
    const rows = await own.orderBy('id').offset(offset).limit(limit).execute()
    return rows.map(({ at, show_id: showId, text, name, state }) => ({
      at,
      showId,
      // Whoever is not shown to others is told so.
      facts: factsOf({ text, name, state: state === 'silent' ? 'said_hidden' : `said_${state}` }),
    }))
  },
}

const MUTED: Tells = {
  kind: 'standing',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('mutes').selectAll().where('viewer_id', '=', viewerId).orderBy('show_id')
    const rows = await own.offset(offset).limit(limit).execute()
    return rows.map(({ show_id: showId, name, muted_until: until }) => ({
      at: null,
      showId,
      facts: factsOf({ state: 'muted', name, until }),
    }))
  },
}

const BANNED: Tells = {
  kind: 'standing',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('bans').selectAll().where('viewer_id', '=', viewerId)
    const rows = await own.offset(offset).limit(limit).execute()
    return rows.map(({ name, ban }) => ({
      at: null,
      facts: factsOf({ state: ban === null ? 'pardoned' : 'banned', name }),
    }))
  },
}

const REPORTED: Tells = {
  kind: 'standing',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('reports').select('at').where('viewer_id', '=', viewerId).orderBy('at', 'desc')
    const rows = await own.orderBy('comment_id').offset(offset).limit(limit).execute()
    return rows.map(({ at }) => ({ at, facts: factsOf({ state: 'reported' }) }))
  },
}

const MINUTE_MS = 60_000

const WATCHED: Tells = {
  kind: 'watched',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('visits').selectAll().where('viewer_id', '=', viewerId).orderBy('at', 'desc')
    const rows = await own.orderBy('show_id').offset(offset).limit(limit).execute()
    return rows.map(({ at, show_id: showId, watched_ms }) => ({
      at,
      showId,
      facts: factsOf({ minutes: Math.floor(watched_ms / MINUTE_MS) }),
    }))
  },
}

export const COMMENTS: Erasures<Tables> = {
  comments: {
    keeps: { id: KEY, show_id: KEY, viewer_id: ID, state: KEY, reply_to: KEY, judged_by: 'who of the staff' },
    tells: SAID,
    erase: eraseComments,
    shows: async (db, viewerId) => {
      const query = db.selectFrom('comments').select('show_id').distinct().where('viewer_id', '=', viewerId)
      return (await query.execute()).map((row) => row.show_id)
    },
  },
  talk: {
    keeps: { show_id: KEY },
    tells: notTold('the comment is told by itself'),
    erase: (db, { viewerId, version }) =>
      db
        .updateTable('talk')
        .set({ pinned_comment: null, version })
        .where('pinned_comment', 'in', db.selectFrom('comments').select('id').where('viewer_id', '=', viewerId))
        .execute(),
  },
  mutes: {
    keeps: { show_id: KEY, viewer_id: ID },
    tells: MUTED,
    erase: nameless('mutes'),
    shows: async (db, viewerId) => {
      const query = db.selectFrom('mutes').select('show_id').where('viewer_id', '=', viewerId)
      return (await query.execute()).map((row) => row.show_id)
    },
  },
  bans: {
    keeps: { viewer_id: ID, ban: KEY },
    tells: BANNED,
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
    tells: REPORTED,
    erase: (db, { viewerId }) => db.deleteFrom('reports').where('viewer_id', '=', viewerId).execute(),
  },
  visits: {
    keeps: {},
    tells: WATCHED,
    erase: (db, { viewerId }) => db.deleteFrom('visits').where('viewer_id', '=', viewerId).execute(),
  },
  address_budgets: {
    keeps: {},
    tells: notTold('counts for some minutes, by the hash of an address alone'),
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
