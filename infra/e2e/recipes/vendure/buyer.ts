// What a buyer does in Vendure's own checkout, and what the shop's staff do with the order, through its own APIs.
import * as z from 'zod'
import { createPerson, type Person } from './ask.ts'

const Order = z.object({
  id: z.string().optional(),
  code: z.string(),
  state: z.string(),
  subTotalWithTax: z.number(),
  lines: z.array(z.object({ id: z.string(), quantity: z.number(), unitPriceWithTax: z.number() })),
})
export type Order = z.infer<typeof Order>
/** An order, or why not. */
const Outcome = z.union([Order, z.looseObject({ message: z.string() })])

const FIELDS = 'id code state subTotalWithTax lines { id quantity unitPriceWithTax }'
const OR_WHY = `... on Order { ${FIELDS} } ... on ErrorResult { message }`

export const createBuyer = (url: string): Person => createPerson(`${url}/shop-api`)

export function orderOf(buyer: Person): Promise<Order | null> {
  return buyer.ask(`{ activeOrder { ${FIELDS} } }`, {}, Order.nullable())
}

export async function variantOf(buyer: Person, sku: string): Promise<string> {
  const Found = z.object({ variants: z.array(z.object({ id: z.string() })) })
  const query = 'query($slug: String!) { product(slug: $slug) { variants { id } } }'
  const { variants } = await buyer.ask(query, { slug: sku.toLowerCase() }, Found)
  return variants[0]?.id ?? ''
}

/** Whether the shop gives the units to this buyer. */
export async function add(buyer: Person, { sku, quantity }: { sku: string; quantity: number }): Promise<boolean> {
  const query = `mutation($id: ID!, $n: Int!) { addItemToOrder(productVariantId: $id, quantity: $n) { ${OR_WHY} } }`
  return !('message' in (await buyer.ask(query, { id: await variantOf(buyer, sku), n: quantity }, Outcome)))
}

/** Whether the buyer can make it more. */
export async function adjust(buyer: Person, lineId: string, quantity: number): Promise<boolean> {
  const query = `mutation($id: ID!, $n: Int!) { adjustOrderLine(orderLineId: $id, quantity: $n) { ${OR_WHY} } }`
  return !('message' in (await buyer.ask(query, { id: lineId, n: quantity }, Outcome)))
}

/** As far as the payment; null: there. */
export async function goToPayment(buyer: Person): Promise<string | null> {
  const customer = { firstName: 'B', lastName: 'B', emailAddress: `b${Math.random()}@shop.example` }
  const set = `mutation($input: CreateCustomerInput!) { setCustomerForOrder(input: $input) { ${OR_WHY} } }`
  await buyer.ask(set, { input: customer }, Outcome)
  const address = { streetLine1: 'A street', city: 'A city', postalCode: '10115', countryCode: 'DE' }
  const send = `mutation($input: CreateAddressInput!) { setOrderShippingAddress(input: $input) { ${OR_WHY} } }`
  await buyer.ask(send, { input: address }, Outcome)
  const ways = await buyer.ask('{ eligibleShippingMethods { id } }', {}, z.array(z.object({ id: z.string() })))
  const by = `mutation($ids: [ID!]!) { setOrderShippingMethod(shippingMethodId: $ids) { ${OR_WHY} } }`
  await buyer.ask(by, { ids: ways.map(({ id }) => id) }, Outcome)
  const Moved = z.looseObject({ transitionError: z.string().optional() }).nullable()
  const go =
    'mutation { transitionOrderToState(state: "ArrangingPayment") { ... on OrderStateTransitionError { transitionError } } }'
  return (await buyer.ask(go, {}, Moved))?.transitionError ?? null
}

export async function pay(buyer: Person): Promise<Order> {
  const query = `mutation($input: PaymentInput!) { addPaymentToOrder(input: $input) { ${OR_WHY} } }`
  return buyer.ask(query, { input: { method: 'card', metadata: {} } }, Order)
}

/** The shop gives back this much of the order. */
export async function giveBack(owner: Person, { code }: Order, amount: number): Promise<void> {
  const Found = z.object({ items: z.array(z.object({ payments: z.array(z.object({ id: z.string() })) })) })
  const find =
    'query($code: String!) { orders(options: { filter: { code: { eq: $code } } }) { items { payments { id } } } }'
  const { items } = await owner.ask(find, { code }, Found)
  const input = { paymentId: items[0]?.payments[0]?.id ?? '', amount, lines: [], shipping: 0, adjustment: 0 }
  const refund = 'mutation($input: RefundOrderInput!) { refundOrder(input: $input) { ... on Refund { id state } } }'
  const { id, state } = await owner.ask(refund, { input }, z.object({ id: z.string(), state: z.string() }))
  if (state === 'Settled') return
  const settle = 'mutation($input: SettleRefundInput!) { settleRefund(input: $input) { ... on Refund { id } } }'
  await owner.ask(settle, { input: { id, transactionId: `t-${id}` } }, z.object({ id: z.string() }))
}
