// What the database alone shows to be wrong with rewards (I7): a coupon is kept for one hold at most, and used once.
import { toLines } from '../../database/toThings.ts'
import type { HoldState } from '@lantern/shared/contract/things.ts'
import type { RewardRow } from '../../rewards/schema.ts'
import { couponIn } from '../decide/coupons.ts'
import type { Drift } from '../ledger.ts'
import type { Reader } from './book.ts'

const LIVE: ReadonlySet<HoldState> = new Set(['held', 'paying', 'authorised'])
/** An order that was placed at the shop after its hold had ended stands at the price that was promised, whoever has the coupon now. */
const PROMISED: ReadonlySet<HoldState> = new Set(['held', 'paying'])
const PAID: ReadonlySet<HoldState> = new Set(['paid', 'late_paid'])

interface CheckedHold {
  readonly id: string
  readonly state: HoldState
  readonly coupon: string | null
}

export async function checkRewards({ db }: Reader): Promise<Drift[]> {
  const coupons = await db.selectFrom('rewards').selectAll().where('kind', '=', 'coupon').execute()
  const counter = await db.selectFrom('redemptions').select('ref').where('kind', '=', 'coupon').execute()
  const redeemed = new Set(counter.map(({ ref }) => ref))
  if (coupons.length === 0) return []
  const rows = await db
    .selectFrom('holds')
    .select(['id', 'state', 'lines'])
    .where('lines', 'like', '%coupon%')
    .execute()
  const holds = rows.map(({ id, state, lines }) => ({ id, state, coupon: couponIn({ lines: toLines(lines) }) }))
  const byHold = new Map<string, CheckedHold>(holds.map((hold) => [hold.id, hold]))
  const byId = new Map<string, RewardRow>(coupons.map((row) => [row.id, row]))
  const wrong = [
    ...coupons
      .filter(({ id }) => !redeemed.has(id))
      .flatMap((row) => wrongReward(row, row.hold_id === null ? undefined : byHold.get(row.hold_id)) ?? []),
    ...holds.flatMap((hold) => wrongHold(hold, hold.coupon === null ? undefined : byId.get(hold.coupon)) ?? []),
  ]
  return wrong.map((what) => ({ invariant: 'I7', units: 1, what }))
}

/** Null: it is right. */
function wrongReward({ id, state, hold_id }: RewardRow, hold: CheckedHold | undefined): string | null {
  if (hold_id === null) return state === 'used' ? `coupon ${id} is used by no hold` : null
  if (!hold || hold.coupon !== id) return `coupon ${id} is kept for hold ${hold_id}, which does not have it`
  const isRight = (state === 'granted' && LIVE.has(hold.state)) || (state === 'used' && PAID.has(hold.state))
  return isRight ? null : `coupon ${id} is ${state}, its hold ${hold_id} is ${hold.state}`
}

/** One that was paid late may find its coupon with another hold. */
function wrongHold({ id, state, coupon }: CheckedHold, reward: RewardRow | undefined): string | null {
  if (!reward || reward.hold_id === id || (!PROMISED.has(state) && !PAID.has(state))) return null
  const owed: unknown = JSON.parse(reward.owed)
  if (PAID.has(state) && Array.isArray(owed) && owed.includes(id)) return null
  return `hold ${id} is ${state} with coupon ${coupon ?? ''}, which is ${reward.state} and not its own`
}
