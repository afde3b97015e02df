// Rewards in the working set: granted, kept for a hold, used, given back and taken back, each told in the shows it matters to.
import type { NewReward, RewardId } from '@lantern/shared/rewards/reward.ts'
import type { RewardFact } from '@lantern/shared/rewards/facts.ts'
import type { HoldId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { ActivityRecord } from '../../activities/records.ts'
import { isPast, toReward } from '../../rewards/records.ts'
import type { RewardRecord } from '../../rewards/records.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import type { WorkingSet } from '../workingSet.ts'

export interface Grant {
  readonly reward: NewReward
  readonly viewerId: ViewerId
  /** What it is granted for, an entry or a hold that was paid: once for each. */
  readonly for: { readonly entryNo: number } | { readonly paidBy: HoldId }
}

/** What was granted for it before is granted. */
export function grantReward(set: WorkingSet, activity: ActivityRecord, { reward, viewerId, ...grant }: Grant): void {
  const entryNo = 'entryNo' in grant.for ? grant.for.entryNo : null
  const paidBy = 'paidBy' in grant.for ? grant.for.paidBy : null
  const id: RewardId = `${activity.id}.${paidBy === null ? String(entryNo) : `paid.${paidBy}`}`
  if (set.rewards.find(id)) return
  const granted: RewardRecord = {
    id,
    show_id: activity.show_id,
    activity_id: activity.id,
    entry_no: entryNo,
    paid_by: paidBy,
    viewer_id: viewerId,
    kind: reward.what.is,
    what: reward.what,
    state: 'granted',
    granted_at: set.now,
    until: reward.until,
    hold_id: null,
    used_in: null,
    owed: [],
    version: 0,
  }
  putReward(set, granted, { type: 'reward:granted', actor: 'clock' })
}

interface Told {
  readonly type: RewardFact
  readonly actor: string
}

/** Told in the show of its activity, and in that of the hold it was kept for last. */
export function putReward(set: WorkingSet, reward: RewardRecord, told: Told): void {
  const streams = new Set([reward.show_id, reward.used_in ?? reward.show_id])
  // One that is not locked is another's to write in: its pages read the reward when they join next.
  const facts = [...streams].filter((id) => set.shows.find(id)).map((id) => factFor(set, { id, reward, ...told }))
  const version = Math.max(reward.version, ...facts)
  const put = { ...reward, version }
  set.rewards.put(put)
  for (const fact of facts) set.rewardFacts.get(fact)?.push(put)
}

interface Telling extends Told {
  readonly id: ShowId
  readonly reward: RewardRecord
}

/** One for all of a kind in a batch, but a later change of a reward stands in a later fact than the one before. */
function factFor(set: WorkingSet, { id, reward, type, actor }: Telling): number {
  const open = set.events.findLast((event) => event.stream === id && event.type === type && event.actor === actor)
  if (open && set.rewardFacts.has(open.seq) && open.seq > reward.version) return open.seq
  const seq = set.record(id, { actor, type, payload: {} })
  set.rewardFacts.set(seq, [])
  return seq
}

/** Puts into the facts of a batch what they tell of, which is known at its end alone. */
export function tellRewards(set: WorkingSet): void {
  if (set.rewardFacts.size === 0) return
  for (const fact of set.events) {
    const told = set.rewardFacts.get(fact.seq)
    if (told) fact.payload = JSON.stringify({ rewards: told.map(toFact) })
  }
}

function toFact(reward: RewardRecord): object {
  const { version: _, ...known } = toReward(reward)
  return { ...known, viewerId: reward.viewer_id, showId: reward.show_id, paidBy: reward.paid_by }
}

const CLOCK = 'clock'

/** Those whose time is over and that no hold was promised. */
export function expireRewards(set: WorkingSet): void {
  for (const reward of [...set.rewards.all()]) {
    if (reward.state !== 'granted' || reward.hold_id !== null || !isPast(reward, set.now)) continue
    putReward(set, { ...reward, state: 'expired' }, { type: 'reward:expired', actor: CLOCK })
  }
}

/** Kept for the hold until it ends, also past its own time: the price was promised. */
export function reserve(set: WorkingSet, reward: RewardRecord, hold: HoldRecord): void {
  if (reward.state !== 'granted' || reward.hold_id !== null) return
  const kept = { ...reward, hold_id: hold.id, used_in: hold.showId }
  putReward(set, kept, { type: 'reward:reserved', actor: CLOCK })
}

/**
 * Whatever became of it meanwhile: the money came at the price that was promised. What another hold was promised since stays that
 * hold's: then both orders stand at their frozen prices, and should the other one end, this one has used it. What was redeemed at
 * the counter meanwhile stays redeemed.
 */
export function use(set: WorkingSet, reward: RewardRecord, hold: HoldRecord): void {
  const { state, hold_id, owed } = reward
  if (owed.includes(hold.id) || (state === 'used' && hold_id === hold.id)) return
  const isElsewhere = hold_id === null ? state === 'used' : hold_id !== hold.id
  if (isElsewhere) set.rewards.put({ ...reward, owed: [...owed, hold.id] })
  else useNow(set, { ...reward, hold_id: hold.id, used_in: hold.showId })
}

function useNow(set: WorkingSet, reward: RewardRecord): void {
  putReward(set, { ...reward, state: 'used' }, { type: 'reward:used', actor: CLOCK })
}

/** In the shop, by no hold. */
export function useAtCounter(set: WorkingSet, reward: RewardRecord, actor: string): void {
  putReward(set, { ...reward, state: 'used' }, { type: 'reward:used', actor })
}

/** The hold that had it has ended, or took a better one. */
export function giveBack(set: WorkingSet, reward: RewardRecord): void {
  const [next = null, ...owed] = reward.owed
  const free = { ...reward, owed, hold_id: next }
  if (next !== null) useNow(set, free)
  else if (reward.viewer_id === null) end(set, { ...free, state: 'withdrawn' })
  else if (isPast(reward, set.now)) end(set, { ...free, state: 'expired' })
  else putReward(set, { ...free, state: 'granted' }, { type: 'reward:returned', actor: CLOCK })
}

function end(set: WorkingSet, reward: RewardRecord & { readonly state: 'withdrawn' | 'expired' }): void {
  putReward(set, reward, { type: `reward:${reward.state}`, actor: CLOCK })
}

/** An order that was paid late with it went back: it waits for it no longer. */
export function forgetOwed(set: WorkingSet, reward: RewardRecord, hold: HoldRecord): void {
  const owed = reward.owed.filter((id) => id !== hold.id)
  if (owed.length < reward.owed.length) set.rewards.put({ ...reward, owed })
}

/** The order that earned it went back: what nobody has used is taken back; what a hold was promised ends with that hold. */
export function withdraw(set: WorkingSet, reward: RewardRecord): void {
  if (reward.state !== 'granted') return
  if (reward.hold_id !== null) set.rewards.put({ ...reward, until: Math.min(reward.until ?? set.now, set.now) })
  else putReward(set, { ...reward, state: 'withdrawn' }, { type: 'reward:withdrawn', actor: CLOCK })
}
