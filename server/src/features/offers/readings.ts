// How offers are read.
import { HOLD_EVENTS, LINE_EVENTS, OFFER_EVENTS, ORDER_EVENTS, SALE_EVENTS } from '../../domain/eventTypes.ts'
import { toOfferRecord, withoutShow } from '../../database/toThings.ts'
import { fromTheStart, type Reading } from '../../room/reading.ts'

const OFFERS: Reading = {
  changedBy: [...OFFER_EVENTS, ...SALE_EVENTS, ...HOLD_EVENTS, ...ORDER_EVENTS, ...LINE_EVENTS, 'show:ended'],
  async read(db, from) {
    const rows = await db
      .selectFrom('offers')
      .selectAll()
      .where('show_id', '=', from.showId)
      .where('version', '>', fromTheStart(from))
      .orderBy('product_id')
      .orderBy('position')
      .execute()
    return { room: { offers: rows.map((row) => withoutShow(toOfferRecord(row))) } }
  },
}

export const readings = [OFFERS]
