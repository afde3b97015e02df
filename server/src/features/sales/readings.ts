// How flash sales are read.
import { HOLD_EVENTS, LINE_EVENTS, ORDER_EVENTS, SALE_EVENTS } from '../../domain/eventTypes.ts'
import { toSaleRecord, withoutShow } from '../../database/toThings.ts'
import type { Reading } from '../../room/reading.ts'

/** The open sale, else the one that ended last. */
const SALE: Reading = {
  changedBy: [...SALE_EVENTS, ...HOLD_EVENTS, ...ORDER_EVENTS, ...LINE_EVENTS],
  async read(db, from) {
    const row = await db
      .selectFrom('flash_sales')
      .selectAll()
      .where('show_id', '=', from.showId)
      .orderBy((eb) => eb.case().when('ended_at', 'is', null).then(0).else(1).end())
      // Not when it opened: one that was stopped during its countdown would have opened after one that came and went meanwhile.
      .orderBy('ended_at', 'desc')
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (from.cursor === null) return { room: { sale: row ? withoutShow(toSaleRecord(row)) : null } }
    return row && row.version > from.cursor ? { room: { sale: withoutShow(toSaleRecord(row)) } } : {}
  },
}

export const readings = [SALE]
