// Seals in a batch's working set: what was promised of its activities, and whoever was drawn in their shows.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { WinRecord } from '../../activities/seals/seals.ts'
import { readSeals } from '../../activities/seals/readSeals.ts'
import { insertRows, updateRows } from '../../database/bulk.ts'
import { inputsOf, type LedgerRequest } from '../requests.ts'
import * as tables from '../tables.ts'
import type { WorkingSet } from '../workingSet.ts'
import { type Book, type Reader, unique } from './book.ts'

/** A show's lock covers what is drawn in it. */
export const SEALS: Book = {
  name: 'seals',
  rank: 92,
  locks: null,
  find: (_reader, { requests }) => ({
    showIds: drawnIn(requests).map(({ showId }) => showId),
    activityIds: drawnIn(requests).map(({ activityId }) => activityId),
  }),
  async open(reader, { requests, rows }) {
    const sealed = rows.activities.filter(({ kind }) => (rows.kinds.get(kind)?.sealed ?? null) !== null)
    const ids = sealed.map(({ id }) => id)
    return {
      rows: {
        seals: [...(await readSeals(reader.db, ids, reader.words)).values()],
        wins: await readWins(reader, requests),
        whose: await readWhose(reader, requests),
      },
      save: saveSeals,
    }
  },
}

function drawnIn(requests: readonly LedgerRequest[]) {
  return [...inputsOf(requests, 'settleDraw'), ...inputsOf(requests, 'redraw')]
}

async function readWins({ db, words }: Reader, requests: readonly LedgerRequest[]): Promise<WinRecord[]> {
  const showIds = unique(drawnIn(requests).map(({ showId }) => showId))
  if (showIds.length === 0) return []
  return db
    .selectFrom('activity_wins')
    .innerJoin('activity_entries', 'activity_entries.entry_id', 'activity_wins.entry_id')
    .selectAll('activity_wins')
    .select('activity_entries.viewer_id')
    .where(words.isOneOf('activity_wins.show_id', showIds))
    .execute()
}

/** Of the entries that are about to win. */
async function readWhose(
  { db, words }: Reader,
  requests: readonly LedgerRequest[],
): Promise<Map<string, ViewerId | null>> {
  const settled = inputsOf(requests, 'settleDraw').flatMap(({ winners }) => winners)
  const next = inputsOf(requests, 'redraw').flatMap(({ to }) => to ?? [])
  const ids = unique([...settled, ...next])
  if (ids.length === 0) return new Map()
  const query = db.selectFrom('activity_entries').select(['entry_id', 'viewer_id'])
  const found = await query.where(words.isOneOf('entry_id', ids)).execute()
  return new Map(found.flatMap(({ entry_id, viewer_id }) => (entry_id === null ? [] : [[entry_id, viewer_id]])))
}

async function saveSeals(to: Reader, { seals, wins }: WorkingSet): Promise<void> {
  await insertRows(to, tables.SEALS, seals.added())
  await updateRows(to, tables.SEAL_CHANGES, seals.updated())
  await insertRows(to, tables.WINS, wins.added())
  await updateRows(to, tables.WIN_CHANGES, wins.updated())
}
