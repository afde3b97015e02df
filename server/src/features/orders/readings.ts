// How orders and totals are read.
import { HOLD_EVENTS, ORDER_EVENTS } from '../../domain/eventTypes.ts'
import { readStaffOrders, readTotals } from '../../room/staffReads.ts'
import type { Reading } from '../../room/reading.ts'

const ORDERS: Reading = {
  changedBy: [...HOLD_EVENTS, ...ORDER_EVENTS, 'viewer:erased'],
  read: async (db, since) => ({ desk: { orders: await readStaffOrders(db, since) } }),
}

const TOTALS: Reading = {
  changedBy: [...HOLD_EVENTS, ...ORDER_EVENTS],
  read: async (db, { showId }) => ({ desk: { totals: await readTotals(db, showId) } }),
}

export const readings = [ORDERS, TOTALS]
