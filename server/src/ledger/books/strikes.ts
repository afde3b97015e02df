// Strikes in a batch's working set: of those who ask, and of those whose holds may run out or be paid.
import type { StrikeRow } from '../../database/schema.ts'
import { holdersOf } from '../../domain/strikes.ts'
import { inputsOf } from '../requests.ts'
import { lockById, unique } from './book.ts'
import type { Book, Opening, Reader } from './book.ts'

/** Viewers and addresses cross shows: batches of two shows may want the same rows. */
export const STRIKES: Book = {
  name: 'strikes',
  rank: 900,
  locks: 'strikes',
  find: (_reader, { requests }) => ({
    sources: [...inputsOf(requests, 'place'), ...inputsOf(requests, 'joinWaitlist')].flatMap(
      ({ source }) => source ?? [],
    ),
  }),
  open: async (reader, opening) => ({
    rows: { strikes: await lockStrikes(reader, opening) },
    save: (to, { strikes }) => saveStrikes(to, [...strikes.added(), ...strikes.updated()]),
  }),
}

async function lockStrikes({ db, words }: Reader, { needs, rows }: Opening): Promise<StrikeRow[]> {
  const named = new Set(needs.holdIds)
  const moving = rows.holds.filter((hold) => named.has(hold.id))
  const viewers = unique([...needs.viewerIds, ...moving.map((hold) => hold.viewerId)])
  const addresses = unique([...needs.sources, ...moving.flatMap((hold) => hold.source ?? [])])
  const holders = holdersOf(viewers, addresses)
  if (holders.length === 0) return []
  const query = db.selectFrom('strikes').selectAll().where(words.isOneOf('holder', holders))
  return lockById(words, query, 'holder').execute()
}

/** A batch of another show may have put the same one there meanwhile: then there was no row to lock. */
async function saveStrikes({ db }: Reader, rows: readonly StrikeRow[]): Promise<void> {
  if (rows.length === 0) return
  const insert = db.insertInto('strikes').values([...rows].sort((a, b) => (a.holder < b.holder ? -1 : 1)))
  const news = insert.onConflict((conflict) =>
    conflict.column('holder').doUpdateSet((eb) => ({
      lapses: eb.ref('excluded.lapses'),
      since: eb.ref('excluded.since'),
      cool_until: eb.ref('excluded.cool_until'),
    })),
  )
  await news.execute()
}
