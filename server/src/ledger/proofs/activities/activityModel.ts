// The engine of activities as a plain model: maps in memory, one thing after the other, written from what it promises.
import { moveOf } from '@lantern/shared/activities/moves.ts'
import type { ActivityState } from '@lantern/shared/activities/states.ts'
import type { EnterActivity, MakeActivity, MoveActivity } from '../../../activities/activities.ts'

interface ModelEntry {
  readonly no: number
  readonly picks: readonly string[]
  readonly requests: readonly string[]
}

export interface ModelActivity {
  state: ActivityState
  readonly opensAt: number | null
  readonly lengthMs: number | null
  closesAt: number | null
  readonly places: number | null
  readonly mayChange: boolean
  /** Of the answer that told of it last. */
  revision: number
  /** Nothing has moved it since that answer. */
  isKnown: boolean
  readonly entries: Map<string, ModelEntry>
}

export interface ActivityModel {
  readonly activities: Map<string, ModelActivity>
  front: string | null
  now: number
}

/** A code, or what is granted: the state, or the number and the picks of the entry. */
export type Told = string

const OPTIONS = ['red', 'blue', 'green']
const REQUESTS_KNOWN = 5

export function createActivityModel(): ActivityModel {
  return { activities: new Map(), front: null, now: 0 }
}

/** To be called before anything that is asked at this time. */
export function moveTo(model: ActivityModel, now: number): void {
  model.now = now
  model.activities.forEach((activity) => byClock(model, activity))
}

function byClock({ now }: ActivityModel, activity: ModelActivity): void {
  const { opensAt, lengthMs } = activity
  if (activity.state === 'announced' && opensAt !== null && opensAt <= now) open(activity, opensAt, lengthMs)
  if (activity.state !== 'open' || activity.closesAt === null || activity.closesAt > now) return
  Object.assign(activity, { state: 'settled', isKnown: false })
}

function open(activity: ModelActivity, at: number, lengthMs: number | null): void {
  Object.assign(activity, { state: 'open', isKnown: false, closesAt: lengthMs === null ? null : at + lengthMs })
}

type Rules = Pick<ModelActivity, 'places' | 'mayChange'>

export function make(model: ActivityModel, request: MakeActivity, { places, mayChange }: Rules): Told {
  const { activityId, start, opensAt, lengthMs, toFront } = request
  const known = model.activities.get(activityId)
  if (known) return known.places === places && known.mayChange === mayChange ? known.state : 'ACTIVITY_ID_TAKEN'
  const fresh = { closesAt: null, revision: -1, isKnown: false, entries: new Map<string, ModelEntry>() }
  const made: ModelActivity = { state: start, opensAt, lengthMs, places, mayChange, ...fresh }
  model.activities.set(activityId, made)
  if (start === 'open') open(made, model.now, lengthMs)
  if (start !== 'draft' && toFront !== false) model.front = activityId
  byClock(model, made)
  return made.state
}

export function move(model: ActivityModel, { activityId, act, revision }: MoveActivity): Told {
  const activity = model.activities.get(activityId)
  if (!activity) return 'ACTIVITY_NOT_FOUND'
  const next = moveOf(activity.state, act)
  if (!next.ok) return next.code
  if (next.value === activity.state) return activity.state
  if (revision !== activity.revision || !activity.isKnown) return 'ACTIVITY_CHANGED'
  activity.state = next.value === 'closed' ? 'settled' : next.value
  activity.isKnown = false
  if (act === 'open') open(activity, model.now, activity.lengthMs)
  if (act === 'open' || act === 'announce') model.front = activityId
  if (act === 'cancel' && model.front === activityId) model.front = null
  byClock(model, activity)
  return activity.state
}

export function setFront(model: ActivityModel, id: string | null): Told {
  const state = id === null ? 'open' : model.activities.get(id)?.state
  if (state === undefined || ['draft', 'removed', 'cancelled'].includes(state)) return 'ACTIVITY_NOT_FOUND'
  model.front = id
  return String(id)
}

export function enter(model: ActivityModel, request: EnterActivity, picks: readonly string[]): Told {
  const activity = model.activities.get(request.activityId)
  if (!activity || ['draft', 'removed'].includes(activity.state)) return 'ACTIVITY_NOT_FOUND'
  const known = activity.entries.get(request.viewerId)
  if (known?.requests.includes(request.requestId)) return viewEntry(known)
  if (activity.state !== 'open') return activity.state === 'announced' ? 'ACTIVITY_NOT_OPEN' : 'ACTIVITY_OVER'
  return put(activity, { known, request, picks })
}

interface Entering {
  readonly known: ModelEntry | undefined
  readonly request: EnterActivity
  readonly picks: readonly string[]
}

function put(activity: ModelActivity, { known, request, picks }: Entering): Told {
  if (!known && activity.entries.size === activity.places) return 'ACTIVITY_FULL'
  if (!picks.every((pick) => OPTIONS.includes(pick))) return 'BAD_INPUT'
  if (known && !activity.mayChange) return 'ACTIVITY_ENTERED'
  if (known && String(known.picks) === String(picks)) return viewEntry(known)
  const requests = [...(known?.requests ?? []), request.requestId].slice(-REQUESTS_KNOWN)
  const entry = { no: known?.no ?? activity.entries.size + 1, picks, requests }
  activity.entries.set(request.viewerId, entry)
  return viewEntry(entry)
}

export function viewEntry({ no, picks }: Pick<ModelEntry, 'no' | 'picks'>): Told {
  return `${no}: ${picks.join()}`
}

export function talliesOf({ entries }: ModelActivity): Record<string, number> {
  const picks = [...entries.values()].flatMap((entry) => entry.picks)
  return Object.fromEntries([...Map.groupBy(picks, (pick) => pick)].map(([pick, all]) => [pick, all.length]))
}
