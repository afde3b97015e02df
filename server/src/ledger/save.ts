// Writes what changed on the bench: one statement per table and kind of change, whatever the batch's size.
import type { Kysely } from 'kysely'
import type { HoldRecord, OfferRecord, SaleRecord } from '../domain/hold.ts'
import { insertRows, updateRows } from '../store/bulk.ts'
import type { SqlWords } from '../store/database.ts'
import type { Flag, FlashSaleRow, HoldRow, OfferRow } from '../store/schema.ts'
import type { OrderRow, Schema, ShowRow, StrikeRow, WaitRow } from '../store/schema.ts'
import type { Bench } from './bench.ts'
import * as tables from './tables.ts'

export async function saveBench(db: Kysely<Schema>, bench: Bench, words: SqlWords): Promise<void> {
  const to = { db, words }
  const { holds, orders, sales, waits, strikes } = bench
  await insertRows(to, tables.EVENTS, bench.events)
  await insertRows(to, tables.SALES, sales.added().map(toSaleRow))
  await updateRows(to, tables.SALE_CHANGES, sales.updated().map(toSaleRow))
  await insertRows(to, tables.HOLDS, holds.added().map(toHoldRow))
  await updateRows(to, tables.HOLD_CHANGES, holds.updated().map(toHoldRow))
  await updateRows(to, tables.OFFER_CHANGES, bench.offers.updated().map(toOfferChange))
  // In this order: what is voided, or became the second payment, makes room for the order that the hold has now.
  const makesRoom = ({ state, second }: OrderRow) => state === 'voided' || second === 1
  await updateRows(to, tables.ORDER_CHANGES, orders.updated().filter(makesRoom).map(toOrderChange))
  await insertRows(to, tables.ORDERS, orders.added())
  const others = orders.updated().filter((order) => !makesRoom(order))
  await updateRows(to, tables.ORDER_CHANGES, others.map(toOrderChange))
  await insertRows(to, tables.INBOX, bench.inbox.added())
  // In this order: who left and joined again in one batch has one place that waits, not two.
  await updateRows(to, tables.WAIT_CHANGES, waits.updated().map(toWaitChange))
  await insertRows(to, tables.WAITS, waits.added())
  await saveStrikes(db, [...strikes.added(), ...strikes.updated()])
  await updateRows(to, tables.PIN_CHANGES, bench.pins.updated())
  await updateRows(to, tables.SHOW_CHANGES, bench.shows.updated().map(toShowChange))
}

/** Viewers and addresses cross shows: a batch of another show may have put the same one there meanwhile. */
async function saveStrikes(db: Kysely<Schema>, rows: readonly StrikeRow[]): Promise<void> {
  if (rows.length === 0) return
  const insert = db.insertInto('strikes').values([...rows].sort((a, b) => (a.holder < b.holder ? -1 : 1)))
  const news = insert.onConflict((conflict) =>
    conflict.column('holder').doUpdateSet((eb) => ({
      lapses: eb.ref('excluded.lapses'),
      since: eb.ref('excluded.since'),
      cool_until: eb.ref('excluded.cool_until'),
    })),
  )
  await news.execute()
}

const flag = (is: boolean): Flag => (is ? 1 : 0)

function toHoldRow(hold: HoldRecord): HoldRow {
  return {
    id: hold.id,
    show_id: hold.showId,
    viewer_id: hold.viewerId,
    viewer_name: hold.viewerName,
    via: hold.via,
    state: hold.state,
    currency: hold.currency,
    total_minor: hold.totalMinor,
    granted_at: hold.grantedAt,
    expires_at: hold.expiresAt,
    extended: flag(hold.extended),
    waited: flag(hold.waited),
    source: hold.source,
    crowd: hold.crowd,
    asked: hold.asked,
    order_id: hold.orderId,
    lines: JSON.stringify(hold.lines),
    version: hold.version,
  }
}

function toSaleRow(sale: SaleRecord): FlashSaleRow {
  return {
    id: sale.id,
    show_id: sale.showId,
    product_id: sale.productId,
    currency: sale.currency,
    price_minor: sale.priceMinor,
    allotted: sale.allotted,
    free: sale.free,
    taken: sale.taken,
    paid: sale.paid,
    per_viewer: sale.perViewer,
    opens_at: sale.opensAt,
    closes_at: sale.closesAt,
    grace_ms: sale.graceMs,
    ended_at: sale.endedAt,
    end_reason: sale.endReason,
    version: sale.version,
  }
}

type Only<Row, Target extends { columns: object }> = Pick<Row, keyof Row & keyof Target['columns']>

function toOfferChange(offer: OfferRecord): Only<OfferRow, typeof tables.OFFER_CHANGES> {
  const { id, allotted, free, taken, paid, policy, waiting, lapsed, version } = offer
  const { perViewer: per_viewer, holdMs: hold_ms } = offer
  return { id, allotted, free, taken, paid, per_viewer, policy, hold_ms, waiting, lapsed, version }
}

function toOrderChange(order: OrderRow): Only<OrderRow, typeof tables.ORDER_CHANGES> {
  const { hold_id, order_id, amount_minor, currency, at, state, matter, second, version } = order
  const { refund, restock, back_minor } = order
  return { hold_id, order_id, amount_minor, currency, at, state, matter, second, refund, restock, back_minor, version }
}

function toWaitChange(wait: WaitRow): Only<WaitRow, typeof tables.WAIT_CHANGES> {
  const { no, sale_id, quantity, state, present, seen_at, version } = wait
  return { no, sale_id, quantity, state, present, seen_at, version }
}

function toShowChange(show: ShowRow): Only<ShowRow, typeof tables.SHOW_CHANGES> {
  const { id, phase, ended_at, host, crowd, version } = show
  return { id, phase, ended_at, host, crowd, version }
}
