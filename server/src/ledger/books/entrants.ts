// Those who enter what gives something away, in a batch's working set: read with a fixed number of statements, however many they are.
import { sql } from 'kysely'
import type { ActivityRecord } from '../../activities/records.ts'
import { hasHistory } from '../../domain/crowd.ts'
import { crowdKey, noEntrants, WON_WITHIN_MS, wonKey } from '../entrants.ts'
import { inputsOf, type InputOf } from '../requests.ts'
import { type Book, type Opening, type Reader, unique } from './book.ts'

type Entering = InputOf<'enter'>

/** Behind the activities; what one person may win is counted over shows, so that their name is locked. */
export const ENTRANTS: Book = {
  name: 'entrants',
  rank: 91,
  locks: null,
  async open(reader, opening) {
    const entering = givenAway(opening)
    if (entering.length === 0) return { rows: { entrants: noEntrants() } }
    const fresh = entering.filter((input) => mayBeWithoutHistory(opening, input))
    return {
      rows: {
        entrants: {
          payers: await readPayers(reader, fresh),
          crowds: await countCrowds(reader, fresh),
          won: await countWon(reader, entering, opening),
        },
      },
    }
  },
}

function givenAway({ requests, rows }: Opening): Entering[] {
  return inputsOf(requests, 'enter').filter(({ kind }) => rows.kinds.get(kind)?.gives)
}

function mayBeWithoutHistory({ rows }: Opening, { showId, source, issuedAt }: Entering): boolean {
  const show = rows.shows.find(({ id }) => id === showId)
  return typeof source === 'string' && show !== undefined && !hasHistory({ issuedAt, hasPaid: false }, show.created_at)
}

async function readPayers({ db, words }: Reader, fresh: readonly Entering[]): Promise<Set<string>> {
  if (fresh.length === 0) return new Set()
  const viewers = unique(fresh.map(({ viewerId }) => viewerId))
  const theirs = db.selectFrom('holds').select('viewer_id').distinct().where(words.isOneOf('viewer_id', viewers))
  return new Set((await theirs.where('state', '=', 'paid').execute()).map((row) => row.viewer_id))
}

async function countCrowds({ db, words }: Reader, fresh: readonly Entering[]): Promise<Map<string, number>> {
  if (fresh.length === 0) return new Map()
  const query = db
    .selectFrom('activity_entries')
    .select((eb) => ['activity_id', 'crowd', eb.fn.countAll<number>().as('n')])
    .where(words.isOneOf('activity_id', unique(fresh.map(({ activityId }) => activityId))))
    .where(words.isOneOf('crowd', unique(fresh.flatMap(({ source }) => source ?? []))))
    .where(sql<boolean>`crowd is not null`)
  const rows = await query.groupBy(['activity_id', 'crowd']).execute()
  return new Map(rows.map(({ activity_id, crowd, n }) => [crowdKey(activity_id, crowd ?? ''), Number(n)]))
}

/** Entries of the kind, whatever became of their activities: who has got something has it. */
async function countWon(
  { db, words }: Reader,
  entering: readonly Entering[],
  opening: Opening,
): Promise<Map<string, number>> {
  const limited = entering.filter(({ activityId, kind }) => isLimited(opening, { activityId, kind }))
  if (limited.length === 0) return new Map()
  const names = unique(limited.map(({ kind, viewerId }) => wonKey(kind, viewerId)))
  // Two shows, two locks: without this one both would find the last win free.
  await words.lockNames(db, names)
  const query = db
    .selectFrom('activity_entries')
    .innerJoin('activities', 'activities.id', 'activity_entries.activity_id')
    .select((eb) => ['activities.kind', 'activity_entries.viewer_id', eb.fn.countAll<number>().as('n')])
    .where(words.isOneOf('activity_entries.viewer_id', unique(limited.map(({ viewerId }) => viewerId))))
    .where(words.isOneOf('activities.kind', unique(limited.map(({ kind }) => kind))))
    .where('activity_entries.entered_at', '>', (await opening.now()) - WON_WITHIN_MS)
  const rows = await query.groupBy(['activities.kind', 'activity_entries.viewer_id']).execute()
  return new Map(rows.map(({ kind, viewer_id, n }) => [wonKey(kind, viewer_id ?? ''), Number(n)]))
}

/** Also one that is made in the same batch; the id of another kind's is none of this kind. */
function isLimited({ requests, rows }: Opening, { activityId, kind }: Pick<Entering, 'activityId' | 'kind'>): boolean {
  const known: Pick<ActivityRecord, 'kind' | 'config'> | undefined =
    rows.activities.find(({ id }) => id === activityId) ??
    inputsOf(requests, 'makeActivity').find((made) => made.activityId === activityId)
  return known?.kind === kind && rows.kinds.get(kind)?.wonAtMost(known.config) !== null
}
