// What a viewer enters into an activity, in the working set: decided by its kind, counted by its keys.
import { areMet } from '../../activities/conditions/conditions.ts'
import { givenIn, toOwnEntry } from '../../activities/records.ts'
import type { ActivityRecord } from '../../activities/records.ts'
import type { EntryRow } from '../../activities/schema.ts'
import { isOver, isShown } from '@lantern/shared/activities/states.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { WorkingSet } from '../workingSet.ts'
import { crowdOfEntry, noteEntry, refuseCrowdedEntry, refuseWonEnough } from './entrants.ts'
import { giveReceipt } from './seals.ts'
import { entryKey, tallyKey } from '../workingSet.ts'
import { grantReward } from './rewards.ts'
import type { InputOf, OutputOf } from '../requests.ts'

/** The latest requests that are known again; a page has few on their way at once. */
const REQUESTS_KNOWN = 5
const ENTERED = 'activity:entered'
/** What stands in the place of somebody's own words. */
const NOTHING_COUNTED = '{}'

type Enter = InputOf<'enter'>

export function decideEnter(set: WorkingSet, request: Enter): OutputOf<'enter'> {
  const { viewerId, kind, requestId } = request
  const activity = findShown(set, request)
  if (!activity) return refuse('ACTIVITY_NOT_FOUND')
  const known = set.entries.find(entryKey({ activity_id: activity.id, viewer_id: viewerId }))
  const requests = requestsOf(known)
  if (known && requests.includes(requestId)) return grant(toOwnEntry(known, kind))
  if (activity.state !== 'open') return refuse(isOver(activity.state) ? 'ACTIVITY_OVER' : 'ACTIVITY_NOT_OPEN')

  // Whoever is kept out learns nothing of what they sent, and no rule of a kind acts for them.
  const crowd = addressOf(set, activity, { known, request })
  const kept = known ? null : keepOut(set, activity, { viewerId, entryId: request.entryId, crowd })
  if (kept) return kept
  const decision = decideByKind(set, activity, { known, entry: request.entry })
  if (!decision.ok) return decision
  const value = JSON.stringify(decision.value)
  if (known && givenIn(known) === value) return grant(toOwnEntry(known, kind))
  const entered = { known, request, value, crowd, requests: [...requests, requestId].slice(-REQUESTS_KNOWN) }
  const entry = putEntry(set, activity, entered)
  if (!known) reward(set, activity, { no: entry.no, viewerId })
  return grant(toOwnEntry(entry, kind))
}

/** Decided once, at the first word. */
function addressOf(
  set: WorkingSet,
  activity: ActivityRecord,
  { known, request }: Pick<NewEntry, 'known'> & { request: Enter },
) {
  return known ? known.crowd : crowdOfEntry(set, activity, request)
}

/** In the batch that takes the entry: who is in has it. */
function reward(set: WorkingSet, activity: ActivityRecord, { no, viewerId }: Pick<Enter, 'viewerId'> & { no: number }) {
  const { id, config, kind } = activity
  const seed = set.seals.find(id)?.seed ?? null
  const given = set.kinds.get(kind)?.rewardFor({ config, no, seed, now: set.now }) ?? null
  if (given !== null) grantReward(set, activity, { reward: given, viewerId, for: { entryNo: no } })
}

function findShown(set: WorkingSet, { activityId, showId, kind }: Enter): ActivityRecord | null {
  const activity = set.activities.find(activityId)
  return activity?.show_id === showId && activity.kind === kind && isShown(activity.state) ? activity : null
}

function requestsOf(known: EntryRow | undefined): readonly string[] {
  return known ? JSON.parse(known.requests) : []
}

function isFull({ places, entries }: ActivityRecord): boolean {
  return places !== null && entries >= places
}

/** Asked of whoever comes anew: what was met once is met, and a former word may be changed. Null: they may come in. */
function keepOut(
  set: WorkingSet,
  activity: ActivityRecord,
  { viewerId, entryId, crowd }: Coming & Pick<Enter, 'entryId'>,
) {
  if (isFull(activity)) return refuse('ACTIVITY_FULL')
  if (set.kinds.get(activity.kind)?.gives && set.staffViewers.has(viewerId)) return refuse('STAFF_CANNOT_WIN')
  const { conditions } = activity
  if (conditions.length === 0) return keepOutMany(set, activity, { viewerId, crowd })
  const progress = set.progress.get(entryId)
  if (!progress) throw new Error(`how far ${viewerId} is with activity ${activity.id} was not loaded with the batch`)
  if (!areMet(progress)) return refuse('CONDITIONS_UNMET', { detail: { progress } })
  return keepOutMany(set, activity, { viewerId, crowd })
}

/** Last: whoever could not come in anyway says nothing of an address. */
function keepOutMany(set: WorkingSet, activity: ActivityRecord, { viewerId, crowd }: Coming) {
  return refuseWonEnough(set, activity, viewerId) ?? refuseCrowdedEntry(set, activity, crowd)
}

interface Coming {
  readonly viewerId: Enter['viewerId']
  readonly crowd: string | null
}

interface Given {
  readonly known: EntryRow | undefined
  readonly entry: unknown
}

function decideByKind(set: WorkingSet, activity: ActivityRecord, { known, entry }: Given) {
  const rules = set.kinds.get(activity.kind)
  if (!rules) throw new Error(`no kind of activity is named ${activity.kind}`)
  const before: unknown = known ? JSON.parse(givenIn(known)) : null
  const no = known?.no ?? activity.entries + 1
  const seed = set.seals.find(activity.id)?.seed ?? null
  return rules.decideEntry({ config: activity.config, entry, before, no, seed })
}

/** For whoever paid while it was open: nothing else is asked of them. Throws where they are in already. */
export function enterPaid(
  set: WorkingSet,
  activity: ActivityRecord,
  { viewerId, entry }: { viewerId: Enter['viewerId']; entry: unknown },
): void {
  const known = set.entries.find(entryKey({ activity_id: activity.id, viewer_id: viewerId }))
  if (known) throw new Error(`${viewerId} has entered activity ${activity.id} already`)
  const request = { viewerId, entryId: set.newId() }
  putEntry(set, activity, { known, request, value: JSON.stringify(entry), crowd: null, requests: [] })
}

interface NewEntry {
  readonly known: EntryRow | undefined
  readonly request: Pick<Enter, 'viewerId'> & Parameters<typeof giveReceipt>[2]
  readonly value: string
  readonly crowd: string | null
  readonly requests: readonly string[]
}

function putEntry(set: WorkingSet, activity: ActivityRecord, entered: NewEntry): EntryRow {
  const { known, request, value, crowd, requests } = entered
  const { viewerId } = request
  const entries = activity.entries + (known ? 0 : 1)
  const version = factFor(set, activity, viewerId)
  const born = { activity_id: activity.id, show_id: activity.show_id, viewer_id: viewerId, entered_at: set.now }
  const row = {
    ...born,
    no: entries,
    crowd,
    ...(known ?? giveReceipt(set, activity, request)),
    ...keptAs(set, activity, { value, viewerName: request.viewerName }),
    requests: JSON.stringify(requests),
    changed_at: set.now,
    version,
  }
  set.entries.put(row)
  if (!known) noteEntry(set, activity, { viewerId, crowd })
  // An earlier fact of this batch may take in what comes after a later one.
  set.activities.put({ ...activity, entries, version: Math.max(activity.version, version) })
  count(set, activity, { value: known?.value, by: -1 })
  count(set, activity, { value: row.value, by: 1 })
  return row
}

/** What is entered into a kind of free text is kept apart, with the name that stands beside it. */
function keptAs(
  set: WorkingSet,
  { kind }: ActivityRecord,
  { value, viewerName }: { value: string; viewerName: string | undefined },
): Pick<EntryRow, 'value' | 'own_words'> & Partial<Pick<EntryRow, 'viewer_name'>> {
  if (!set.kinds.get(kind)?.freeText) return { value, own_words: null }
  return { value: NOTHING_COUNTED, own_words: value, viewer_name: viewerName ?? null }
}

function count(
  set: WorkingSet,
  activity: ActivityRecord,
  { value, by }: { value: string | undefined; by: 1 | -1 },
): void {
  const rules = set.kinds.get(activity.kind)
  if (value === undefined || rules === undefined || rules.freeText) return
  const keys = rules.keysOf(JSON.parse(value), activity.config)
  for (const key of keys) {
    const row = { activity_id: activity.id, key }
    const n = set.tallies.find(tallyKey(row))?.n ?? 0
    set.tallies.put({ ...row, n: n + by })
  }
}

/**
 * The number of the fact that tells of this entry: one for all of a batch that are entered into an activity, but each viewer
 * stands in it once, so that whoever enters twice is told the later word as the later one.
 */
function factFor(set: WorkingSet, { id, show_id, kind }: ActivityRecord, viewerId: Enter['viewerId']): number {
  const open = set.entryFacts.get(id)
  const known = set.entries.find(entryKey({ activity_id: id, viewer_id: viewerId }))
  if (open !== undefined && known?.version !== open) return open
  const payload = { activityId: id, kind, entries: [] }
  const seq = set.record(show_id, { actor: 'viewers', type: ENTERED, payload })
  set.entryFacts.set(id, seq)
  return seq
}

/** Puts into the facts of a batch what was entered under them, which is known at its end alone. */
export function tellEntries(set: WorkingSet): void {
  if (set.entryFacts.size === 0) return
  const added = set.entries.added().map((row) => ({ row, isNew: true }))
  const changed = set.entries.updated().map((row) => ({ row, isNew: false }))
  const byFact = Map.groupBy([...added, ...changed], ({ row }) => row.version)
  for (const fact of set.events.filter(({ type }) => type === ENTERED)) {
    const told = byFact.get(fact.seq) ?? []
    const entries = told.map(({ row: { viewer_id, no, value }, isNew }) => {
      return { viewerId: viewer_id, no, entry: JSON.parse(value), isNew }
    })
    fact.payload = JSON.stringify({ ...JSON.parse(fact.payload), entries })
  }
}
