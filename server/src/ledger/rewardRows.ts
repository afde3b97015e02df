// Rewards in the working set: by their ids, by their viewers and by the holds that they are kept for.
import type { HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { RewardId } from '@lantern/shared/rewards/reward.ts'
import type { RewardRecord } from '../rewards/records.ts'
import { createIndex, createKeyedRows } from './keyedRows.ts'
import type { KeyedRows } from './keyedRows.ts'

export interface RewardRows extends KeyedRows<RewardRecord> {
  ofViewer(viewerId: ViewerId): RewardRecord[]
  /** Kept for it, or paid with it. */
  ofHold(holdId: HoldId): RewardRecord[]
  /** That it earned by being paid. */
  earnedBy(holdId: HoldId): RewardRecord[]
}

export function createRewardRows(all: readonly RewardRecord[]): RewardRows {
  const rows = createKeyedRows<RewardRecord>(({ id }) => id, all)
  const viewers = createIndex<RewardRecord, ViewerId>(all, ({ viewer_id }) => viewer_id)
  const holds = createIndex<RewardRecord, HoldId>(all, ({ hold_id }) => hold_id)
  const payers = createIndex<RewardRecord, HoldId>(all, ({ paid_by }) => paid_by)
  const pick = (ids: readonly RewardId[] | readonly string[]) => ids.flatMap((id) => rows.find(id) ?? [])
  return {
    ...rows,
    get size() {
      return rows.size
    },
    put(reward) {
      rows.put(reward)
      for (const index of [viewers, holds, payers]) index.add(reward)
    },
    ofViewer: (viewerId) => pick(viewers.idsOf(viewerId)),
    // One that was given back since still stands in the index.
    ofHold: (holdId) => pick(holds.idsOf(holdId)).filter(({ hold_id }) => hold_id === holdId),
    earnedBy: (holdId) => pick(payers.idsOf(holdId)),
  }
}
