// Reads what viewers have been granted: of one show, of one viewer, and how many of each activity.
import type { ActivityId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Reward, RewardState } from '@lantern/shared/rewards/reward.ts'
import type { Kysely } from 'kysely'
import type { Job, SqlWords } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { toReward, toRewardRecord } from './records.ts'

export interface OwnReward extends Reward {
  readonly viewerId: ViewerId
}

interface Since {
  readonly showId: ShowId
  /** Null: all; else those that changed since. */
  readonly cursor: number | null
}

/** Of the show's activities, and those of other shows that one of its holds took. Who was erased has none. */
export async function readOwnRewards(db: Kysely<Schema>, { showId, cursor }: Since): Promise<OwnReward[]> {
  const rewards = db
    .selectFrom('rewards')
    .selectAll()
    .where('version', '>', cursor ?? -1)
    .orderBy('version')
  const own = await rewards.where('show_id', '=', showId).execute()
  const taken = await rewards.where('used_in', '=', showId).where('show_id', '<>', showId).execute()
  return [...own, ...taken].flatMap((row) =>
    row.viewer_id === null ? [] : [{ ...toReward(toRewardRecord(row)), viewerId: row.viewer_id }],
  )
}

export const listRewards: Job<{ viewerId: ViewerId }, Reward[]> = {
  name: 'rewards.listRewards',
  kind: 'read',
  async work(db, { viewerId }) {
    const own = db.selectFrom('rewards').selectAll().where('viewer_id', '=', viewerId)
    return (await own.orderBy('granted_at').orderBy('id').execute()).map((row) => toReward(toRewardRecord(row)))
  },
}

export interface RewardCount {
  readonly activityId: ActivityId
  readonly state: RewardState
  readonly n: number
  /** The latest of them. */
  readonly version: number
}

export async function countRewards(
  db: Kysely<Schema>,
  activityIds: readonly ActivityId[],
  words: SqlWords,
): Promise<RewardCount[]> {
  if (activityIds.length === 0) return []
  const rows = await db
    .selectFrom('rewards')
    .where(words.isOneOf('activity_id', activityIds))
    .groupBy(['activity_id', 'state'])
    .select((eb) => ['activity_id', 'state', eb.fn.countAll<number>().as('n'), eb.fn.max('version').as('version')])
    .execute()
  return rows.map((row) => ({
    activityId: row.activity_id,
    state: row.state,
    n: Number(row.n),
    version: Number(row.version),
  }))
}
