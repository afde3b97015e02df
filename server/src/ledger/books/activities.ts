// Activities in a batch's working set: those that are made, moved or entered, and those whose time has come.
import { sql } from 'kysely'
import type { Progress } from '@lantern/shared/activities/conditions.ts'
import { readProgress } from '../../activities/conditions/conditions.ts'
import type { Kinds } from '../../activities/kind.ts'
import { type ActivityRecord, toActivity, toActivityRow } from '../../activities/records.ts'
import type { ActivityRow, EntryRow, FrontRow, TallyRow } from '../../activities/schema.ts'
import { isReached } from '@lantern/shared/activities/waiting.ts'
import { viewersIn } from '../decide/waiting.ts'
import { insertRows, updateRows } from '../../database/bulk.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { Drift } from '../ledger.ts'
import { inputsOf } from '../requests.ts'
import * as tables from '../tables.ts'
import { unique } from './book.ts'
import type { Asked, Book, Needs, Opening, Reader } from './book.ts'

/** A show's lock covers its activities. */
export function createActivities(kinds: Kinds): Book {
  return {
    name: 'activities',
    rank: 90,
    locks: null,
    find: findActivities,
    async open(reader, opening) {
      const activities = await readActivities(reader, opening, kinds)
      const ids = activities.map(({ id }) => id)
      return {
        rows: {
          kinds,
          activities,
          entries: await readEntries(
            reader,
            opening,
            activities.filter(({ kind }) => kinds.get(kind)?.givesPrices),
          ),
          progress: await readConditions(reader, opening, activities),
          tallies: await readTallies(reader, ids),
          fronts: await readFronts(reader, opening, activities),
        },
        save: saveActivities,
      }
    },
    check: checkPlaces,
  }
}

const NAMING = ['moveActivity', 'makeActivity', 'planActivity', 'enter', 'setFront'] as const

async function findActivities(reader: Reader, { requests, now }: Asked): Promise<Partial<Needs>> {
  const named = NAMING.flatMap((kind) => inputsOf(requests, kind))
  const limit = Math.max(0, ...inputsOf(requests, 'moveDue').map((due) => due.limit))
  const due = limit === 0 ? [] : await findDue(reader, { limit, now: await now() })
  const waiting = limit === 0 ? [] : await findWaiting(reader, { requests, now: await now() })
  return {
    showIds: [
      ...named.map(({ showId }) => showId),
      ...due.map((row) => row.show_id),
      ...waiting.map((row) => row.show_id),
    ],
    activityIds: [
      ...named.flatMap(({ activityId }) => activityId ?? []),
      ...due.map((row) => row.id),
      ...waiting.map((row) => row.id),
    ],
  }
}

/** Those that are closed are asked again what came of them. */
async function findDue({ db }: Reader, { limit, now }: { limit: number; now: number }) {
  const opening = sql<boolean>`state = 'announced' and opens_at <= ${now}`
  const closing = sql<boolean>`state = 'open' and closes_at <= ${now}`
  const due = db
    .selectFrom('activities')
    .select(['id', 'show_id'])
    .where(sql<boolean>`state in ('announced', 'open', 'closed')`)
    .where(sql<boolean>`((${opening}) or (${closing}) or state = 'closed')`)
  return due.orderBy('version').limit(limit).execute()
}

/** Drafts of live shows that have reached what they wait for. */
async function findWaiting({ db }: Reader, { requests, now }: { requests: Asked['requests']; now: number }) {
  const rows = await db
    .selectFrom('activities')
    .innerJoin('shows', 'shows.id', 'activities.show_id')
    .select(['activities.id', 'activities.show_id', 'activities.waits_for', 'shows.live_at'])
    .where('activities.state', '=', 'draft')
    .where(sql<boolean>`activities.waits_for is not null`)
    .where('shows.phase', '=', 'live')
    .execute()
  const viewers = viewersIn(requests)
  return rows.filter(({ show_id, waits_for, live_at }) => {
    const standing = { now, liveAt: live_at, viewers: viewers.get(show_id) ?? null }
    return waits_for !== null && isReached(JSON.parse(waits_for), standing)
  })
}

/** With those of shows that end, which end with them, and those that open prices in the shows of the batch. */
async function readActivities({ db, words }: Reader, { needs }: Opening, kinds: Kinds): Promise<ActivityRecord[]> {
  const { activityIds, closingShowIds, showIds } = needs
  const pricing = [...kinds.values()].filter(({ givesPrices }) => givesPrices).map(({ kind }) => kind)
  const pricingIds = pricing.length === 0 ? [] : showIds
  if (activityIds.length + closingShowIds.length + pricingIds.length === 0) return []
  const live = sql<boolean>`(${words.isOneOf('show_id', closingShowIds)} and state in ('announced', 'open', 'closed'))`
  const prices = sql<boolean>`(${words.isOneOf('show_id', pricingIds)} and ${words.isOneOf('kind', pricing)}
    and state in ('announced', 'open', 'closed', 'settled', 'cancelled'))`
  const fits = [
    ...(activityIds.length === 0 ? [] : [words.isOneOf('id', activityIds)]),
    ...(closingShowIds.length === 0 ? [] : [live]),
    ...(pricingIds.length === 0 ? [] : [prices]),
  ]
  const query = db
    .selectFrom('activities')
    .selectAll()
    .where((eb) => eb.or(fits))
  return (await query.orderBy('version').execute()).map(toActivity)
}

/** Of those who enter, and of those who may have paid under one that opens prices. */
async function readEntries(
  { db, words }: Reader,
  { requests, rows }: Opening,
  pricing: readonly ActivityRecord[],
): Promise<EntryRow[]> {
  const reported = new Set<string>(pricing.length === 0 ? [] : inputsOf(requests, 'report').map(({ holdId }) => holdId))
  // A hold may be placed and paid in one batch.
  const placed = inputsOf(requests, 'place').filter(({ holdId }) => reported.has(holdId))
  const payers = [...rows.holds.filter(({ id }) => reported.has(id)), ...placed]
  const paying = pricing.flatMap(({ id: activityId }) => payers.map(({ viewerId }) => ({ activityId, viewerId })))
  const entering = [...inputsOf(requests, 'enter'), ...paying]
  if (entering.length === 0) return []
  const pairs = unique(entering.map(({ activityId, viewerId }) => `${activityId} ${viewerId}`))
  const given = words.givenRows(
    { activity_id: 'text', viewer_id: 'text' },
    pairs.map((pair) => pair.split(' ')),
  )
  const query = sql<EntryRow>`select activity_entries.* from ${given} join activity_entries
    on activity_entries.activity_id = given.activity_id and activity_entries.viewer_id = given.viewer_id`
  return (await query.execute(db)).rows
}

/** Of those who may enter for the first time: whoever is in already is asked no more, but reading it costs less than finding out. */
async function readConditions(
  reader: Reader,
  { requests }: Opening,
  activities: readonly ActivityRecord[],
): Promise<Map<string, readonly Progress[]>> {
  const made = inputsOf(requests, 'makeActivity').map(({ activityId, conditions }) => [activityId, conditions] as const)
  const known = activities.map(({ id, conditions }) => [id, conditions] as const)
  // The first one of an id is made, whatever a later one asks for.
  const asked = new Map([...made.toReversed(), ...known])
  const applications = inputsOf(requests, 'enter').flatMap((who) => {
    const conditions = asked.get(who.activityId) ?? []
    return conditions.length === 0 ? [] : [{ entryId: who.entryId, conditions, who }]
  })
  const progress = applications.length === 0 ? [] : await readProgress(reader, applications)
  return new Map(applications.map(({ entryId }, at) => [entryId, progress[at] ?? []]))
}

async function readTallies({ db, words }: Reader, ids: readonly string[]): Promise<TallyRow[]> {
  if (ids.length === 0) return []
  return db.selectFrom('activity_tallies').selectAll().where(words.isOneOf('activity_id', ids)).execute()
}

async function readFronts(
  { db, words }: Reader,
  { requests }: Opening,
  activities: readonly ActivityRecord[],
): Promise<FrontRow[]> {
  const named = [...inputsOf(requests, 'makeActivity'), ...inputsOf(requests, 'setFront')]
  const showIds = unique([...named.map(({ showId }) => showId), ...activities.map((row) => row.show_id)])
  if (showIds.length === 0) return []
  return db.selectFrom('activity_fronts').selectAll().where(words.isOneOf('show_id', showIds)).execute()
}

async function saveActivities(to: Reader, { activities, entries, tallies, fronts }: WorkingSet): Promise<void> {
  await insertRows(to, tables.ACTIVITIES, activities.added().map(toActivityRow))
  await updateRows(to, tables.ACTIVITY_CHANGES, activities.updated().map(toActivityRow))
  await insertRows(to, tables.ENTRIES, entries.added())
  await updateRows(to, tables.ENTRY_CHANGES, entries.updated())
  await insertRows(to, tables.TALLIES, tallies.added())
  await updateRows(to, tables.TALLY_CHANGES, tallies.updated())
  await insertRows(to, tables.FRONTS, fronts.added())
  await updateRows(to, tables.FRONT_CHANGES, fronts.updated())
}

/** Activities whose number of entries is not that of the rows, or more than their places. */
async function checkPlaces({ db }: Reader): Promise<Drift[]> {
  const query = sql<Pick<ActivityRow, 'id' | 'entries' | 'places'> & { entered: number }>`
    select a.id, a.entries, a.places, count(e.no) as entered
    from activities a left join activity_entries e on e.activity_id = a.id
    group by a.id, a.entries, a.places
    having a.entries <> count(e.no) or count(e.no) > coalesce(a.places, count(e.no))`
  return (await query.execute(db)).rows.map(({ id, entries, places, entered }) => ({
    invariant: 'I1',
    units: entries === entered ? entered - (places ?? entered) : entries - entered,
    what: `activity ${id}: ${entries} are said to have entered, ${entered} did, ${places ?? 'any number'} may`,
  }))
}
