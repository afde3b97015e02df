// Pins in a batch's working set: of shows where a sale may start or an activity end, whose product comes to the front.
import { updateRows } from '../../database/bulk.ts'
import type { PinsRow } from '../../database/schema.ts'
import { inputsOf } from '../requests.ts'
import * as tables from '../tables.ts'
import { unique } from './book.ts'
import type { Book, Opening, Reader } from './book.ts'

export const PINS: Book = {
  name: 'pins',
  rank: 80,
  locks: null,
  open: async (reader, opening) => ({
    rows: { pins: await readPins(reader, opening) },
    save: (to, { pins }) => updateRows(to, tables.PIN_CHANGES, pins.updated()),
  }),
}

async function readPins({ db, words }: Reader, { requests, needs }: Opening): Promise<PinsRow[]> {
  const settling = needs.activityIds.length > 0 ? needs.showIds : needs.closingShowIds
  const starting = inputsOf(requests, 'startSale').map((start) => start.showId)
  const showIds = unique([...starting, ...settling])
  if (showIds.length === 0) return []
  return db.selectFrom('pins').selectAll().where(words.isOneOf('show_id', showIds)).execute()
}
