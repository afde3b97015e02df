// How the line is read; each viewer is told of their own place alone.
import { HOLD_EVENTS, LINE_EVENTS, OFFER_EVENTS } from '../../domain/eventTypes.ts'
import { readWaits } from '../../room/staffReads.ts'
import type { Reading } from '../../room/reading.ts'

const LINE: Reading = {
  changedBy: [...LINE_EVENTS, ...HOLD_EVENTS, ...OFFER_EVENTS, 'sale:started', 'sale:ended', 'show:ended'],
  read: async (db, since) => ({ inner: { line: await readWaits(db, since) } }),
}

export const readings = [LINE]
