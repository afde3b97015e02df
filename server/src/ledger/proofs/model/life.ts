// The reference ledger's activities: made, moved by staff or by the clock, opened by themselves, and which one stands in front.
import { isDeepStrictEqual } from 'node:util'
import type { ActivityAct, ActivityState } from '@lantern/shared/activities/states.ts'
import type { WaitsFor } from '@lantern/shared/activities/waiting.ts'
import type { InputOf } from '../../requests.ts'
import { START_AT } from '../testShop.ts'
import type { ModelActivity, Play } from './playState.ts'
import type { ModelState } from './state.ts'
import { viewLife } from './playViews.ts'
import { granted, refused } from './views.ts'
import type { View } from './views.ts'

type Act = Exclude<ActivityAct, 'settle'>

/** What each act makes of it; whatever is closed is settled at once. What is missing is refused. */
const MOVES: Readonly<Record<Exclude<ActivityState, 'closed'>, Partial<Record<Act, ActivityState>>>> = {
  draft: { announce: 'announced', open: 'open', cancel: 'removed', remove: 'removed' },
  announced: { announce: 'announced', open: 'open', cancel: 'cancelled' },
  open: { open: 'open', close: 'settled', cancel: 'cancelled' },
  settled: { close: 'settled' },
  cancelled: { cancel: 'cancelled' },
  removed: { cancel: 'removed', remove: 'removed' },
}

/** Something is told; answers its place among all that is. */
export function tell(state: ModelState): number {
  return ++state.told
}

function put(state: ModelState, activity: ModelActivity, change: Partial<ModelActivity>): void {
  const told = tell(state)
  Object.assign(activity, change, { told, revision: told })
}

export const isShown = ({ state }: ModelActivity) => state !== 'draft' && state !== 'removed'
export const isOver = ({ state }: ModelActivity) => !['draft', 'announced', 'open'].includes(state)

export function makeActivity(state: ModelState, request: InputOf<'makeActivity'>, play: Play): View {
  const { activityId, start } = request
  const known = state.activities.find(({ id }) => id === activityId)
  if (known) return isSame(known, request) ? granted(viewLife(known)) : refused('ACTIVITY_ID_TAKEN')
  if (!state.isLive) return refused('SHOW_ENDED')
  const made = draftOf(request, play)
  put(state, made, {})
  state.activities.push(made)
  // What another one keeps back is kept until that is over.
  if (start === 'draft' || isKeptBack(state, made)) return granted(viewLife(made))
  perform(state, made, { act: start === 'open' ? 'open' : 'announce' })
  if (request.toFront !== false) state.front = made.id
  moveByClock(state, made)
  return granted(viewLife(made))
}

/** While it is a draft it waits for the same, too. */
function isSame({ state, waitsFor, asked }: ModelActivity, request: InputOf<'makeActivity'>): boolean {
  const waits = state !== 'draft' || isDeepStrictEqual(waitsFor, waitedFor(request))
  return waits && isDeepStrictEqual(asked, askedIn(request))
}

/** Nothing but a draft waits. */
function waitedFor({ start, waitsFor = null }: InputOf<'makeActivity'>): WaitsFor | null {
  return start === 'draft' ? waitsFor : null
}

function askedIn({ kind, config, conditions }: InputOf<'makeActivity'>) {
  return { kind, config, conditions }
}

function draftOf(request: InputOf<'makeActivity'>, play: Play): ModelActivity {
  const { conditions, opensAt, lengthMs } = request
  const fresh = { entries: [], openedAt: null, closedAt: null, revision: 0, told: 0, isBehind: false }
  return {
    id: request.activityId,
    play,
    asked: askedIn(request),
    seed: request.seed,
    places: 'places' in play.config ? play.config.places : null,
    conditions,
    opensAt,
    lengthMs,
    state: 'draft',
    waitsFor: waitedFor(request),
    closesAt: opensAt === null ? null : endOf(play, opensAt, lengthMs),
    ...fresh,
  }
}

/** Two step prices of one product would be a riddle. */
function isKeptBack({ activities }: ModelState, { id, play }: ModelActivity): boolean {
  if (play.kind !== 'stepPrice') return false
  const others = activities.filter((other) => other.id !== id && !isOver(other) && isShown(other))
  return others.some(
    (other) => other.play.kind === 'stepPrice' && other.play.config.productId === play.config.productId,
  )
}

interface Doing {
  readonly act: Act
  /** Default: now. */
  readonly at?: number
}

function perform(state: ModelState, activity: ModelActivity, { act, at = state.now }: Doing): void {
  const to = activity.state === 'closed' ? undefined : MOVES[activity.state][act]
  if (to === undefined) throw new Error(`the model cannot ${act} ${activity.id}`)
  const { play, lengthMs } = activity
  const opened = act === 'open' ? { openedAt: at, closesAt: endOf(play, at, lengthMs) } : {}
  const closed = act === 'close' || act === 'cancel' ? { closedAt: state.now } : {}
  put(state, activity, { state: to, waitsFor: null, ...opened, ...closed })
  if (act === 'cancel' && state.front === activity.id) state.front = null
}

export function moveActivity(state: ModelState, request: InputOf<'moveActivity'>): View {
  const { act, revision } = request
  const activity = state.activities.find(({ id }) => id === request.activityId)
  if (!activity || activity.state === 'closed') return refused('ACTIVITY_NOT_FOUND')
  const to = MOVES[activity.state][act]
  if (to === undefined) return refused(whyNot(activity, act))
  if (to === activity.state) return granted(viewLife(activity))
  if (revision !== activity.revision) return refused('ACTIVITY_CHANGED', { state: activity.state })
  const shows = act === 'announce' || act === 'open'
  const kept = shows ? keepBack(state, activity, request.carriesPrice ?? true) : null
  if (kept) return refused(kept)
  perform(state, activity, { act })
  if (shows && request.toFront !== false) state.front = activity.id
  moveByClock(state, activity)
  return granted(viewLife(activity))
}

function whyNot(activity: ModelActivity, act: Act): string {
  if (activity.state === 'removed') return 'ACTIVITY_NOT_FOUND'
  if (isOver(activity)) return 'ACTIVITY_OVER'
  return act === 'close' ? 'ACTIVITY_NOT_OPEN' : 'ACTIVITY_STARTED'
}

function keepBack(state: ModelState, activity: ModelActivity, carriesPrice: boolean): string | null {
  if (!state.isLive) return 'SHOW_ENDED'
  if (!carriesPrice && takesOff(activity)) {
    return activity.play.kind === 'stepPrice' ? 'PRICE_NOT_CARRIED' : 'COUPON_NOT_CARRIED'
  }
  if (isGoodNoMore(state, activity, activity.opensAt)) return 'COUPON_PAST'
  return activity.state === 'draft' && isKeptBack(state, activity) ? 'STEP_PRICE_RUNNING' : null
}

/** What it gives would be over before anybody could have it. */
function isGoodNoMore({ now }: ModelState, { play }: ModelActivity, opensAt: number | null): boolean {
  const until = goodUntil(play)
  return until !== null && until <= Math.max(now, opensAt ?? now)
}

/** Nobody comes in once what it gives is over. */
function endOf(play: Play, openedAt: number, lengthMs: number | null): number | null {
  const end = Math.min(goodUntil(play) ?? Infinity, lengthMs === null ? Infinity : openedAt + lengthMs)
  return end === Infinity ? null : end
}

function goodUntil({ kind, config }: Play): number | null {
  if (kind === 'redPacket') return config.until
  return kind === 'coupon' && 'until' in config.good ? config.good.until : null
}

const takesOff = ({ play }: ModelActivity) => ['coupon', 'redPacket', 'stepPrice'].includes(play.kind)

/** At the times that were announced, however late. Answers whether it moved. */
function moveByClock(state: ModelState, activity: ModelActivity): boolean {
  const { opensAt } = activity
  const opens = activity.state === 'announced' && opensAt !== null && opensAt <= state.now
  if (opens) perform(state, activity, { act: 'open', at: opensAt })
  const closes = activity.state === 'open' && activity.closesAt !== null && activity.closesAt <= state.now
  if (closes) perform(state, activity, { act: 'close' })
  return opens || closes
}

export function isDueByClock({ state, opensAt, closesAt }: ModelActivity, now: number): boolean {
  const at = state === 'announced' ? opensAt : state === 'open' ? closesAt : null
  return at !== null && at <= now
}

/** Of those that the batch touches; answers how many moved. */
export function moveDue(state: ModelState, touched: ReadonlySet<string>): number {
  const due = state.activities.filter((activity) => touched.has(activity.id))
  return due.filter((activity) => moveByClock(state, activity)).length
}

/** Null: nobody who asks knows how many people there are. */
export function isReached({ isLive, now }: ModelState, waitsFor: WaitsFor, viewers: number | null): boolean {
  if (!isLive) return false
  if (waitsFor.is === 'minutes') return START_AT + waitsFor.minutes * 60_000 <= now
  return waitsFor.is === 'time' ? waitsFor.at <= now : viewers !== null && viewers >= waitsFor.viewers
}

interface Asking {
  readonly touched: ReadonlySet<string>
  readonly viewers: number | null
  /** Somebody who sweeps has said that the shop can be told a price. */
  readonly isCarried: boolean
}

/** Drafts that have reached what they wait for come to the front; answers how many wait no longer. */
export function openWaiting(state: ModelState, { touched, viewers, isCarried }: Asking): number {
  const reached = state.activities.filter(
    ({ id, state: is, waitsFor }) =>
      touched.has(id) && is === 'draft' && waitsFor !== null && isReached(state, waitsFor, viewers),
  )
  let opened = 0
  for (const activity of reached) {
    if (isKeptBack(state, activity) || (takesOff(activity) && !isCarried)) continue
    opened++
    // It waits for nothing any more, and staff see a draft that does not open by itself.
    if (isGoodNoMore(state, activity, null)) {
      put(state, activity, { waitsFor: null })
      continue
    }
    perform(state, activity, { act: 'open' })
    state.front = activity.id
  }
  return opened
}

export function planActivity(state: ModelState, { activityId, revision, waitsFor }: InputOf<'planActivity'>): View {
  const activity = state.activities.find(({ id }) => id === activityId)
  if (!activity || activity.state === 'removed') return refused('ACTIVITY_NOT_FOUND')
  if (activity.state !== 'draft') return refused(isOver(activity) ? 'ACTIVITY_OVER' : 'ACTIVITY_STARTED')
  if (isDeepStrictEqual(activity.waitsFor, waitsFor)) return granted(viewLife(activity))
  if (revision !== activity.revision) return refused('ACTIVITY_CHANGED', { state: activity.state })
  if (waitsFor !== null && !state.isLive) return refused('SHOW_ENDED')
  if (waitsFor !== null && isGoodNoMore(state, activity, momentOf(waitsFor))) return refused('COUPON_PAST')
  put(state, activity, { waitsFor })
  return granted(viewLife(activity))
}

export function setFront(state: ModelState, { activityId }: InputOf<'setFront'>): View {
  const activity = state.activities.find(({ id }) => id === activityId)
  const canBeSeen = activity !== undefined && isShown(activity) && activity.state !== 'cancelled'
  if (activityId !== null && !canBeSeen) return refused('ACTIVITY_NOT_FOUND')
  state.front = activityId
  return granted({ activityId })
}

/** Null: nobody knows when there will be so many people. */
function momentOf(waitsFor: WaitsFor): number | null {
  if (waitsFor.is === 'time') return waitsFor.at
  return waitsFor.is === 'minutes' ? START_AT + waitsFor.minutes * 60_000 : null
}

/** With its show ends what runs; what was only announced will not be. */
export function endActivities(state: ModelState): void {
  for (const activity of state.activities) {
    if (activity.state === 'open') perform(state, activity, { act: 'close' })
    if (activity.state === 'announced') perform(state, activity, { act: 'cancel' })
  }
}
