// Job that reads for staff which members there are, whoever was known last first, and what they held and bought.
import { type KnownMember, MOST_LISTED, type MembersQuery } from '@lantern/shared/contract/members.ts'
import { type Kysely, sql } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { within } from './tables.ts'

export const readMembers: Job<MembersQuery, readonly KnownMember[]> = {
  name: 'members.readMembers',
  kind: 'read',
  async work(db, { named, inTier }) {
    const all = within(db)
      .selectFrom('members')
      .selectAll()
      .select((eb) => [
        eb
          .selectFrom('viewer_members')
          .whereRef('member_id', '=', 'members.id')
          .select((one) => one.fn.countAll<number>().as('n'))
          .as('devices'),
        eb
          .selectFrom('member_customers')
          .whereRef('member_id', '=', 'members.id')
          .select((one) => one.fn.min('customer_id').as('customer'))
          .as('customer'),
      ])
      .orderBy('told_at', 'desc')
      .orderBy('id')
      .limit(MOST_LISTED)
    const tiered = inTier === undefined ? all : all.where('tier', '=', inTier)
    const rows = await (named === undefined ? tiered : tiered.where(isNamed(named))).execute()
    const bought = await readBought(
      db,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => ({
      id: row.id,
      customer: row.told_of ?? row.customer ?? '',
      name: row.name,
      tier: row.tier,
      points: row.points === null ? null : Number(row.points),
      storedValue:
        row.stored_minor === null || row.stored_currency === null
          ? null
          : { amountMinor: Number(row.stored_minor), currency: row.stored_currency },
      toldAt: Number(row.told_at) === 0 ? null : Number(row.told_at),
      devices: Number(row.devices ?? 0),
      ...(bought.get(row.id) ?? { shows: 0, holds: 0, orders: 0 }),
    }))
  },
}

/** By any of the customer's names, or the one that may be shown; signs that stand for others are signs here. */
function isNamed(named: string) {
  const part = `%${named.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return sql<boolean>`(lower(coalesce(members.name, '')) like ${part} escape '\\' or exists (
    select 1 from member_customers where member_customers.member_id = members.id
      and lower(member_customers.customer_id) like ${part} escape '\\'))`
}

async function readBought(db: Kysely<Schema>, ids: readonly KnownMember['id'][]) {
  if (ids.length === 0) return new Map<KnownMember['id'], Pick<KnownMember, 'shows' | 'holds' | 'orders'>>()
  const rows = await within(db)
    .selectFrom('viewer_members')
    .innerJoin('holds', 'holds.viewer_id', 'viewer_members.viewer_id')
    .select((eb) => [
      'member_id',
      eb.fn.count<number>('holds.show_id').distinct().as('shows'),
      eb.fn.countAll<number>().as('holds'),
      sql<number>`sum(case when holds.state in ('paid', 'late_paid') then 1 else 0 end)`.as('orders'),
    ])
    .where('member_id', 'in', ids)
    .groupBy('member_id')
    .execute()
  return new Map(
    rows.map(({ member_id, shows, holds, orders }) => [
      member_id,
      { shows: Number(shows), holds: Number(holds), orders: Number(orders) },
    ]),
  )
}
