// Activities, entries and rewards as both ledgers are compared: what everyone, staff and each viewer is told.
import type { ModelActivity, ModelReward, Play } from './playState.ts'
import { isPast } from './rewards.ts'
import type { ModelState } from './state.ts'
import { stepReached } from './pricing.ts'
import type { View } from './views.ts'

export function viewLife({ id, play, entries, ...activity }: ModelActivity): View {
  const { state, opensAt, lengthMs, openedAt, closesAt, closedAt, places, waitsFor } = activity
  const life = { state, opensAt, lengthMs, openedAt, closesAt, closedAt, places, waitsFor }
  return { id, kind: play.kind, entries: entries.length, ...life }
}

/** With what is counted of it. */
export function viewActivity(state: ModelState, activity: ModelActivity): View {
  return { ...viewLife(activity), ...FIGURES[activity.play.kind](state, activity) }
}

type Figures = (state: ModelState, activity: ModelActivity) => View

const FIGURES: Readonly<Record<Play['kind'], Figures>> = {
  poll: (_state, activity) => ({ votes: votesOf(activity) }),
  coupon: (state, activity) => ({ left: leftOf(state, activity), used: rewardsOf(state, activity, 'used') }),
  redPacket: (_state, { entries }) => ({ givenMinor: amountsIn(entries) }),
  stepPrice: (_state, activity) => ({ result: activity.state === 'settled' ? resultOf(activity) : null }),
  testers: () => ({}),
}

function votesOf({ play, entries }: ModelActivity): number[] {
  if (play.kind !== 'poll') return []
  const chosen = entries.flatMap(({ entry }) => choicesIn(entry))
  return play.config.answers.map((_answer, place) => chosen.filter((choice) => choice === place).length)
}

function choicesIn(entry: unknown): number[] {
  return typeof entry === 'object' && entry !== null && 'choices' in entry && Array.isArray(entry.choices)
    ? entry.choices.map(Number)
    : []
}

function amountsIn(entries: ModelActivity['entries']): number {
  const amount = ({ entry }: { readonly entry: unknown }) =>
    typeof entry === 'object' && entry !== null && 'amountMinor' in entry ? Number(entry.amountMinor) : 0
  return entries.reduce((sum, entry) => sum + amount(entry), 0)
}

/** Claims take a place for good; what was earned and taken back leaves it. */
function leftOf(state: ModelState, activity: ModelActivity): number {
  const { play, places, entries, id } = activity
  const given = state.rewards.filter((reward) => reward.activityId === id && reward.state !== 'withdrawn').length
  const isClaimed = play.kind === 'coupon' && play.config.given === 'claim'
  return Math.max(0, (places ?? 0) - (isClaimed ? entries.length : given))
}

function rewardsOf({ rewards }: ModelState, { id }: ModelActivity, state: ModelReward['state']): number {
  return rewards.filter((reward) => reward.activityId === id && reward.state === state).length
}

function resultOf(activity: ModelActivity): View {
  const { play, entries } = activity
  const steps = play.kind === 'stepPrice' ? play.config.steps : []
  const reached = steps.filter(({ buyers }) => buyers <= entries.length).length
  return { reached, priceMinor: stepReached(activity) }
}

type SeenReward = Pick<ModelReward, 'id' | 'viewerId' | 'coupon' | 'state' | 'until' | 'holdId'>

/** One whose time is over and that nobody was promised is over, whoever has looked at it. */
export function viewReward({ id, viewerId, coupon, state, until, holdId }: SeenReward, now: number): View {
  const isOver = state === 'granted' && holdId === null && isPast({ until }, now)
  return { id, viewerId, off: coupon?.off ?? null, state: isOver ? 'expired' : state, until, holdId }
}

/** By activity: what is still to be decided, what goes back, and what staff give back. */
export function viewDifferences({ activities, differences, holds, orders }: ModelState): View[] {
  return activities.flatMap(({ id }) => {
    const own = differences.filter(({ activityId }) => activityId === id)
    if (own.length === 0) return []
    const orderIdOf = (holdId: string) => holds.find(({ id }) => id === holdId)?.orderId
    const isBack = (holdId: string) =>
      orders.some(
        (order) => order.holdId === holdId && order.orderId === orderIdOf(holdId) && order.state === 'refunded',
      )
    const asked = own.filter(({ state }) => state === 'asked')
    const byHand = own.filter(({ state }) => state === 'by_hand')
    const done = asked.filter(({ holdId }) => isBack(holdId)).length
    const sum = (all: typeof own) => all.reduce((minor, { dueMinor }) => minor + dueMinor, 0)
    const counts = { waiting: own.filter(({ state }) => state === 'waiting').length, due: asked.length - done, done }
    return [{ activityId: id, ...counts, byHand: byHand.length, sumMinor: sum(own), byHandMinor: sum(byHand) }]
  })
}
