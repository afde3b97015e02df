// Readings of what staff see of the ledger: holds, orders and totals; and of the lines.
import { HOLD_EVENTS, LINE_EVENTS, OFFER_EVENTS, ORDER_EVENTS } from '../../../domain/eventTypes.ts'
import { readDeskHolds, readDeskOrders, readNameless, readTotals, readWaits } from '../desk.ts'
import type { Reading } from './reading.ts'

const HOLDS: Reading = {
  changedBy: [...HOLD_EVENTS, ...ORDER_EVENTS],
  read: async (db, since) => ({ desk: { holds: await readDeskHolds(db, since) } }),
}

/** No event moves a hold when the name on it is erased. */
const ERASED_NAMES: Reading = {
  changedBy: ['viewer:erased'],
  read: async (db, { showId, cursor }) =>
    cursor === null ? {} : { desk: { holds: await readNameless(db, { showId, cursor }) } },
}

const ORDERS: Reading = {
  changedBy: [...HOLD_EVENTS, ...ORDER_EVENTS, 'viewer:erased'],
  read: async (db, since) => ({ desk: { orders: await readDeskOrders(db, since) } }),
}

const TOTALS: Reading = {
  changedBy: [...HOLD_EVENTS, ...ORDER_EVENTS],
  read: async (db, { showId }) => ({ desk: { totals: await readTotals(db, showId) } }),
}

const LINE: Reading = {
  changedBy: [...LINE_EVENTS, ...HOLD_EVENTS, ...OFFER_EVENTS, 'sale:started', 'sale:ended', 'show:ended'],
  read: async (db, since) => ({ inner: { line: await readWaits(db, since) } }),
}

export const DESK_READINGS = [HOLDS, ERASED_NAMES, ORDERS, TOTALS, LINE]
