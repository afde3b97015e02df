// Jobs that read what a code stands for, and what was redeemed: for staff.
import type { Looked, StaffRedemption } from '@lantern/shared/contract/counter.ts'
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { LocalText } from '@lantern/shared/contract/things.ts'
import type { RewardId } from '@lantern/shared/rewards/reward.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { toLines } from '../../database/toThings.ts'
import { couponOf } from '../../rewards/records.ts'
import type { RedemptionRow } from '../../rewards/schema.ts'
import type { Found } from './codes.ts'
import { readStanding } from './standing.ts'

const textOf = (json: string): LocalText => LocalText.parse(JSON.parse(json))

type ToldRow = Pick<RedemptionRow, 'id' | 'kind' | 'at' | 'place'> & { readonly by: string | null }

export const toStaffRedemption = ({ id, kind, at, place, by }: ToldRow): StaffRedemption => ({
  id,
  kind,
  at,
  place,
  by,
})

/** With who of the staff it was, as they are called now. */
export const redemptionsTold = (db: Kysely<Schema>) =>
  db
    .selectFrom('redemptions')
    .leftJoin('staff', 'staff.id', 'redemptions.by_staff')
    .select(['redemptions.id', 'redemptions.kind', 'redemptions.at', 'place', 'staff.name as by'])

/** Null: it is gone. */
export const lookAt: Job<Found, Looked | null> = {
  name: 'counter.lookAt',
  kind: 'read',
  async work(db, { showId, ...thing }, context) {
    const standing = await readStanding(db, thing, await context.now())
    const show = await db.selectFrom('shows').select('title').where('id', '=', showId).executeTakeFirst()
    if (standing === null || show === undefined) return null
    const told = redemptionsTold(db).where('redemptions.kind', '=', thing.kind).where('ref', '=', thing.ref)
    const row = await told.executeTakeFirst()
    const before = row === undefined ? null : toStaffRedemption(row)
    const about = { show: textOf(show.title), why: before === null ? standing.why : 'COUNTER_USED', before } as const
    return thing.kind === 'coupon' ? lookAtCoupon(db, thing.ref, about) : lookAtOrder(db, thing.ref, about)
  },
}

type About = Pick<Looked, 'show' | 'why' | 'before'>

async function lookAtCoupon(db: Kysely<Schema>, ref: RewardId, about: About): Promise<Looked | null> {
  const row = await db
    .selectFrom('rewards')
    .innerJoin('activities', 'activities.id', 'rewards.activity_id')
    .select(['what', 'until', 'config'])
    .where('rewards.id', '=', ref)
    .executeTakeFirst()
  const terms = row === undefined ? null : couponOf({ what: JSON.parse(row.what) })
  return row === undefined || terms === null
    ? null
    : { kind: 'coupon', ...about, title: titleIn(row.config), terms: bareTerms(terms), until: row.until }
}

const bareTerms = ({ off, currency, fromMinor, productIds }: Extract<Looked, { kind: 'coupon' }>['terms']) => ({
  off,
  currency,
  fromMinor,
  productIds,
})

/** Kinds that give coupons have a title; else it goes without. */
export function titleIn(config: string): string {
  const known: unknown = JSON.parse(config)
  const hasTitle = typeof known === 'object' && known !== null && 'title' in known && typeof known.title === 'string'
  return hasTitle ? String(known.title) : ''
}

async function lookAtOrder(db: Kysely<Schema>, ref: HoldId, about: About): Promise<Looked | null> {
  const row = await db
    .selectFrom('holds')
    .leftJoin('orders', (join) =>
      join.onRef('orders.hold_id', '=', 'holds.id').onRef('orders.order_id', '=', 'holds.order_id'),
    )
    .select(['viewer_name', 'holds.order_id as orderId', 'lines', 'holds.currency', 'total_minor', 'back_minor'])
    .select('orders.amount_minor as paidMinor')
    .where('holds.id', '=', ref)
    .executeTakeFirst()
  if (row === undefined) return null
  const { viewer_name: name, orderId, lines, currency, total_minor, back_minor, paidMinor } = row
  const money = { currency, totalMinor: paidMinor ?? total_minor, backMinor: Number(back_minor ?? 0) }
  return { kind: 'order', ...about, name, orderId, lines: await readGoods(db, lines), ...money }
}

async function readGoods(db: Kysely<Schema>, json: string) {
  const lines = toLines(json)
  const ids = lines.map(({ offerId }) => offerId)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('offers')
    .innerJoin('products', 'products.id', 'offers.product_id')
    .innerJoin('variants', 'variants.id', 'offers.variant_id')
    .select(['offers.id', 'products.title', 'variants.title as variant'])
    .where('offers.id', 'in', ids)
    .execute()
  return lines.flatMap(({ offerId, quantity }) => {
    const sold = rows.find(({ id }) => id === offerId)
    if (sold === undefined) return []
    return { title: textOf(sold.title), variant: sold.variant === null ? null : textOf(sold.variant), quantity }
  })
}

export const findRedemption: Job<{ readonly id: string }, StaffRedemption | null> = {
  name: 'counter.findRedemption',
  kind: 'read',
  async work(db, { id }) {
    const row = await redemptionsTold(db).where('redemptions.id', '=', id).executeTakeFirst()
    return row === undefined ? null : toStaffRedemption(row)
  },
}
