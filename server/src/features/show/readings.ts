// How a show and its rundown are read.
import type { Kysely } from 'kysely'
import { SHOW_EVENTS } from '../../domain/eventTypes.ts'
import { toProduct, toShow } from '../../database/toThings.ts'
import { fromTheStart, type Reading, type Since } from '../../room/reading.ts'
import type { Schema } from '../../database/schema.ts'

const SHOW: Reading = {
  changedBy: SHOW_EVENTS,
  async read(db, from) {
    const ofShow = db.selectFrom('shows').selectAll().where('id', '=', from.showId)
    const show = await ofShow.where('version', '>', fromTheStart(from)).executeTakeFirst()
    return show ? { room: { show: toShow(show) } } : {}
  },
}

const PRODUCTS: Reading = {
  changedBy: ['rundown:changed'],
  read: async (db, from) => ({ room: { products: await readProducts(db, from) } }),
}

export const readings = [SHOW, PRODUCTS]

async function readProducts(db: Kysely<Schema>, { showId }: Since) {
  const rows = await db
    .selectFrom('show_products')
    .innerJoin('products', 'products.id', 'show_products.product_id')
    .selectAll('products')
    .select('show_products.number')
    .where('show_id', '=', showId)
    .orderBy('number')
    .execute()
  const variants = await db
    .selectFrom('offers')
    .innerJoin('variants', 'variants.id', 'offers.variant_id')
    .selectAll('variants')
    .where('offers.show_id', '=', showId)
    .orderBy('offers.position')
    .execute()
  return rows.map((row) => toProduct(row, variants))
}
