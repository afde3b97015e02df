// For tests: what a webhook would say of a fact by the rows of its hold and order as they are right after it.
import type { Kysely } from 'kysely'
import { WEBHOOK_EVENTS } from '../domain/webhookEvents.ts'
import type { Fact } from '../events/facts.ts'
import { toHoldRecord } from '../database/toThings.ts'
import type { Schema } from '../database/schema.ts'

const MINUTE_MS = 60_000
const TYPES: Readonly<Record<string, string>> = WEBHOOK_EVENTS

/** Null: none is sent of it. */
export async function noticeOfRows(db: Kysely<Schema>, fact: Fact): Promise<object | null> {
  const type = TYPES[fact.type]
  if (type === undefined) return null
  const notice = { type, timestamp: new Date(fact.at).toISOString() }
  const told = { showId: fact.stream, at: fact.at }
  if (fact.holdId === null) return { ...notice, data: told }
  const row = await db.selectFrom('holds').selectAll().where('id', '=', fact.holdId).executeTakeFirstOrThrow()
  const { id: holdId, lines, totalMinor, currency, expiresAt, via: link, group = null } = toHoldRecord(row)
  const items: object[] = []
  for (const { offerId, quantity, unitPriceMinor, adjustments } of lines) {
    const offers = db.selectFrom('offers').innerJoin('variants', 'variants.id', 'offers.variant_id')
    const { sku } = await offers.select('sku').where('offers.id', '=', offerId).executeTakeFirstOrThrow()
    items.push({ sku, quantity, unitPriceMinor, adjustments })
  }
  const hold = { ...told, holdId, items, totalMinor }
  if (type !== 'order.recorded') return { ...notice, data: { ...hold, currency, expiresAt } }
  const orders = db.selectFrom('orders').selectAll().where('hold_id', '=', holdId).where('second', '=', 0)
  const order = await orders.where('state', '!=', 'voided').executeTakeFirstOrThrow()
  const paid = { orderId: order.order_id, amountMinor: order.amount_minor, currency: order.currency }
  const minute = fact.mediaMs === null ? null : Math.floor(fact.mediaMs / MINUTE_MS)
  return { ...notice, data: { ...hold, ...paid, link, group, minute } }
}
