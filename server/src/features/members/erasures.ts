// The tables of members when a viewer reads or erases what is known of them: what the shop told is for whoever has proven to be the member.
import type { Kysely } from 'kysely'
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Erasable, type ErasuresOf, nobodys } from '../../database/erasure/erasure.ts'
import { factsOf, moneyText, notTold, type Tells } from '../../database/known/known.ts'
import type { Schema } from '../../database/schema.ts'
import { MEMBERS, type Tables, within } from './tables.ts'

const proven = (db: Kysely<Schema>, viewerId: ViewerId) =>
  within(db)
    .selectFrom('viewer_members')
    .select('member_id')
    .where('viewer_id', '=', viewerId)
    .where('known_by', '=', 'token')

const TOLD: Tells = {
  kind: 'member',
  async read(db, { viewerId, offset, limit }) {
    const own = within(db).selectFrom('members').selectAll().where('id', 'in', proven(db, viewerId))
    const rows = await own.orderBy('id').offset(offset).limit(limit).execute()
    return rows.map(({ told_at, name, tier, points, stored_minor, stored_currency }) => ({
      at: told_at > 0 ? told_at : null,
      facts: factsOf({
        ...{ name, tier, points },
        amount: stored_minor !== null && stored_currency !== null ? moneyText(stored_minor, stored_currency) : null,
      }),
    }))
  },
}

const NUMBERS: Tells = {
  kind: 'member',
  async read(db, { viewerId, offset, limit }) {
    const own = within(db).selectFrom('member_customers').selectAll().where('member_id', 'in', proven(db, viewerId))
    const rows = await own.orderBy('customer_id').offset(offset).limit(limit).execute()
    return rows.map(({ customer_id }) => ({ at: null, facts: factsOf({ what: 'customer', text: customer_id }) }))
  },
}

const BELONGS: Tells = {
  kind: 'member',
  async read(db, { viewerId, offset, limit }) {
    const own = within(db).selectFrom('viewer_members').selectAll().where('viewer_id', '=', viewerId)
    const rows = await own.offset(offset).limit(limit).execute()
    return rows.map(({ at, known_by }) => ({ at, facts: factsOf({ what: `known_by_${known_by}` }) }))
  },
}

const NOBODY = ViewerId.parse('erased')

/** Who has proven to be the member takes all of it along, whoever else the shop's orders took for the same one; another takes themselves. */
const forget: Pick<Erasable, 'erase' | 'locks'> = {
  locks: [MEMBERS],
  async erase(db, { viewerId }) {
    const all = within(db)
    // The mark stays until the link is too old: else whoever has it would be the member after all.
    await all.updateTable('member_tokens').set({ viewer_id: NOBODY }).where('viewer_id', '=', viewerId).execute()
    const own = await all.selectFrom('viewer_members').selectAll().where('viewer_id', '=', viewerId).executeTakeFirst()
    if (own === undefined) return
    await all.deleteFrom('viewer_members').where('viewer_id', '=', viewerId).execute()
    const others = all.selectFrom('viewer_members').select('viewer_id').where('member_id', '=', own.member_id)
    if (own.known_by === 'order' && (await others.executeTakeFirst()) !== undefined) return
    for (const table of ['viewer_members', 'member_customers'] as const)
      await all.deleteFrom(table).where('member_id', '=', own.member_id).execute()
    await all.deleteFrom('members').where('id', '=', own.member_id).execute()
  },
}

export const erasures: ErasuresOf<Tables> = {
  members: { keeps: {}, tells: TOLD, ...forget },
  member_customers: { keeps: {}, tells: NUMBERS, ...forget },
  viewer_members: { keeps: {}, tells: BELONGS, ...forget },
  member_tokens: {
    keeps: { hash: 'the mark of a link that was taken, of minutes, without whoever took it' },
    tells: notTold('that a link was taken, until it is too old to be taken again'),
    ...forget,
  },
  member_tiers: nobodys('what staff named, and what it takes off'),
}
