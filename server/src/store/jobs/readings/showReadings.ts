// Readings of a show and of what it sells.
import type { Kysely } from 'kysely'
import {
  HOLD_EVENTS,
  LINE_EVENTS,
  OFFER_EVENTS,
  ORDER_EVENTS,
  SALE_EVENTS,
  SHOW_EVENTS,
} from '../../../domain/eventTypes.ts'
import { toOfferRecord, toPins, toProduct, toSaleRecord, toShow, withoutShow } from '../../records.ts'
import type { Schema } from '../../schema.ts'
import { readBuying } from '../buyings.ts'
import { readKey } from '../overlays.ts'
import type { Reading, Since } from './reading.ts'

/** Below every version. */
const FROM_THE_START = -1
const since = ({ cursor }: Since) => cursor ?? FROM_THE_START

const SHOW: Reading = {
  changedBy: SHOW_EVENTS,
  async read(db, from) {
    const ofShow = db.selectFrom('shows').selectAll().where('id', '=', from.showId)
    const show = await ofShow.where('version', '>', since(from)).executeTakeFirst()
    return show ? { room: { show: toShow(show) } } : {}
  },
}

/** A rundown stays as it was made. */
const PRODUCTS: Reading = {
  changedBy: [],
  read: async (db, from) => ({ room: { products: await readProducts(db, from) } }),
}

const PINS: Reading = {
  changedBy: ['pins:changed'],
  async read(db, from) {
    const ofShow = db.selectFrom('pins').selectAll().where('show_id', '=', from.showId)
    const pins = await ofShow.where('version', '>', since(from)).executeTakeFirst()
    return pins ? { room: { pins: toPins(pins) } } : {}
  },
}

/** The open sale, else the one that ended last. */
const SALE: Reading = {
  changedBy: [...SALE_EVENTS, ...HOLD_EVENTS, ...ORDER_EVENTS, ...LINE_EVENTS],
  async read(db, from) {
    const row = await db
      .selectFrom('flash_sales')
      .selectAll()
      .where('show_id', '=', from.showId)
      .orderBy((eb) => eb.case().when('ended_at', 'is', null).then(0).else(1).end())
      .orderBy('opens_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (from.cursor === null) return { room: { sale: row ? withoutShow(toSaleRecord(row)) : null } }
    return row && row.version > from.cursor ? { room: { sale: withoutShow(toSaleRecord(row)) } } : {}
  },
}

const OFFERS: Reading = {
  changedBy: [...OFFER_EVENTS, ...SALE_EVENTS, ...HOLD_EVENTS, ...ORDER_EVENTS, ...LINE_EVENTS, 'show:ended'],
  async read(db, from) {
    const rows = await db
      .selectFrom('offers')
      .selectAll()
      .where('show_id', '=', from.showId)
      .where('version', '>', since(from))
      .orderBy('product_id')
      .orderBy('position')
      .execute()
    return { room: { offers: rows.map((row) => withoutShow(toOfferRecord(row))) } }
  },
}

const BUYING: Reading = {
  changedBy: ['buying:changed'],
  async read(db, from) {
    const buying = await readBuying(db, from.showId, since(from))
    return buying === null && from.cursor !== null ? {} : { room: { buying } }
  },
}

const OVERLAY_KEY: Reading = {
  changedBy: ['overlay:renewed', 'overlay:revoked'],
  async read(db, from) {
    const overlayKey = await readKey(db, from.showId, since(from))
    return overlayKey === null && from.cursor !== null ? {} : { inner: { overlayKey } }
  },
}

export const SHOW_READINGS = [SHOW, PRODUCTS, PINS, SALE, OFFERS, BUYING, OVERLAY_KEY]

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
