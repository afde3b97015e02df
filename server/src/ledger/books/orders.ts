// Orders in a batch's working set: of the holds that shops or staff say something of.
import { sql } from 'kysely'
import { insertRows, updateRows } from '../../database/bulk.ts'
import type { OrderRow } from '../../database/schema.ts'
import type { Drift } from '../ledger.ts'
import { inputsOf } from '../requests.ts'
import * as tables from '../tables.ts'
import type { Only } from '../tables.ts'
import type { Book, Opening, Reader } from './book.ts'

export const ORDERS: Book = {
  name: 'orders',
  rank: 60,
  locks: null,
  open: async (reader, opening) => ({
    rows: { orders: await readOrders(reader, opening) },
    // In this order: what is voided, or became the second payment, makes room for the order that the hold has now.
    async save(to, { orders }) {
      const makesRoom = ({ state, second }: OrderRow) => state === 'voided' || second === 1
      await updateRows(to, tables.ORDER_CHANGES, orders.updated().filter(makesRoom).map(toOrderChange))
      await insertRows(to, tables.ORDERS, orders.added())
      const others = orders.updated().filter((order) => !makesRoom(order))
      await updateRows(to, tables.ORDER_CHANGES, others.map(toOrderChange))
    },
  }),
  check: checkOrders,
}

async function readOrders({ db, words }: Reader, { requests, needs }: Opening): Promise<OrderRow[]> {
  const about = [...inputsOf(requests, 'report'), ...inputsOf(requests, 'settleOrder')]
  const holdIds = [...about.map(({ holdId }) => holdId), ...needs.owedIds]
  if (holdIds.length === 0) return []
  return db.selectFrom('orders').selectAll().where(words.isOneOf('hold_id', holdIds)).execute()
}

function toOrderChange(order: OrderRow): Only<OrderRow, typeof tables.ORDER_CHANGES> {
  const { hold_id, order_id, amount_minor, currency, at, state, matter, second, version } = order
  const { refund, restock, back_minor, keep_minor } = order
  const money = { amount_minor, currency, refund, restock, back_minor, keep_minor }
  return { hold_id, order_id, at, state, matter, second, ...money, version }
}

/** Holds that are ordered, paid or late without exactly one order of their own, and such orders whose hold is not. */
async function checkOrders({ db }: Reader): Promise<Drift[]> {
  const query = sql<{ id: string; state: string; orders: number; own: number }>`
    select h.id, h.state, count(o.order_id) as orders,
      coalesce(sum(case when o.state = h.state and o.order_id = h.order_id then 1 else 0 end), 0) as own
    from holds h left join orders o on o.hold_id = h.id and o.second = 0 and o.state <> 'voided'
    where h.state in ('authorised', 'paid', 'late_paid') or o.state in ('authorised', 'paid', 'late_paid')
    group by h.id, h.state`
  const { rows } = await query.execute(db)
  return rows
    .filter((row) => row.orders !== 1 || row.own !== 1)
    .map((row) => ({
      invariant: 'I4',
      units: 1,
      what: `hold ${row.id} is ${row.state} and has ${row.own} order of its own`,
    }))
}
