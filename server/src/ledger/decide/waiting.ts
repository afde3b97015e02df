// Drafts that open by themselves in the working set: what each waits for is set and undone by staff, and reached once.
import { isReached, momentOf, type WaitsFor } from '@lantern/shared/activities/waiting.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { moveOf } from '@lantern/shared/activities/moves.ts'
import type { ActivityRecord } from '../../activities/records.ts'
import { inputsOf, type InputOf, type LedgerRequest, type OutputOf } from '../requests.ts'
import type { WorkingSet } from '../workingSet.ts'
import { besideOthers, bringToFront, isGoodNoMore, lifeOf, move } from './activities.ts'

const CLOCK = 'clock'

/** Said again it is as it was. */
export function decidePlan(set: WorkingSet, request: InputOf<'planActivity'>): OutputOf<'planActivity'> {
  const { showId, activityId, revision, waitsFor, by } = request
  const activity = set.activities.find(activityId)
  if (activity?.show_id !== showId) return refuse('ACTIVITY_NOT_FOUND')
  if (activity.state !== 'draft') return refuse(whyNot(activity))
  if (JSON.stringify(activity.waits_for) === JSON.stringify(waitsFor)) return grant(lifeOf(set, activity))
  if (revision !== activity.revision) return refuse('ACTIVITY_CHANGED', { detail: { state: activity.state } })
  const kept = waitsFor === null ? null : whyInVain(set, activity, waitsFor)
  if (kept) return kept
  return grant(lifeOf(set, plan(set, activity, { waitsFor, actor: `staff:${by}` })))
}

/** Null: it can open then. */
function whyInVain(set: WorkingSet, activity: ActivityRecord, waitsFor: WaitsFor) {
  const show = set.shows.find(activity.show_id)
  if (show?.phase === 'ended') return refuse('SHOW_ENDED')
  const opensAt = momentOf(waitsFor, show?.live_at ?? null) ?? set.now
  return isGoodNoMore(set, activity, opensAt) ? refuse('COUPON_PAST') : null
}

interface Plan {
  readonly waitsFor: WaitsFor | null
  readonly actor: string
}

function plan(set: WorkingSet, activity: ActivityRecord, { waitsFor, actor }: Plan): ActivityRecord {
  const payload = { activityId: activity.id, kind: activity.kind, waitsFor }
  const version = set.record(activity.show_id, { actor, type: 'activity:planned', payload })
  const planned = { ...activity, waits_for: waitsFor, revision: version, version }
  set.activities.put(planned)
  return planned
}

/** As the table of moves says of what only a draft can do. */
function whyNot({ state }: ActivityRecord): 'ACTIVITY_NOT_FOUND' | 'ACTIVITY_STARTED' | 'ACTIVITY_OVER' {
  const removed = moveOf(state, 'remove')
  if (removed.ok) return 'ACTIVITY_NOT_FOUND'
  return removed.code === 'ACTIVITY_OVER' ? 'ACTIVITY_OVER' : 'ACTIVITY_STARTED'
}

/** Opens what has reached what it waits for, and brings it to the front; answers how many waited no longer. */
export function openWaiting(set: WorkingSet, requests: readonly LedgerRequest[]): number {
  const viewers = viewersIn(requests)
  const reached = [...set.activities.all()].filter((activity) => isDue(set, activity, viewers))
  let count = 0
  for (const activity of reached) {
    // What another one keeps back waits on until that is over, and what the shop cannot be told until it can.
    if (besideOthers(set, activity) || !isCarried(set, activity, requests)) continue
    // What it gives is over: it waits for nothing any more, and staff see a draft that does not open by itself.
    if (isGoodNoMore(set, activity, set.now)) {
      plan(set, activity, { waitsFor: null, actor: CLOCK })
      count += 1
      continue
    }
    const opened = move(set, activity, { act: 'open', actor: CLOCK })
    bringToFront(set, opened, CLOCK)
    count += 1
  }
  return count
}

/** What the shop has to be told waits until somebody says that it can be. */
function isCarried({ kinds }: WorkingSet, { kind }: ActivityRecord, requests: readonly LedgerRequest[]): boolean {
  if (!kinds.get(kind)?.notCarried) return true
  const asked = inputsOf(requests, 'moveDue')
  return asked.length > 0 && asked.every(({ carriesPrice }) => carriesPrice)
}

function isDue(set: WorkingSet, { state, show_id, waits_for }: ActivityRecord, viewers: ReadonlyMap<ShowId, number>) {
  const show = set.shows.find(show_id)
  if (state !== 'draft' || waits_for === null || show?.phase !== 'live') return false
  return isReached(waits_for, { now: set.now, liveAt: show.live_at, viewers: viewers.get(show_id) ?? null })
}

/** As the rooms of the processes that ask show them. */
export function viewersIn(requests: readonly LedgerRequest[]): ReadonlyMap<ShowId, number> {
  const told = inputsOf(requests, 'moveDue').flatMap(({ viewers }) => viewers)
  return new Map(told.map(({ showId, viewers }) => [showId, viewers]))
}
