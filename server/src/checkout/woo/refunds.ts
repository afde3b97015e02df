// Gives back what is left of an order's payment by WooCommerce's REST API, through the gateway that took it.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal } from '../checkout.ts'
import { toDecimal, toMinor } from '../money.ts'
import { refusedByShop } from '../shopFetch.ts'
import type { WooApi } from './api.ts'

const Paid = z.object({
  currency: z.string().length(3),
  total: z.string(),
  /** Their totals are negative. */
  refunds: z.array(z.object({ id: z.number().int(), total: z.string() })),
})

/** Looks at what went back already: a try whose answer was lost gives nothing back twice. */
export async function refundOrder(api: WooApi, orderId: string): Promise<Outcome<null, ShopRefusal>> {
  const path = `orders/${encodeURIComponent(orderId)}`
  const read = await api({ path }, Paid)
  if (!read.ok) return read
  const { currency, total, refunds } = read.value
  const parts = [total, ...refunds.map((refund) => refund.total)].map((part) => toMinor(part, currency))
  if (parts.some((part) => part === null)) return refusedByShop('an amount in another shape')
  const left = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
  if (left <= 0) return grant(null)
  const json = { amount: toDecimal(left, currency), reason: 'Live show', api_refund: true }
  const made = await api({ path: `${path}/refunds`, method: 'POST', json }, z.object({ id: z.number().int() }))
  return made.ok ? grant(null) : made
}
