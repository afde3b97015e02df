// The shows a batch works in: their locks cover everything that belongs to a show.
import { updateRows } from '../../database/bulk.ts'
import type { ShowRow } from '../../database/schema.ts'
import { inputsOf } from '../requests.ts'
import * as tables from '../tables.ts'
import type { Only } from '../tables.ts'
import { lockById } from './book.ts'
import type { Book, Opening, Reader } from './book.ts'

const NAMING = [
  'place',
  'joinWaitlist',
  'leaveWaitlist',
  'setPresence',
  'changeOffer',
  'settleOrder',
  'redeem',
  'startSale',
  'stopSale',
  'endShow',
] as const

export const SHOWS: Book = {
  name: 'shows',
  rank: 10,
  locks: 'shows',
  find(_reader, { requests }) {
    const named = NAMING.flatMap((kind) => inputsOf(requests, kind).map(({ showId }) => showId))
    const ending = inputsOf(requests, 'endShow').map(({ showId }) => showId)
    return { showIds: named, closingShowIds: ending }
  },
  open: async (reader, opening) => ({
    rows: { shows: await lockShows(reader, opening) },
    save: (to, { shows }) => updateRows(to, tables.SHOW_CHANGES, shows.updated().map(toShowChange)),
  }),
}

function lockShows({ db, words }: Reader, { needs }: Opening): Promise<ShowRow[]> {
  const query = db.selectFrom('shows').selectAll().where(words.isOneOf('id', needs.showIds))
  return lockById(words, query, 'id').execute()
}

function toShowChange(show: ShowRow): Only<ShowRow, typeof tables.SHOW_CHANGES> {
  const { id, phase, ended_at, host, crowd, version } = show
  return { id, phase, ended_at, host, crowd, version }
}
