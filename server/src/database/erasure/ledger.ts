// The ledger's tables when a viewer is erased: units, money and turns stay; name and address go.
import { holdersOf } from '../../domain/strikes.ts'
import { COOLING, HELD, PAID, WAITED } from '../known/ledger.ts'
import { nobodys, type Erasures } from './erasure.ts'

const ID = 'the random id of the viewer, by which books and orders balance'
const KEY = 'an id or a name of our own'
const MONEY = 'money and units: books, taxes and the shop need them'
const LINK = 'the link that brought the viewer, which commission is paid by'

type Tables =
  'holds' | 'orders' | 'waits' | 'strikes' | 'inbox' | 'offers' | 'flash_sales' | 'pins' | 'events' | 'counters'

export const LEDGER: Erasures<Tables> = {
  holds: {
    keeps: {
      id: KEY,
      show_id: KEY,
      viewer_id: ID,
      via: LINK,
      state: KEY,
      currency: MONEY,
      lines: MONEY,
      asked: MONEY,
      order_id: 'the order at the shop, which keeps it as the law wants',
      group_id: KEY,
      group_terms: 'the group and where its people fetch what they bought, as staff describe them',
      credit: 'random ids of sharers, which commission is paid by',
    },
    tells: HELD,
    // What is live goes on without a name; its address does not count any more.
    erase: (db, { viewerId, version }) =>
      db
        .updateTable('holds')
        .set({ viewer_name: '', source: null, crowd: null, version })
        .where('viewer_id', '=', viewerId)
        .execute(),
    shows: async (db, viewerId) => {
      const query = db.selectFrom('holds').select('show_id').distinct().where('viewer_id', '=', viewerId)
      return (await query.execute()).map((row) => row.show_id)
    },
  },
  orders: {
    keeps: {
      hold_id: KEY,
      order_id: 'the order at the shop, which keeps it as the law wants',
      endpoint_id: KEY,
      show_id: KEY,
      currency: MONEY,
      state: KEY,
      matter: KEY,
      refund: KEY,
    },
    tells: PAID,
    // Desks that are open read them anew: the name stands in the hold.
    erase: (db, { viewerId, version }) =>
      db
        .updateTable('orders')
        .set({ version })
        .where('hold_id', 'in', db.selectFrom('holds').select('id').where('viewer_id', '=', viewerId))
        .execute(),
  },
  waits: {
    keeps: { show_id: KEY, offer_id: KEY, sale_id: KEY, viewer_id: ID, via: LINK, state: KEY },
    tells: WAITED,
    erase: (db, { viewerId }) =>
      db
        .updateTable('waits')
        .set({ viewer_name: '', source: null, crowd: null })
        .where('viewer_id', '=', viewerId)
        .execute(),
  },
  strikes: {
    keeps: {},
    tells: COOLING,
    // Whoever is behind the same address starts anew as well: a hash cannot be told apart.
    erase: (db, { viewerId, sources, words }) =>
      db
        .deleteFrom('strikes')
        .where(words.isOneOf('holder', holdersOf([viewerId], sources)))
        .execute(),
  },
  inbox: nobodys('what a shop said of an order by its number: its kind, its amount and when'),
  offers: nobodys('what is for sale'),
  flash_sales: nobodys('what is for sale'),
  pins: nobodys('what staff show'),
  events: nobodys('ids and figures: no event holds a name, an address or what was written'),
  counters: nobodys('numbers of our own'),
}
