// The tables of the shop when a viewer is erased: what it sent of a buyer goes, what it sells and what orders came to stays.
import { type Erasures, nobodys } from './erasure.ts'
import { factsOf, notTold, type Tells } from '../known/known.ts'
import type { Schema } from '../schema.ts'
import type { Kysely } from 'kysely'
import type { ViewerId } from '@lantern/shared/contract/ids.ts'

const KEY = 'an id or a name of our own'

type Tables =
  | 'arrivals'
  | 'handoffs'
  | 'handoff_failures'
  | 'hold_codes'
  | 'refused_events'
  | 'endpoints'
  | 'deliveries'
  | 'attempts'
  | 'subscription_cursors'
  | 'checkpoints'
  | 'products'
  | 'product_details'
  | 'catalogue_changes'
  | 'variants'
  | 'shop_stock'
  | 'shared_stocks'
  | 'shop_connections'
  | 'connection_values'
  | 'shop_trips'
  | 'hold_shops'
  | 'former_fences'

const FAILED: Tells = {
  kind: 'orders',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('handoff_failures').selectAll().where('hold_id', 'in', holdsOf(db, viewerId))
    const rows = await own.orderBy('at', 'desc').orderBy('hold_id').offset(offset).limit(limit).execute()
    return rows.map(({ at, show_id: showId }) => ({
      at,
      showId,
      // Why is for staff to read: it is the shop's or our own word, in no language of the viewer's.
      facts: factsOf({ state: 'not_reached' }),
    }))
  },
}

export const SHOP: Erasures<Tables> = {
  arrivals: {
    keeps: {
      id: KEY,
      endpoint_id: KEY,
      event_id: KEY,
      hold_id: KEY,
      type: KEY,
      fact: 'what is still to be taken down: order, amount and when, without the buyer',
      state: KEY,
    },
    tells: notTold(
      'the shop’s own words of an order, which it shows to whoever it knows as the buyer: this cookie is no proof',
    ),
    // The body is the shop's own words, with the buyer's name and address in most; the fact was read from it already.
    erase: (db, { viewerId }) =>
      db.updateTable('arrivals').set({ body: '', note: null }).where('hold_id', 'in', holdsOf(db, viewerId)).execute(),
  },
  handoff_failures: {
    keeps: {},
    tells: FAILED,
    erase: (db, { viewerId }) =>
      db.deleteFrom('handoff_failures').where('hold_id', 'in', holdsOf(db, viewerId)).execute(),
  },
  handoffs: nobodys('which hold went to the shop, and when it is asked about'),
  hold_codes: nobodys('which hold had a code of its own at the shop'),
  refused_events: nobodys('kind and size of what was refused, with ids of the shop; the words are not kept'),
  endpoints: nobodys('who is told'),
  deliveries: nobodys('what others were told of a hold: ids, products, amounts, the link'),
  attempts: nobodys('whether an endpoint answered'),
  subscription_cursors: nobodys('how far the log was read, and why it was not read on'),
  checkpoints: nobodys('ids and figures out of the log'),
  products: nobodys('what is for sale'),
  product_details: nobodys('what is told of it'),
  catalogue_changes: nobodys('what the shop sells otherwise than we do'),
  variants: nobodys('what is for sale'),
  shop_stock: nobodys('what is for sale'),
  shared_stocks: nobodys('what is for sale'),
  shop_connections: nobodys('which shops the house knows'),
  connection_values: nobodys('addresses and keys of the shop'),
  shop_trips: nobodys('how a test of the shop went'),
  hold_shops: nobodys('which shop a hold went to'),
  former_fences: nobodys('what is for sale'),
}

function holdsOf(db: Kysely<Schema>, viewerId: ViewerId) {
  return db.selectFrom('holds').select('id').where('viewer_id', '=', viewerId)
}
