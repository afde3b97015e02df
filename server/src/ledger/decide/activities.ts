// The life of activities in the working set: made, moved by staff or by the clock, settled, and which one stands in front.
import { isDeepStrictEqual } from 'node:util'
import { toLife } from '../../activities/records.ts'
import type { ActivityRecord } from '../../activities/records.ts'
import { moveOf } from '@lantern/shared/activities/moves.ts'
import { type ActivityAct, isShown } from '@lantern/shared/activities/states.ts'
import type { ActivityId, ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { EventType } from '../../domain/eventTypes.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { InputOf, OutputOf } from '../requests.ts'
import { pinInFront } from './pin.ts'
import { isDrawn, isRoundNear, nameBeacon, promise, sealOf } from './seals.ts'

const CLOCK = 'clock'
const TOLD: Readonly<Record<ActivityAct, EventType>> = {
  announce: 'activity:announced',
  open: 'activity:opened',
  close: 'activity:closed',
  settle: 'activity:settled',
  cancel: 'activity:cancelled',
  remove: 'activity:removed',
}

export function decideMake(set: WorkingSet, request: InputOf<'makeActivity'>): OutputOf<'makeActivity'> {
  const { showId, activityId, by, start } = request
  const known = set.activities.find(activityId)
  if (known) return repeats(set, known, request) ? grant(lifeOf(set, known)) : refuse('ACTIVITY_ID_TAKEN')
  if (hasEnded(set, showId)) return refuse('SHOW_ENDED')
  const actor = `staff:${by}`
  const made = make(set, request, actor)
  // What another one keeps back is kept until that is over.
  if (start === 'draft' || besideOthers(set, made)) return grant(lifeOf(set, made))
  const shown = move(set, made, { act: start === 'open' ? 'open' : 'announce', actor })
  if (request.toFront !== false) bringToFront(set, shown, actor)
  return grant(lifeOf(set, moveByClock(set, shown)))
}

function repeats(set: WorkingSet, known: ActivityRecord, asked: InputOf<'makeActivity'>): boolean {
  const { showId, kind, config, conditions, waitsFor = null } = asked
  if (known.show_id !== showId || known.kind !== kind) return false
  // Once it has opened it waits for nothing, whatever it was made to wait for.
  if (known.state === 'draft' && !isDeepStrictEqual(known.waits_for, waitsFor)) return false
  return isDeepStrictEqual([known.config, known.conditions], [kindOf(set, kind).readConfig(config), conditions])
}

function make(set: WorkingSet, request: InputOf<'makeActivity'>, actor: string): ActivityRecord {
  const { activityId, showId, opensAt, lengthMs, conditions, start } = request
  const waitsFor = start === 'draft' ? (request.waitsFor ?? null) : null
  const kind = kindOf(set, request.kind)
  const config = kind.readConfig(request.config)
  const places = kind.places(config)
  const payload = { activityId, kind: kind.kind, config, places, conditions, opensAt, lengthMs, waitsFor }
  const version = set.record(showId, { actor, type: 'activity:made', payload })
  const activity: ActivityRecord = {
    id: activityId,
    show_id: showId,
    kind: kind.kind,
    state: 'draft',
    config,
    result: null,
    places,
    conditions,
    entries: 0,
    opens_at: opensAt,
    waits_for: waitsFor,
    length_ms: lengthMs,
    made_at: set.now,
    opened_at: null,
    closes_at: opensAt === null ? null : closesAt(kind.goodUntil(config), { opensAt, lengthMs }),
    closed_at: null,
    settled_at: null,
    made_by: request.by,
    revision: version,
    version,
  }
  set.activities.put(activity)
  promise(set, activity, request.seed)
  return activity
}

export function decideMove(set: WorkingSet, request: InputOf<'moveActivity'>): OutputOf<'moveActivity'> {
  const { showId, act, revision, by } = request
  const activity = set.activities.find(request.activityId)
  if (activity?.show_id !== showId) return refuse('ACTIVITY_NOT_FOUND')
  const next = moveOf(activity.state, act)
  if (!next.ok) return next
  // Done already: whoever asks again has what they asked for.
  if (next.value === activity.state) return grant(lifeOf(set, activity))
  if (revision !== activity.revision) return refuse('ACTIVITY_CHANGED', { detail: { state: activity.state } })
  const shows = act === 'announce' || act === 'open'
  const kept = shows ? keepBack(set, activity, request) : null
  if (kept) return kept
  const actor = `staff:${by}`
  const moved = move(set, activity, { act, actor })
  if (shows && request.toFront !== false) bringToFront(set, moved, actor)
  return grant(lifeOf(set, moveByClock(set, moved)))
}

/** Null: it may be shown. What was shown before is not asked about others: it is among them. */
function keepBack(set: WorkingSet, activity: ActivityRecord, { carriesPrice = true }: InputOf<'moveActivity'>) {
  if (hasEnded(set, activity.show_id)) return refuse('SHOW_ENDED')
  const notCarried = set.kinds.get(activity.kind)?.notCarried
  if (!carriesPrice && notCarried) return refuse(notCarried)
  if (isGoodNoMore(set, activity, activity.opens_at ?? set.now)) return refuse('COUPON_PAST')
  return activity.state === 'draft' ? besideOthers(set, activity) : null
}

/** What it gives would be over before it opens, at that moment or now. */
export function isGoodNoMore(set: WorkingSet, { kind, config }: ActivityRecord, opensAt: number): boolean {
  const until = set.kinds.get(kind)?.goodUntil(config) ?? null
  return until !== null && until <= Math.max(set.now, opensAt)
}

/** Why it cannot be shown while others of its kind are; null: it can. */
export function besideOthers(set: WorkingSet, { id, show_id, kind, config }: ActivityRecord) {
  const shown = [...set.activities.all()].filter(({ state }) => state === 'announced' || state === 'open')
  const others = shown.filter((other) => other.id !== id && other.show_id === show_id && other.kind === kind)
  const [code] = others.flatMap((other) => set.kinds.get(kind)?.refusesBeside(config, other.config) ?? [])
  return code === undefined ? null : refuse(code)
}

interface Move {
  readonly act: ActivityAct
  readonly actor: string
  /** What comes of it, where it is settled. */
  readonly result?: unknown
  /** When it should have been; default: now. */
  readonly at?: number
}

/** As the table of moves allows; settles at once what can be settled at its close. */
export function move(
  set: WorkingSet,
  activity: ActivityRecord,
  { act, actor, result = null, at = set.now }: Move,
): ActivityRecord {
  const next = moveOf(activity.state, act)
  if (!next.ok) throw new Error(`activity ${activity.id} is ${activity.state}: nobody can ${act} it`)
  const times = { waits_for: null, ...timesOf(set, activity, { act, at }) }
  const moved = { ...activity, state: next.value, ...times, ...(act === 'settle' && { result }) }
  const { id: activityId, kind, config, entries, closes_at: closesAt } = moved
  if (act === 'open') nameBeacon(set, moved)
  const payload = {
    activityId,
    kind,
    config,
    entries,
    closesAt,
    ...sealOf(set, moved),
    ...(act === 'settle' && { result, tallies: talliesOf(set, moved) }),
  }
  const version = set.record(activity.show_id, { actor, type: TOLD[act], payload })
  const after: ActivityRecord = { ...moved, revision: version, version }
  set.activities.put(after)
  if (act === 'cancel') leaveFront(set, after, actor)
  return act === 'close' ? settle(set, after) : after
}

interface Timed {
  readonly act: ActivityAct
  readonly at: number
}

function timesOf(set: WorkingSet, activity: ActivityRecord, { act, at }: Timed): Partial<ActivityRecord> {
  const { kind, config, length_ms: lengthMs } = activity
  const until = set.kinds.get(kind)?.goodUntil(config) ?? null
  if (act === 'open') return { opened_at: at, closes_at: closesAt(until, { opensAt: at, lengthMs }) }
  if (act === 'settle') return { settled_at: at }
  return act === 'close' || act === 'cancel' ? { closed_at: at } : {}
}

/** After its length, and by the time at which what it gives is over: whoever came later would have nothing. Null: by hand. */
function closesAt(
  goodUntil: number | null,
  { opensAt, lengthMs }: { readonly opensAt: number; readonly lengthMs: number | null },
): number | null {
  const ends = [goodUntil, lengthMs === null ? null : opensAt + lengthMs].filter((end) => end !== null)
  return ends.length === 0 ? null : Math.min(...ends)
}

/** What cannot be settled yet is as it was. An activity whose kind is gone, or fails, stays closed. */
function settle(set: WorkingSet, activity: ActivityRecord): ActivityRecord {
  const outcome = outcomeOf(set, activity)
  if (outcome === null) return activity
  const { result, productId } = outcome
  const settled = move(set, activity, { act: 'settle', actor: CLOCK, result })
  if (productId !== null) pinInFront(set, activity.show_id, { productId, actor: CLOCK })
  return settled
}

/** Null: not yet, or its kind cannot say; that must not undo the batch, in which others buy and are settled. */
function outcomeOf(set: WorkingSet, activity: ActivityRecord): { result: unknown; productId: ProductId | null } | null {
  const { id: activityId, kind, config, entries } = activity
  const rules = set.kinds.get(kind)
  // Drawn from all entries, which no batch could read: it is told of it.
  if (isDrawn(rules)) return null
  const closing = { config, entries, tallies: talliesOf(set, activity), now: set.now }
  try {
    const result = rules?.settle(closing) ?? null
    return result === null ? null : { result, productId: rules?.pins(result) ?? null }
  } catch (error) {
    set.broken.push({ activityId, kind, why: String(error) })
    return null
  }
}

/** Of one that was drawn. */
export function settleAs(set: WorkingSet, activity: ActivityRecord, result: unknown): ActivityRecord {
  return move(set, activity, { act: 'settle', actor: CLOCK, result })
}

function talliesOf(set: WorkingSet, { id }: ActivityRecord): Record<string, number> {
  const own = [...set.tallies.all()].filter(({ activity_id, n }) => activity_id === id && n > 0)
  return Object.fromEntries(own.map(({ key, n }) => [key, n]))
}

/** Moves on whatever is due, before anything else is decided; answers how many. */
export function moveDue(set: WorkingSet): number {
  // What belongs to a show that is not locked was only named by mistake.
  const own = [...set.activities.all()].filter(({ show_id }) => set.shows.find(show_id))
  return own.filter((activity) => moveByClock(set, activity) !== activity).length
}

/** At the times that were announced, however late this is. */
function moveByClock(set: WorkingSet, activity: ActivityRecord): ActivityRecord {
  const { state, opens_at, closes_at } = activity
  const isDue = (at: number | null) => at !== null && at <= set.now
  if (state === 'closed') return settle(set, activity)
  if (state === 'open' && (isDue(closes_at) || isRoundNear(set, activity)))
    return move(set, activity, { act: 'close', actor: CLOCK })
  if (state !== 'announced' || opens_at === null || !isDue(opens_at)) return activity
  return moveByClock(set, move(set, activity, { act: 'open', actor: CLOCK, at: opens_at }))
}

/** With its show ends what runs; what was only announced will not be. */
export function endActivities(set: WorkingSet, showId: ShowId, actor: string): void {
  const own = [...set.activities.all()].filter(({ show_id }) => show_id === showId)
  for (const activity of own) {
    if (activity.state === 'open') move(set, activity, { act: 'close', actor })
    if (activity.state === 'announced') move(set, activity, { act: 'cancel', actor })
  }
}

export function decideFront(set: WorkingSet, { showId, activityId, by }: InputOf<'setFront'>): OutputOf<'setFront'> {
  if (activityId !== null) {
    const activity = set.activities.find(activityId)
    const canBeSeen = activity?.show_id === showId && isShown(activity.state) && activity.state !== 'cancelled'
    if (!canBeSeen) return refuse('ACTIVITY_NOT_FOUND')
  }
  return grant(setFront(set, showId, { activityId, actor: `staff:${by}` }))
}

interface Front {
  readonly activityId: ActivityId | null
  readonly actor: string
}

function setFront(set: WorkingSet, showId: ShowId, { activityId, actor }: Front) {
  const known = set.fronts.find(showId) ?? { show_id: showId, activity_id: null, version: 0 }
  if (known.activity_id === activityId) return { activityId, version: known.version }
  const version = set.record(showId, { actor, type: 'front:changed', payload: { activityId } })
  set.fronts.put({ show_id: showId, activity_id: activityId, version })
  return { activityId, version }
}

export function bringToFront(set: WorkingSet, { id, show_id }: ActivityRecord, actor: string): void {
  setFront(set, show_id, { activityId: id, actor })
}

function leaveFront(set: WorkingSet, { id, show_id }: ActivityRecord, actor: string): void {
  if (set.fronts.find(show_id)?.activity_id === id) setFront(set, show_id, { activityId: null, actor })
}

function hasEnded(set: WorkingSet, showId: ShowId): boolean {
  return (set.shows.find(showId)?.phase ?? 'ended') === 'ended'
}

export function lifeOf(set: WorkingSet, activity: ActivityRecord) {
  return toLife(activity, set.seals.find(activity.id))
}

/** Throws for one that no feature of this server brings: no command of the contract asks for it. */
function kindOf(set: WorkingSet, name: string) {
  const kind = set.kinds.get(name)
  if (!kind) throw new Error(`no kind of activity is named ${name}`)
  return kind
}
