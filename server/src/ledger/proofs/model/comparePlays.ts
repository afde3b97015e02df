// Activities, entries and rewards of the real ledger in the words of the reference one.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import type { RoomDelta } from '../../../room/roomRecord.ts'
import { viewActivity, viewDifferences, viewReward } from './playViews.ts'
import type { ModelState } from './state.ts'
import type { View } from './views.ts'

export type Plays = Readonly<Record<'activities' | 'front' | 'entries' | 'rewards' | 'differences', readonly View[]>>

const byId = (a: View, b: View) => (String(a['id']) < String(b['id']) ? -1 : 1)

interface Reading {
  /** The model's id of a hold. */
  readonly idOf: (id: string) => string
  readonly now: number
}

const PAID = '.paid.'

/** Of a reward that a hold earned: by the model's id of the hold. */
export function refOf(ref: string, idOf: Reading['idOf']): string {
  const [activityId = '', holdId] = ref.split(PAID)
  return holdId === undefined ? ref : `${activityId}${PAID}${idOf(holdId)}`
}

export function readLife({ id, kind, state, entries, ...life }: ActivityLife): View {
  const { opensAt, lengthMs, openedAt, closesAt, closedAt, places, waitsFor } = life
  return { id, kind, entries, state, opensAt, lengthMs, openedAt, closesAt, closedAt, places, waitsFor }
}

function read<Life extends ActivityLife>(all: readonly Life[] | undefined, more: (life: Life) => View): View[] {
  return (all ?? []).map((life) => ({ ...readLife(life), ...more(life) }))
}

/** By activity, the number of its last move. */
export function revisionsIn({ desk }: RoomDelta): ReadonlyMap<string, number> {
  const { polls = [], coupons = [], redPackets = [], stepPrices = [], testers = [] } = desk
  const all = [...polls, ...coupons, ...redPackets, ...stepPrices, ...testers]
  return new Map(all.map(({ id, revision }) => [id, revision]))
}

/** All there is, of a delta from the beginning. */
export function readPlays({ desk, own }: RoomDelta, { idOf, now }: Reading): Omit<Plays, 'front'> {
  const activities = [
    ...read(desk.polls, ({ votes }) => ({ votes })),
    ...read(desk.coupons, ({ left, used }) => ({ left, used })),
    ...read(desk.redPackets, ({ givenMinor }) => ({ givenMinor })),
    ...read(desk.stepPrices, ({ result }) => ({ result })),
    ...read(desk.testers, () => ({})),
  ]
  const entries = own.flatMap(({ viewerId, changes }) =>
    (changes.entries ?? []).map(({ activityId, no, entry }) => ({ id: `${activityId} ${no}`, viewerId, entry })),
  )
  const rewards = own.flatMap(({ viewerId, changes }) =>
    (changes.rewards ?? []).map(({ id, what, state, until, holdId }) =>
      viewReward(
        {
          id: refOf(id, idOf),
          viewerId,
          coupon: what.is === 'coupon' ? what : null,
          state,
          until,
          holdId: holdId === null ? null : idOf(holdId),
        },
        now,
      ),
    ),
  )
  return {
    activities: activities.sort(byId),
    entries: entries.sort(byId),
    rewards: rewards.sort(byId),
    differences: (desk.stepRefunds ?? []).map(({ version: _, ...counts }) => ({ ...counts })),
  }
}

export function viewPlays(state: ModelState): Plays {
  const entries = state.activities.flatMap((activity) =>
    activity.entries.map(({ no, viewerId, entry }) => ({ id: `${activity.id} ${no}`, viewerId, entry })),
  )
  return {
    activities: state.activities.map((activity) => viewActivity(state, activity)).sort(byId),
    front: [{ activityId: state.front }],
    entries: entries.sort(byId),
    rewards: state.rewards.map((reward) => viewReward(reward, state.now)).sort(byId),
    differences: viewDifferences(state).sort((a, b) => (String(a['activityId']) < String(b['activityId']) ? -1 : 1)),
  }
}
