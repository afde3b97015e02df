// Gives back what is left of an order's payment by Shopify's Admin API; the goods go back on sale here or not at all.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal } from '../checkout.ts'
import { type Graphql, refusalOf, UserErrors } from './graphql.ts'

const SUGGEST = `query LanternRefundable($id: ID!) {
  order(id: $id) {
    suggestedRefund(suggestFullRefund: true) {
      suggestedTransactions {
        gateway
        parentTransaction { id }
        amountSet { shopMoney { amount } }
      }
    }
  }
}`
const Suggested = z.object({
  order: z
    .object({
      suggestedRefund: z
        .object({
          suggestedTransactions: z.array(
            z.object({
              gateway: z.string().nullable(),
              parentTransaction: z.object({ id: z.string() }).nullable(),
              amountSet: z.object({ shopMoney: z.object({ amount: z.string() }) }),
            }),
          ),
        })
        .nullable(),
    })
    .nullable(),
})
type Transaction = NonNullable<
  NonNullable<z.infer<typeof Suggested>['order']>['suggestedRefund']
>['suggestedTransactions'][number]

/** The key makes a request that comes twice one refund. */
const REFUND = `mutation LanternRefund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund { id }
    userErrors { message }
  }
}`
const Refunded = z.object({ refundCreate: z.object({ userErrors: UserErrors }) })

function toInput(orderId: string, transactions: readonly Transaction[]) {
  return {
    orderId,
    note: 'Live show',
    transactions: transactions.map(({ gateway, parentTransaction, amountSet }) => ({
      orderId,
      kind: 'REFUND',
      gateway: gateway ?? '',
      amount: amountSet.shopMoney.amount,
      ...(parentTransaction && { parentId: parentTransaction.id }),
    })),
  }
}

/** Shopify itself says what is left: a try whose answer was lost gives nothing back twice. */
export async function refundOrder(admin: Graphql, orderId: string): Promise<Outcome<null, ShopRefusal>> {
  const id = `gid://shopify/Order/${orderId}`
  const read = await admin(SUGGEST, { id }, Suggested)
  if (!read.ok) return read
  const transactions = read.value.order?.suggestedRefund?.suggestedTransactions ?? []
  const left = transactions.filter(({ amountSet }) => Number(amountSet.shopMoney.amount) > 0)
  if (left.length === 0) return grant(null)
  const made = await admin(REFUND, { input: toInput(id, left), key: `lantern-${orderId}` }, Refunded)
  if (!made.ok) return made
  return refusalOf(made.value.refundCreate.userErrors) ?? grant(null)
}
