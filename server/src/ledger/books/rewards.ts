// Rewards in a batch's working set: what its viewers may use, what its holds have, and what is over.
import { sql } from 'kysely'
import type { Kinds } from '../../activities/kind.ts'
import { toRewardRecord, toRewardRow } from '../../rewards/records.ts'
import type { RewardRecord } from '../../rewards/records.ts'
import type { RewardRow } from '../../rewards/schema.ts'
import { insertRows, updateRows } from '../../database/bulk.ts'
import type { WorkingSet } from '../workingSet.ts'
import { couponIn, followLines, followMove, offerCoupons } from '../decide/coupons.ts'
import { expireRewards } from '../decide/rewards.ts'
import { inputsOf } from '../requests.ts'
import * as tables from '../rewardTables.ts'
import { lockById, unique } from './book.ts'
import type { Asked, Book, Needs, Opening, Reader } from './book.ts'
import { checkRewards } from './rewardChecks.ts'

/** A coupon is used across shows: its row is locked by itself, behind all that shows lock. */
export function createRewards(kinds: Kinds): Book {
  const thanking = [...kinds.values()].filter(({ thanks }) => thanks).map(({ kind }) => kind)
  return {
    name: 'rewards',
    rank: 100,
    locks: 'rewards',
    // One given back, one taken, one earned, each in two shows; and it may be over.
    events: 8,
    find: (reader, asked) => findRewards(reader, asked, thanking),
    async open(reader, opening) {
      const rewards = await lockRewards(reader, opening)
      return {
        rows: {
          rewards,
          granted: await countGranted(reader, opening, { thanking, rewards }),
          staffViewers: await readStaffViewers(reader, opening),
        },
        adjust: offerCoupons,
        changed: followLines,
        moved: followMove,
        begin: expireRewards,
        save: saveRewards,
      }
    },
    check: checkRewards,
  }
}

async function saveRewards(to: Reader, { rewards }: WorkingSet): Promise<void> {
  await insertRows(to, tables.REWARDS, rewards.added().map(toRewardRow))
  await updateRows(to, tables.REWARD_CHANGES, rewards.updated().map(toRewardRow))
}

interface Counting {
  /** Kinds. */
  readonly thanking: readonly string[]
  /** Those of the batch, which are counted in it. */
  readonly rewards: readonly RewardRecord[]
}

type Found = Pick<RewardRow, 'id' | 'show_id'>

/** With the shows they come from, where their viewers are told, too. */
async function findRewards(reader: Reader, asked: Asked, thanking: readonly string[]): Promise<Partial<Needs>> {
  const { needs, requests } = asked
  const due = await findDue(reader, asked)
  const usable = await findUsable(reader, needs.viewerIds)
  const ofHolds = await findOfHolds(reader, needs.holdIds)
  const redeemed = inputsOf(requests, 'redeem').flatMap(({ kind, ref }) => (kind === 'coupon' ? ref : []))
  const found = [...due, ...usable, ...ofHolds]
  return {
    rewardIds: [...found.map(({ id }) => id), ...redeemed],
    showIds: found.map(({ show_id }) => show_id),
    activityIds: hasPayments(requests) ? await findThanking(reader, needs.showIds, thanking) : [],
  }
}

const hasPayments = (requests: Asked['requests']) =>
  inputsOf(requests, 'report').length + inputsOf(requests, 'settleOrder').length > 0

async function findDue({ db }: Reader, { requests, now }: Asked): Promise<Found[]> {
  const limit = Math.max(0, ...inputsOf(requests, 'sweep').map((sweep) => sweep.limit))
  if (limit === 0) return []
  const due = db
    .selectFrom('rewards')
    .select(['id', 'show_id'])
    .where(sql<boolean>`state = 'granted'`)
    .where('until', '<=', await now())
    .where('hold_id', 'is', null)
  return due.orderBy('until').limit(limit).execute()
}

async function findUsable({ db, words }: Reader, viewerIds: readonly string[]): Promise<Found[]> {
  if (viewerIds.length === 0) return []
  const own = db.selectFrom('rewards').select(['id', 'show_id']).where(words.isOneOf('viewer_id', viewerIds))
  return own.where('kind', '=', 'coupon').where('state', '=', 'granted').execute()
}

async function findOfHolds({ db, words }: Reader, holdIds: readonly string[]): Promise<Found[]> {
  if (holdIds.length === 0) return []
  const rewards = db.selectFrom('rewards').select(['id', 'show_id'])
  const kept = await rewards.where(words.isOneOf('hold_id', holdIds)).where('hold_id', 'is not', null).execute()
  const earned = await rewards.where(words.isOneOf('paid_by', holdIds)).where('paid_by', 'is not', null).execute()
  return [...kept, ...earned]
}

/** Open, or announced: their time may have come since anybody looked. */
async function findThanking({ db, words }: Reader, showIds: readonly string[], kinds: readonly string[]) {
  if (showIds.length === 0 || kinds.length === 0) return []
  const ofShows = db.selectFrom('activities').select('id').where(words.isOneOf('show_id', showIds))
  const rows = await ofShows.where('state', 'in', ['announced', 'open']).where(words.isOneOf('kind', kinds)).execute()
  return rows.map(({ id }) => id)
}

/** Those found before the locks, those of whoever's turn in line may have come, and those that a hold was once promised. */
async function lockRewards(reader: Reader, { needs, rows }: Opening): Promise<RewardRecord[]> {
  const named = new Set(needs.holdIds)
  const promised = rows.holds.flatMap((hold) => (named.has(hold.id) ? (couponIn(hold) ?? []) : []))
  const waiting = await findUsable(reader, unique(rows.waits.map((wait) => wait.viewer_id)))
  const ids = unique([...needs.rewardIds, ...promised, ...waiting.map(({ id }) => id)])
  if (ids.length === 0) return []
  const { db, words } = reader
  const query = db.selectFrom('rewards').selectAll().where(words.isOneOf('id', ids))
  return (await lockById(words, query, 'id').execute()).map(toRewardRecord)
}

/** Behind the locks of the shows that their activities are of. */
async function countGranted({ db, words }: Reader, { rows }: Opening, { thanking, rewards: here }: Counting) {
  const ids = rows.activities.filter(({ kind }) => thanking.includes(kind)).map(({ id }) => id)
  if (ids.length === 0) return new Map<string, number>()
  const rewards = db.selectFrom('rewards').where(words.isOneOf('activity_id', ids))
  const given = rewards.where('state', '<>', 'withdrawn')
  const known = here.map(({ id }) => id)
  const beside = known.length === 0 ? given : given.where(({ not }) => not(words.isOneOf('id', known)))
  const counts = await beside
    .groupBy('activity_id')
    .select((eb) => ['activity_id', eb.fn.countAll<number>().as('n')])
    .execute()
  return new Map<string, number>(counts.map(({ activity_id, n }) => [activity_id, Number(n)]))
}

async function readStaffViewers({ db, words }: Reader, { needs, requests, rows }: Opening): Promise<Set<string>> {
  const named = new Set(hasPayments(requests) ? needs.holdIds : [])
  // A hold may be placed and paid in one batch.
  const placed = inputsOf(requests, 'place').flatMap(({ holdId, viewerId }) => (named.has(holdId) ? viewerId : []))
  const paying = [...placed, ...rows.holds.flatMap(({ id, viewerId }) => (named.has(id) ? viewerId : []))]
  const drawn = [...rows.whose.values()].flatMap((viewerId) => viewerId ?? [])
  const ids = unique([...inputsOf(requests, 'enter').map(({ viewerId }) => viewerId), ...paying, ...drawn])
  if (ids.length === 0) return new Set()
  const known = db.selectFrom('staff_viewers').select('viewer_id').where(words.isOneOf('viewer_id', ids))
  return new Set((await known.execute()).map(({ viewer_id }) => viewer_id))
}
