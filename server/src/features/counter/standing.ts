// How a coupon or an order stands at the counter: whose it is, why it cannot be redeemed, and whether it was.
import type { CounterRules, CounterThing } from '@lantern/shared/contract/counter.ts'
import type { HoldId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { RefusalCode } from '@lantern/shared/contract/refusals.ts'
import { HeldGroup } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import type { Schema } from '../../database/schema.ts'
import { refuseCoupon, refuseOrder } from '../../domain/counter.ts'
import { readRules } from './rules.ts'
import { within } from './tables.ts'

export interface Standing {
  /** Null: its viewer was erased. */
  readonly viewerId: ViewerId | null
  readonly showId: ShowId
  /** Null: it can be redeemed, or was. */
  readonly why: RefusalCode | null
}

/** Null: there is no such thing. */
export async function readStanding(db: Kysely<Schema>, thing: CounterThing, now: number): Promise<Standing | null> {
  const standing = await (thing.kind === 'coupon' ? readCoupon(db, thing.ref, now) : readOrder(db, thing.ref))
  if (standing === null) return null
  return isTaken(await readRules(db), thing) ? standing : { ...standing, why: 'COUNTER_CLOSED' }
}

export const isTaken = ({ coupons, orders }: CounterRules, { kind }: Pick<CounterThing, 'kind'>) =>
  kind === 'coupon' ? coupons : orders

async function readCoupon(db: Kysely<Schema>, ref: string, now: number): Promise<Standing | null> {
  const query = db.selectFrom('rewards').select(['viewer_id', 'show_id', 'state', 'hold_id', 'until'])
  const row = await query.where('kind', '=', 'coupon').where('id', '=', ref).executeTakeFirst()
  if (row === undefined) return null
  return { viewerId: row.viewer_id, showId: row.show_id, why: refuseCoupon(row, now) }
}

async function readOrder(db: Kysely<Schema>, ref: HoldId): Promise<Standing | null> {
  const query = within(db)
    .selectFrom('holds')
    .leftJoin('leader_pages', 'leader_pages.group_id', 'holds.group_id')
    .leftJoin('hand_overs', 'hand_overs.hold_id', 'holds.id')
    .select(['viewer_id', 'show_id', 'state', 'group_terms', 'leader_pages.group_id as led', 'hold_id as handed'])
  const row = await query.where('holds.id', '=', ref).executeTakeFirst()
  if (row === undefined) return null
  const group = row.group_terms === null ? null : HeldGroup.parse(JSON.parse(row.group_terms))
  const isWithGroup = (group?.point ?? null) !== null || row.led !== null || row.handed !== null
  return { viewerId: row.viewer_id, showId: row.show_id, why: refuseOrder({ state: row.state, isWithGroup }) }
}
