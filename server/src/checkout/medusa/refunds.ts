// Gives back what is left of an order's captured payments by Medusa's Admin API.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal } from '../checkout.ts'
import type { MedusaApi } from './api.ts'

const Amounts = z.array(z.object({ amount: z.number() })).nullish()
const Payment = z.object({ id: z.string(), captures: Amounts, refunds: Amounts })
const Paid = z.object({
  order: z.object({ payment_collections: z.array(z.object({ payments: z.array(Payment).nullish() })).nullish() }),
})
const FIELDS =
  'id,*payment_collections.payments,*payment_collections.payments.captures,*payment_collections.payments.refunds'

const sum = (amounts: z.infer<typeof Amounts>) => (amounts ?? []).reduce((all, { amount }) => all + amount, 0)

/** Looks at what went back already: a try whose answer was lost gives nothing back twice. */
export async function refundOrder(admin: MedusaApi, orderId: string): Promise<Outcome<null, ShopRefusal>> {
  const query = new URLSearchParams({ fields: FIELDS })
  const read = await admin({ path: `/orders/${encodeURIComponent(orderId)}?${query.toString()}` }, Paid)
  if (!read.ok) return read
  const payments = (read.value.order.payment_collections ?? []).flatMap(({ payments: all }) => all ?? [])
  for (const { id, captures, refunds } of payments) {
    const amount = sum(captures) - sum(refunds)
    if (amount <= 0) continue
    const path = `/payments/${encodeURIComponent(id)}/refund`
    const made = await admin(
      { path, method: 'POST', json: { amount } },
      z.object({ payment: z.object({ id: z.string() }) }),
    )
    if (!made.ok) return made
  }
  return grant(null)
}
