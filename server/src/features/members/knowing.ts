// Who is which member, as rows: found by the customer's name, joined where the shop has joined customers, and bound to viewers.
import { type CustomerId, MemberId } from '@lantern/shared/contract/members.ts'
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { JobContext } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { appendToShop } from '../../events/append.ts'
import { type ViewerMemberRow, within } from './tables.ts'

/** Whoever asks has locked the members. */
interface Place {
  readonly db: Kysely<Schema>
  readonly context: JobContext
}

async function find({ db }: Place, customerId: CustomerId): Promise<MemberId | null> {
  const customers = within(db).selectFrom('member_customers').select('member_id')
  const row = await customers.where('customer_id', '=', customerId).executeTakeFirst()
  return row?.member_id ?? null
}

/** Makes the member where there is none. */
export async function memberOf(place: Place, customerId: CustomerId): Promise<MemberId> {
  const known = await find(place, customerId)
  if (known !== null) return known
  const { db, context } = place
  const id = MemberId.parse(context.newId())
  const stored = { stored_minor: null, stored_currency: null }
  const told = { tier: null, points: null, ...stored, name: null, told_of: null, told_at: 0 }
  await within(db)
    .insertInto('members')
    .values({ id, ...told, known_at: await context.now() })
    .execute()
  await within(db).insertInto('member_customers').values({ customer_id: customerId, member_id: id }).execute()
  return id
}

/** The other customer is this member from now on, and so is whoever was known by it. */
export async function joinInto(place: Place, into: MemberId, customerId: CustomerId): Promise<void> {
  const { db, context } = place
  const from = await find(place, customerId)
  if (from === into) return
  if (from === null) {
    await within(db).insertInto('member_customers').values({ customer_id: customerId, member_id: into }).execute()
    return
  }
  const fact = { actor: 'shop', type: 'member:merged', payload: { memberId: into, from } } as const
  await appendToShop(db, fact, context)
  for (const table of ['member_customers', 'viewer_members'] as const)
    await within(db).updateTable(table).set({ member_id: into }).where('member_id', '=', from).execute()
  await within(db).deleteFrom('members').where('id', '=', from).execute()
}

interface Bond {
  readonly viewerId: ViewerId
  readonly memberId: MemberId
  readonly by: ViewerMemberRow['known_by']
}

/** The last one who proved who they are counts; an order says so only of those who have not. */
export async function bind({ db, context }: Place, { viewerId, memberId, by }: Bond): Promise<void> {
  const bonds = within(db).selectFrom('viewer_members').selectAll()
  const before = await bonds.where('viewer_id', '=', viewerId).executeTakeFirst()
  if (before?.known_by === 'token' && by === 'order') return
  if (before?.member_id === memberId && before.known_by === by) return
  const fact = { actor: `viewer:${viewerId}`, type: 'member:known', payload: { memberId, viewerId, by } } as const
  await appendToShop(db, fact, context)
  const row = { member_id: memberId, known_by: by, at: await context.now() }
  const insert = within(db)
    .insertInto('viewer_members')
    .values({ viewer_id: viewerId, ...row })
  await insert.onConflict((conflict) => conflict.column('viewer_id').doUpdateSet(row)).execute()
}
