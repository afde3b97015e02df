// How holds are read as staff see them; each viewer is told of their own among them.
import { HOLD_EVENTS, ORDER_EVENTS } from '../../domain/eventTypes.ts'
import { readStaffHolds, readNameless } from '../../room/staffReads.ts'
import type { Reading } from '../../room/reading.ts'

const HOLDS: Reading = {
  changedBy: [...HOLD_EVENTS, ...ORDER_EVENTS],
  read: async (db, since) => ({ desk: { holds: await readStaffHolds(db, since) } }),
}

/** No event moves a hold when the name on it is erased. */
const ERASED_NAMES: Reading = {
  changedBy: ['viewer:erased'],
  read: async (db, { showId, cursor }) =>
    cursor === null ? {} : { desk: { holds: await readNameless(db, { showId, cursor }) } },
}

export const readings = [HOLDS, ERASED_NAMES]
