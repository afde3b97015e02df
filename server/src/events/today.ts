// Holds, their orders and what their offers sell, as rows say today: for facts that are written now, and for old ones.
import type { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import { type Goods, toFactHold, toFactOrder } from '../domain/holdFact.ts'
import { toGoods, toHoldRecord } from '../database/toThings.ts'
import type { Schema } from '../database/schema.ts'
import { NOTHING_TODAY, type Today } from './incomplete.ts'

export async function readToday(db: Kysely<Schema>, holdIds: readonly HoldId[]): Promise<Today> {
  if (holdIds.length === 0) return NOTHING_TODAY
  const ids = [...new Set(holdIds)]
  const holds = (await db.selectFrom('holds').selectAll().where('id', 'in', ids).execute()).map(toHoldRecord)
  const orders = await db.selectFrom('orders').selectAll().where('hold_id', 'in', ids).execute()
  const goods = await readGoods(db, [...new Set(holds.map(({ showId }) => showId))])
  const goodsOf = (offerId: string) => {
    const found = goods.get(offerId)
    if (!found) throw new Error(`offer ${offerId} is gone`)
    return found
  }
  const ofHold = Map.groupBy(orders, (order) => order.hold_id)
  return {
    holds: new Map(holds.map((hold) => [hold.id, toFactHold(hold, goodsOf)])),
    orders: new Map([...ofHold].map(([holdId, own]) => [holdId, own.map(toFactOrder)])),
    goods,
  }
}

/** Of all offers of the shows: a line that was taken off its hold since is named by old facts still. */
async function readGoods(db: Kysely<Schema>, showIds: readonly ShowId[]): Promise<ReadonlyMap<string, Goods>> {
  if (showIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('offers')
    .innerJoin('variants', 'variants.id', 'offers.variant_id')
    .select(['offers.id', 'offers.product_id', 'offers.variant_id', 'variants.sku'])
    .where('offers.show_id', 'in', [...showIds])
    .execute()
  return new Map(rows.map((row) => [row.id, toGoods(row)]))
}
