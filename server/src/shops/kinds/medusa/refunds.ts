// Money back at Medusa: what was captured of each payment of the order and has not gone back yet.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { OrderToRefund, ShopRefusal } from '../../checkout.ts'
import { toDecimal, toMinor } from '../../money.ts'
import { refusedByShop } from '../../shopFetch.ts'
import type { MedusaApi } from './api.ts'

const Amounts = z.array(z.object({ amount: z.union([z.number(), z.string()]) }))
const Payment = z.object({ id: z.string().min(1), captures: Amounts, refunds: Amounts })
const Order = z.object({
  order: z.object({
    currency_code: z.string().length(3),
    payment_collections: z.array(z.object({ payments: z.array(Payment) })),
  }),
})
const Refunded = z.object({ payment: z.object({ id: z.string() }) })

const Cancelled = z.object({ order: z.object({ id: z.string() }) })

const ALL = '*payment_collections.payments'
const FIELDS = `id,currency_code,${ALL},${ALL}.captures,${ALL}.refunds`

/** Null: not readable. */
function leftOf({ captures, refunds }: z.infer<typeof Payment>, currency: string): number | null {
  const sum = (amounts: z.infer<typeof Amounts>) => amounts.reduce((all, { amount }) => all + Number(amount), 0)
  const left = sum(captures) - sum(refunds)
  return Number.isFinite(left) ? toMinor(left.toFixed(6), currency) : null
}

/**
 * An order keeps its units reserved until it is cancelled. One that is cancelled already, or has been sent, Medusa refuses to
 * cancel: its units come back by the shop's own hands.
 */
async function letGo(admin: MedusaApi, orderId: string): Promise<Outcome<null, ShopRefusal>> {
  const path = `/orders/${encodeURIComponent(orderId)}/cancel`
  const done = await admin({ path, method: 'POST', json: {} }, Cancelled)
  return done.ok || done.code === 'SHOP_REFUSED' ? grant(null) : done
}

/**
 * `refundOrder` of a shop with a secret key. Medusa itself refuses more than what was captured, so two who ask at once cannot
 * give back twice.
 */
export function createMedusaRefunds(admin: MedusaApi) {
  return async ({ orderId, holdId, restock }: OrderToRefund): Promise<Outcome<null, ShopRefusal>> => {
    const path = `/orders/${encodeURIComponent(orderId)}?fields=${encodeURIComponent(FIELDS)}`
    const found = await admin({ path }, Order)
    if (!found.ok) return found
    const { payment_collections, currency_code } = found.value.order
    const currency = currency_code.toUpperCase()
    for (const payment of payment_collections.flatMap(({ payments }) => payments)) {
      const left = leftOf(payment, currency)
      if (left === null) return refusedByShop('an amount that cannot be read')
      if (left <= 0) continue
      const json = { amount: Number(toDecimal(left, currency)), note: `Lantern ${holdId}` }
      const back = await admin(
        { path: `/payments/${encodeURIComponent(payment.id)}/refund`, method: 'POST', json },
        Refunded,
      )
      if (!back.ok) return back
    }
    return restock ? letGo(admin, orderId) : grant(null)
  }
}
