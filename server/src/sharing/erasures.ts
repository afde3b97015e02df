// The tables of sharers when a viewer is erased: name and device go and the sharer is one no more; what was earned stays.
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { Kysely } from 'kysely'
import { factsOf, type Tells } from '../database/known/known.ts'
import { type Erasing, type Erasures, nobodys } from '../database/erasure/erasure.ts'
import type { Schema } from '../database/schema.ts'
import { PEOPLE, SHARERS } from './locks.ts'

const KEY = 'an id or a name of our own'

const SHARES: Tells = {
  kind: 'sharing',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('sharers').selectAll().where('viewer_id', '=', viewerId)
    const rows = await own.offset(offset).limit(limit).execute()
    return rows.map(({ joined_at: at, name, consent, over_at }) => ({
      at,
      facts: factsOf({ name, version: consent, withdrawn: over_at }),
    }))
  },
}

const OWN_LINKS: Tells = {
  kind: 'sharing',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('sharer_links').innerJoin('sharers', 'sharers.id', 'sharer_links.sharer_id')
    const all = own.selectAll('sharer_links').where('viewer_id', '=', viewerId).orderBy('made_at', 'desc')
    const rows = await all.orderBy('sharer_links.code').offset(offset).limit(limit).execute()
    return rows.map(({ made_at, show_id: showId, code, name, messenger }) => ({
      // Links of before did not say when they were made.
      at: made_at > 0 ? made_at : null,
      showId,
      facts: factsOf({ link: code, name, what: messenger }),
    }))
  },
}

const CAME_BY: Tells = {
  kind: 'links',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('sharer_clicks').selectAll().where('viewer_id', '=', viewerId)
    const rows = await own.orderBy('last_at', 'desc').orderBy('code').offset(offset).limit(limit).execute()
    return rows.map(({ last_at: at, code, clicks }) => ({ at, facts: factsOf({ link: code, times: clicks }) }))
  },
}

export const SHARING: Erasures<'sharers' | 'sharer_links' | 'sharer_clicks' | 'sharing_rules'> = {
  sharers: {
    keeps: {
      id: 'a random id, by which commission balances',
      staff_id: 'who of the staff',
      upper_id: 'the random id of another sharer',
      consent: 'the version of a text of our own',
    },
    tells: SHARES,
    locks: [SHARERS],
    erase: eraseSharer,
  },
  sharer_links: {
    keeps: { code: KEY, sharer_id: 'the random id of the sharer', messenger: 'one of our own names' },
    tells: OWN_LINKS,
    async erase(db, { viewerId }) {
      const own = await db.selectFrom('sharers').select('id').where('viewer_id', '=', viewerId).execute()
      for (const { id } of own) await forgetNames(db, id)
    },
  },
  sharer_clicks: {
    keeps: { code: KEY },
    tells: CAME_BY,
    locks: [PEOPLE],
    async erase(db, { viewerId }) {
      await db.deleteFrom('sharer_clicks').where('viewer_id', '=', viewerId).execute()
    },
  },
  sharing_rules: nobodys('what staff set'),
}

/** Its links count for nobody from now on, and its page opens for nobody. */
async function eraseSharer(db: Kysely<Schema>, { viewerId }: Erasing): Promise<void> {
  const own = db
    .selectFrom('sharers')
    .select(['id', 'over_at', 'joined_at', 'key_no'])
    .where('viewer_id', '=', viewerId)
  for (const { id, over_at, joined_at, key_no } of await own.execute()) {
    const gone = { viewer_id: null, name: '', device: null, code: null, key_no: key_no + 1 }
    const over = { over_at: over_at ?? joined_at }
    await db
      .updateTable('sharers')
      .set({ ...gone, ...over })
      .where('id', '=', id)
      .execute()
    await forgetNames(db, id)
  }
}

/** Where their links go, as they called it: names of groups and people. */
async function forgetNames(db: Kysely<Schema>, id: SharerId): Promise<void> {
  const named = db.updateTable('sharer_links').set({ name: '' }).where('sharer_id', '=', id)
  await named.where('name', 'is not', null).execute()
}
