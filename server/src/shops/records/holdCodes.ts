// Codes made for holds at the shop: each is good until its hold is over, or has lost the coupon that the code takes off.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { type Kysely, sql } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { toLines } from '../../database/toThings.ts'

export const openCode: Job<{ holdId: HoldId }, null> = {
  name: 'shop.openCode',
  kind: 'write',
  async work(db, { holdId }, { now }) {
    const row = { made_at: await now(), ended_at: null, coupon: await couponOf(db, holdId) }
    await db
      .insertInto('hold_codes')
      .values({ hold_id: holdId, ...row })
      .onConflict((conflict) => conflict.column('hold_id').doUpdateSet(row))
      .execute()
    return null
  },
}

async function couponOf(db: Kysely<Schema>, holdId: HoldId): Promise<string | null> {
  const hold = await db.selectFrom('holds').select('lines').where('id', '=', holdId).executeTakeFirst()
  const adjustments = toLines(hold?.lines ?? '[]').flatMap((line) => line.adjustments)
  return adjustments.find(({ kind }) => kind === 'coupon')?.ref ?? null
}

const selectOpen = (db: Kysely<Schema>) =>
  db
    .selectFrom('hold_codes')
    .innerJoin('holds', 'holds.id', 'hold_codes.hold_id')
    .select('hold_codes.hold_id')
    .where('hold_codes.ended_at', 'is', null)
    .orderBy('hold_codes.made_at')

/** Whoever is at the shop's checkout has the coupon still: a hold is changed only while it waits with us. */
const hasLeftCoupon = sql<boolean>`(holds.state = 'held' and hold_codes.coupon is not null
  and holds.lines not like '%"ref":"' || hold_codes.coupon || '"%')`

export const codesToEnd: Job<{ limit: number }, readonly HoldId[]> = {
  name: 'shop.codesToEnd',
  kind: 'read',
  async work(db, { limit }) {
    const rows = await selectOpen(db)
      .where(sql<boolean>`(holds.state not in ('held', 'paying') or ${hasLeftCoupon})`)
      .limit(limit)
      .execute()
    return rows.map((row) => row.hold_id)
  },
}

export const codesLeft: Job<{ holdId: HoldId }, readonly HoldId[]> = {
  name: 'shop.codesLeft',
  kind: 'read',
  async work(db, { holdId }) {
    const viewer = db.selectFrom('holds').select('viewer_id').where('id', '=', holdId)
    const rows = await selectOpen(db).where('holds.viewer_id', '=', viewer).where(hasLeftCoupon).execute()
    return rows.map((row) => row.hold_id)
  },
}

export const endCode: Job<{ holdId: HoldId }, null> = {
  name: 'shop.endCode',
  kind: 'write',
  async work(db, { holdId }, { now }) {
    await db
      .updateTable('hold_codes')
      .set({ ended_at: await now() })
      .where('hold_id', '=', holdId)
      .execute()
    return null
  },
}
