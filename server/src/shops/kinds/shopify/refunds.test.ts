// Where refunded units come back to: each to the place that Shopify names for it, none to a place that nobody knows.
import { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import type { Graphql } from './graphql.ts'
import { createShopifyRefunds } from './refunds.ts'

interface Made {
  readonly currency: string
  readonly refundLineItems: readonly object[]
  readonly transactions: readonly { readonly amount: string }[]
}

const place = (n: number) => ({ id: `gid://shopify/Location/${n}` })
const line = (n: number, restockType: string, location: { id: string } | null) => ({
  lineItem: { id: `gid://shopify/LineItem/${n}` },
  quantity: n,
  restockType,
  location,
})
const LINES = [
  line(1, 'CANCEL', place(1)),
  line(2, 'CANCEL', place(2)),
  line(3, 'RETURN', place(1)),
  line(4, 'CANCEL', null),
]

/** Two units' worth was paid, by a card and a gift card, and nothing has gone back. */
async function refund(currency: string, amounts: readonly string[], more: { restock: boolean; keepMinor: number }) {
  const made: Made[] = []
  const both = (amount: string) => ({
    presentmentMoney: { amount, currencyCode: currency },
    shopMoney: { currencyCode: currency },
  })
  const order = {
    subtotalPriceSet: both(amounts[0] ?? ''),
    totalRefundedSet: both('0'),
    suggestedRefund: {
      shipping: { maximumRefundableSet: both('0') },
      refundLineItems: LINES,
      suggestedTransactions: amounts.slice(1).map((amount, n) => ({
        gateway: 'bogus',
        parentTransaction: { id: `gid://shopify/OrderTransaction/${n}` },
        amountSet: both(amount),
      })),
    },
  }
  const admin: Graphql = (query, variables, schema) => {
    if (query.includes('LanternSuggestRefund')) return Promise.resolve(grant(schema.parse({ order })))
    made.push(variables['input'] as Made)
    return Promise.resolve(grant(schema.parse({ refundCreate: { userErrors: [] } })))
  }
  const ids = { orderId: OrderId.parse('148977776'), holdId: HoldId.parse('hold-1') }
  const outcome = await createShopifyRefunds(admin)({ ...ids, ...more })
  return { outcome, made }
}

test('units of two places go back each to its own; what was shipped, or whose place is unknown, to none', async () => {
  const { made } = await refund('USD', ['20.00', '20.00'], { restock: true, keepMinor: 0 })

  expect(made[0]?.refundLineItems).toEqual([
    { lineItemId: 'gid://shopify/LineItem/1', quantity: 1, restockType: 'CANCEL', locationId: place(1).id },
    { lineItemId: 'gid://shopify/LineItem/2', quantity: 2, restockType: 'CANCEL', locationId: place(2).id },
    { lineItemId: 'gid://shopify/LineItem/3', quantity: 3, restockType: 'NO_RESTOCK' },
    { lineItemId: 'gid://shopify/LineItem/4', quantity: 4, restockType: 'NO_RESTOCK' },
  ])
})

test.each([
  ['USD', ['20.00', '15.00', '5.00'], 400, ['15.00', '1.00']],
  ['JPY', ['2000.0', '1500.0', '500.0'], 400, ['1500', '100']],
  ['KWD', ['20.000', '15.000', '5.000'], 4001, ['15.000', '0.999']],
])('a part in %s is taken from both payments, to the last place, and moves no unit', async (...given) => {
  const [currency, amounts, keepMinor, back] = given
  const { outcome, made } = await refund(currency, amounts, { restock: true, keepMinor })

  expect(outcome.ok).toBe(true)
  expect(made[0]?.transactions.map(({ amount }) => amount)).toEqual(back)
  expect(made[0]).toMatchObject({ currency, refundLineItems: [] })
})
