// What sharers have pending, confirmed and paid, and the job by which staff mark what they have paid out.
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { CommissionMoney } from '@lantern/shared/contract/commission.ts'
import { type Kysely, sql } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { appendToShop } from '../../events/append.ts'
import { within } from './tables.ts'

/** Of each sharer by currency; null: of all. */
export async function readMoney(
  db: Kysely<Schema>,
  { sharerId, now }: { readonly sharerId: SharerId | null; readonly now: number },
): Promise<Map<SharerId, CommissionMoney[]>> {
  const rows = within(db).selectFrom('commission_rows')
  const own = sharerId === null ? rows : rows.where('sharer_id', '=', sharerId)
  const earned = await own
    .groupBy(['sharer_id', 'currency'])
    .select(['sharer_id', 'currency'])
    .select(sql<number>`sum(case when confirmed_at > ${now} then amount_minor else 0 end)`.as('pending'))
    .select(sql<number>`sum(case when confirmed_at > ${now} then 0 else amount_minor end)`.as('confirmed'))
    .orderBy('currency')
    .execute()
  const payouts = within(db).selectFrom('commission_payouts')
  const mine = sharerId === null ? payouts : payouts.where('sharer_id', '=', sharerId)
  const sums = mine.groupBy(['sharer_id', 'currency']).select(['sharer_id', 'currency'])
  const paid = await sums.select((eb) => eb.fn.sum<number>('amount_minor').as('paid')).execute()
  const paidOf = new Map(paid.map((row) => [`${row.sharer_id} ${row.currency}`, row.paid]))
  const money = earned.map(({ sharer_id, currency, pending, confirmed }) => {
    const paidMinor = paidOf.get(`${sharer_id} ${currency}`) ?? 0
    return { sharer_id, currency, pendingMinor: pending, confirmedMinor: confirmed - paidMinor, paidMinor }
  })
  const bySharer = Map.groupBy(money, ({ sharer_id }) => sharer_id)
  return new Map([...bySharer].map(([id, some]) => [id, some.map(({ sharer_id: _, ...one }) => one)]))
}

interface PayOut {
  readonly id: SharerId
  readonly payoutId: string
  readonly currency: string
  readonly amountMinor: number
  readonly by: StaffId
}

type Paid = Outcome<CommissionMoney, 'SHARER_NOT_FOUND' | 'PAYOUT_CHANGED'>

/** Refused where the sum is not what is confirmed now: a refund may have come in between. */
export const payOut: Job<PayOut, Paid> = {
  name: 'commission.payOut',
  kind: 'write',
  async work(db, { id, payoutId, currency, amountMinor, by }, context) {
    await context.words.lockNames(db, [`payouts of ${id}`])
    const known = await db.selectFrom('sharers').select('id').where('id', '=', id).executeTakeFirst()
    if (known === undefined) return refuse('SHARER_NOT_FOUND')
    const read = async () => {
      const money = await readMoney(db, { sharerId: id, now: await context.now() })
      return money.get(id)?.find((one) => one.currency === currency)
    }
    const done = within(db).selectFrom('commission_payouts').selectAll().where('id', '=', payoutId)
    const before = await done.executeTakeFirst()
    const isSame = before?.sharer_id === id && before.currency === currency && before.amount_minor === amountMinor
    const open = await read()
    if (open === undefined || (before !== undefined && !isSame)) return refuse('PAYOUT_CHANGED')
    if (isSame) return grant(open)
    if (open.confirmedMinor !== amountMinor) return refuse('PAYOUT_CHANGED')
    const payload = { payoutId, sharerId: id, currency, amountMinor }
    await appendToShop(db, { actor: `staff:${by}`, type: 'commission:paid_out', payload }, context)
    const row = { id: payoutId, sharer_id: id, currency, amount_minor: amountMinor, at: await context.now(), by }
    await within(db).insertInto('commission_payouts').values(row).execute()
    return grant((await read()) ?? open)
  },
}
