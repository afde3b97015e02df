// Draws in the working set: who was drawn outside of the batch is taken down, and a place that nobody claimed goes on.
import { isForNewWinners } from '@lantern/shared/activities/conditions.ts'
import { Drawn } from '../../activities/seals/drawn.ts'
import type { ActivityRecord } from '../../activities/records.ts'
import { type DrawOutcome, type WinRecord, winKey } from '../../activities/seals/seals.ts'
import type { SealRow } from '../../activities/seals/schema.ts'
import type { InputOf } from '../requests.ts'
import type { WorkingSet } from '../workingSet.ts'
import { settleAs } from './activities.ts'

const CLOCK = 'clock'

export function decideDraw(set: WorkingSet, request: InputOf<'settleDraw'>): DrawOutcome {
  const { winners, passed, randomness, signature } = request
  const found = findDraw(set, request)
  if (found?.activity.state !== 'closed') return 'over'
  const { activity, seal, claimMs } = found
  // With a round that was named it is decided by that one or not at all.
  if ((seal.round === null) !== (randomness === null)) return 'again'
  if (!winners.every((entryId) => mayWin(set, activity, entryId))) return 'again'
  set.seals.put({ ...seal, randomness, signature })
  const result: Drawn = { winners: [...winners], passed: [...passed], redraws: [] }
  const { version } = settleAs(set, activity, result)
  winners.forEach((entryId, nth) => putWin(set, activity, { entryId, place: nth + 1, claimMs, version }))
  return 'done'
}

export function decideRedraw(set: WorkingSet, request: InputOf<'redraw'>): DrawOutcome {
  const { lost, passed, to } = request
  const found = findDraw(set, request)
  if (found?.activity.state !== 'settled') return 'over'
  const { activity, claimMs } = found
  const win = set.wins.find(winKey({ activity_id: activity.id, entry_id: lost }))
  if (win?.state !== 'won' || win.until > set.now) return 'over'
  if (to !== null && !mayWin(set, activity, to)) return 'again'
  const before = Drawn.parse(activity.result)
  // Read before another process gave a place on.
  if (passed.some(({ entryId }) => isPassedIn(before, entryId))) return 'again'
  const result: Drawn = { ...before, redraws: [...before.redraws, { lost, passed: [...passed], to }] }
  const payload = { activityId: activity.id, kind: activity.kind, lost, to }
  const version = set.record(activity.show_id, { actor: CLOCK, type: 'activity:redrawn', payload })
  set.activities.put({ ...activity, result, version })
  set.wins.put({ ...win, state: 'expired', version })
  if (to !== null) putWin(set, activity, { entryId: to, place: win.place, claimMs, version })
  return 'done'
}

const isPassedIn = ({ passed, redraws }: Drawn, entryId: string) =>
  [...passed, ...redraws.flatMap((one) => one.passed)].some((one) => one.entryId === entryId)

interface Found {
  readonly activity: ActivityRecord
  readonly seal: SealRow
  readonly claimMs: number
}

function findDraw(
  set: WorkingSet,
  { showId, activityId }: Pick<InputOf<'redraw'>, 'showId' | 'activityId'>,
): Found | null {
  const activity = set.activities.find(activityId)
  const seal = set.seals.find(activityId)
  const draws = activity && set.kinds.get(activity.kind)?.draws(activity.config)
  return activity?.show_id === showId && seal && draws ? { activity, seal, claimMs: draws.claimMs } : null
}

/** Not erased, no staff, not drawn here already, and has not won in this show meanwhile, unless that is allowed. */
function mayWin(set: WorkingSet, { id, show_id, conditions }: ActivityRecord, entryId: string): boolean {
  const viewerId = set.whose.get(entryId) ?? null
  if (viewerId === null || set.wins.find(winKey({ activity_id: id, entry_id: entryId }))) return false
  if (set.staffViewers.has(viewerId)) return false
  if (!isForNewWinners(conditions)) return true
  return ![...set.wins.all()].some(
    (win) => win.show_id === show_id && win.viewer_id === viewerId && win.state !== 'expired',
  )
}

interface NewWin {
  readonly entryId: string
  readonly place: number
  readonly claimMs: number
  readonly version: number
}

function putWin(set: WorkingSet, { id, show_id }: ActivityRecord, { entryId, place, claimMs, version }: NewWin): void {
  const win: WinRecord = {
    activity_id: id,
    entry_id: entryId,
    show_id,
    viewer_id: set.whose.get(entryId) ?? null,
    place,
    state: 'won',
    won_at: set.now,
    until: set.now + claimMs,
    claimed_at: null,
    version,
  }
  set.wins.put(win)
}
