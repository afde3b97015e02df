// The buyer's way through a Medusa storefront once its landing route has the cart: address, delivery, payment, order.
import { z } from 'zod'
import { type Caller, one } from './ask.ts'

const Options = z.object({ shipping_options: z.array(z.object({ id: z.string() })).min(1) })
const Completed = z.object({ type: z.literal('order'), order: z.object({ id: z.string(), total: z.number() }) })

const ADDRESS = {
  first_name: 'A',
  last_name: 'Buyer',
  address_1: 'Street 1',
  city: 'Shanghai',
  postal_code: '200000',
  country_code: 'cn',
}

/** The order that the cart became, not captured yet. */
export async function completeCart(store: Caller, cartId: string): Promise<{ id: string; total: number }> {
  const cart = `/store/carts/${cartId}`
  await store.post(cart, { email: 'buyer@shop.example', shipping_address: ADDRESS }, z.unknown())
  const { shipping_options } = await store.get(`/store/shipping-options?cart_id=${cartId}`, Options)
  await store.post(`${cart}/shipping-methods`, { option_id: shipping_options[0]?.id }, z.unknown())
  const { payment_collection } = await store.post(
    '/store/payment-collections',
    { cart_id: cartId },
    one('payment_collection'),
  )
  const sessions = `/store/payment-collections/${payment_collection.id}/payment-sessions`
  await store.post(sessions, { provider_id: 'pp_system_default' }, z.unknown())
  return (await store.post(`${cart}/complete`, {}, Completed)).order
}

const Payments = z.object({
  order: z.object({
    payment_collections: z.array(z.object({ payments: z.array(z.object({ id: z.string() })).min(1) })).min(1),
  }),
})

export async function paymentOf(admin: Caller, orderId: string): Promise<string> {
  const { order } = await admin.get(`/admin/orders/${orderId}?fields=*payment_collections.payments`, Payments)
  return order.payment_collections[0]?.payments[0]?.id ?? ''
}

/** The shop has its money. */
export async function capture(admin: Caller, orderId: string): Promise<void> {
  await admin.post(`/admin/payments/${await paymentOf(admin, orderId)}/capture`, {}, z.unknown())
}
