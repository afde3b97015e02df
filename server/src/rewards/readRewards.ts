// Reads what viewers have been granted: of one show, of one viewer, and how many of each activity.
import type { ActivityId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Reward, RewardState } from '@lantern/shared/rewards/reward.ts'
import type { Kysely } from 'kysely'
import type { Job, SqlWords } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { toLines } from '../database/toThings.ts'
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

export interface ReservedCount {
  readonly count: number
  /** What they take off the holds that keep them, in all. */
  readonly minor: number
  /** The latest of those holds. */
  readonly version: number
}

/** Of coupons that live holds keep: their number is that of holds that may still be paid. */
export async function readReserved(
  db: Kysely<Schema>,
  activityIds: readonly ActivityId[],
  words: SqlWords,
): Promise<ReadonlyMap<ActivityId, ReservedCount>> {
  if (activityIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('rewards')
    .innerJoin('holds', 'holds.id', 'rewards.hold_id')
    .where(words.isOneOf('rewards.activity_id', activityIds))
    .where('rewards.hold_id', 'is not', null)
    .where('rewards.state', '=', 'granted')
    .select(['rewards.id', 'rewards.activity_id as activityId', 'holds.lines', 'holds.version'])
    .execute()
  const byActivity = Map.groupBy(rows, ({ activityId }) => activityId)
  return new Map([...byActivity].map(([id, ofOne]) => [id, sumOf(ofOne)]))
}

interface KeptRow {
  readonly id: string
  readonly lines: string
  readonly version: number
}

function sumOf(rows: readonly KeptRow[]): ReservedCount {
  return {
    count: rows.length,
    minor: rows.reduce((sum, row) => sum + takenOff(row), 0),
    version: rows.reduce((latest, { version }) => Math.max(latest, version), 0),
  }
}

function takenOff({ id, lines }: KeptRow): number {
  const own = toLines(lines).flatMap(({ adjustments }) =>
    adjustments.filter(({ kind, ref }) => kind === 'coupon' && ref === id),
  )
  return own.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
}
