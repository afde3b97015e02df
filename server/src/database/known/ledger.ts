// What viewers are told of their holds, orders and places in line.
import { holdersOf } from '../../domain/strikes.ts'
import { toLines } from '../toThings.ts'
import { factsOf, moneyText, type Tells } from './known.ts'

/** A group as it was when the hold was granted. */
function groupIn(terms: string | null): string | null {
  const group: unknown = terms === null ? null : JSON.parse(terms)
  return typeof group === 'object' && group !== null && 'name' in group ? String(group.name) : null
}

export const HELD: Tells = {
  kind: 'orders',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('holds').selectAll().where('viewer_id', '=', viewerId).orderBy('granted_at', 'desc')
    const rows = await own.orderBy('id').offset(offset).limit(limit).execute()
    return rows.map((row) => {
      const lines = toLines(row.lines)
      const facts = factsOf({
        quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
        amount: moneyText(row.total_minor, row.currency),
        state: row.state,
        order: row.order_id,
        name: row.viewer_name,
        link: row.via,
        group: groupIn(row.group_terms),
        source: row.source,
      })
      return { at: row.granted_at, showId: row.show_id, offerIds: lines.map(({ offerId }) => offerId), facts }
    })
  },
}

export const PAID: Tells = {
  kind: 'orders',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('orders').innerJoin('holds', 'holds.id', 'orders.hold_id')
    const all = own.selectAll('orders').where('holds.viewer_id', '=', viewerId).orderBy('orders.at', 'desc')
    const rows = await all.orderBy('orders.order_id').offset(offset).limit(limit).execute()
    return rows.map((row) => ({
      at: row.at,
      showId: row.show_id,
      facts: factsOf({
        order: row.order_id,
        amount: moneyText(row.amount_minor, row.currency),
        back: row.back_minor > 0 ? moneyText(row.back_minor, row.currency) : null,
        state: row.state === 'paid' ? 'order_paid' : row.state,
      }),
    }))
  },
}

export const WAITED: Tells = {
  kind: 'waits',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('waits').selectAll().where('viewer_id', '=', viewerId).orderBy('joined_at', 'desc')
    const rows = await own.orderBy('no').offset(offset).limit(limit).execute()
    return rows.map(({ joined_at, show_id, offer_id, quantity, state, viewer_name, via, source }) => ({
      at: joined_at,
      showId: show_id,
      offerIds: [offer_id],
      facts: factsOf({ quantity, state: `wait_${state}`, name: viewer_name, link: via, source }),
    }))
  },
}

/** Those of an address may be others': they are told to nobody. */
export const COOLING: Tells = {
  kind: 'standing',
  async read(db, { viewerId, offset, limit, words }) {
    const own = db
      .selectFrom('strikes')
      .selectAll()
      .where(words.isOneOf('holder', holdersOf([viewerId], [])))
    const rows = await own.orderBy('holder').offset(offset).limit(limit).execute()
    return rows.map(({ since, lapses, cool_until }) => ({
      at: since,
      facts: factsOf({ state: 'lapsed', times: lapses, until: cool_until > since ? cool_until : null }),
    }))
  },
}
