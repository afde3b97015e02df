// What the shop's staff do and see in Medusa's own admin.
import { z } from 'zod'
import type { Caller } from './ask.ts'

const Order = z.object({
  order: z.object({
    status: z.string(),
    payment_collections: z.array(
      z.object({
        refunded_amount: z.number().nullish(),
        payments: z.array(z.object({ id: z.string() })).min(1),
      }),
    ),
  }),
})
const FIELDS = 'status,*payment_collections,*payment_collections.payments'

async function readOrder(admin: Caller, orderId: string) {
  return (await admin.get(`/admin/orders/${orderId}?fields=${FIELDS}`, Order)).order
}

export async function refundPart(admin: Caller, orderId: string, amount: number): Promise<void> {
  const payment = (await readOrder(admin, orderId)).payment_collections[0]?.payments[0]
  await admin.post(`/admin/payments/${payment?.id}/refund`, { amount }, z.unknown())
}

export async function refundState(admin: Caller, orderId: string): Promise<{ back: number; status: string }> {
  const { status, payment_collections } = await readOrder(admin, orderId)
  const back = payment_collections.reduce((sum, { refunded_amount }) => sum + (refunded_amount ?? 0), 0)
  return { back, status }
}
