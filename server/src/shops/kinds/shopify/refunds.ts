// Money back at Shopify: what the shop itself suggests for the whole order, or a part of it, under one key for one refund.
import { createHash } from 'node:crypto'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { OrderToRefund, ShopRefusal } from '../../checkout.ts'
import { toDecimal, toMinor } from '../../money.ts'
import { toGiveBack } from '../toGiveBack.ts'
import { type Graphql, refusalOf, UserErrors } from './graphql.ts'
import { refusedByShop } from '../../shopFetch.ts'

const Amount = z.object({ amount: z.string(), currencyCode: z.string().length(3) })
const Money = z.object({ presentmentMoney: Amount })
const BothMoneys = Money.extend({ shopMoney: z.object({ currencyCode: z.string() }) })
const RestockType = z.enum(['CANCEL', 'RETURN', 'NO_RESTOCK', 'LEGACY_RESTOCK'])
const Suggested = z.object({
  order: z
    .object({
      subtotalPriceSet: BothMoneys.nullable(),
      totalRefundedSet: BothMoneys,
      suggestedRefund: z
        .object({
          shipping: z.object({ maximumRefundableSet: Money }),
          refundLineItems: z.array(
            z.object({
              lineItem: z.object({ id: z.string() }),
              quantity: z.number().int(),
              restockType: RestockType,
              location: z.object({ id: z.string() }).nullable(),
            }),
          ),
          suggestedTransactions: z.array(
            z.object({
              gateway: z.string().nullable(),
              parentTransaction: z.object({ id: z.string() }).nullable(),
              amountSet: Money,
            }),
          ),
        })
        .nullable(),
    })
    .nullable(),
})
type Order = NonNullable<z.infer<typeof Suggested>['order']>
type Suggestion = NonNullable<Order['suggestedRefund']>
const Created = z.object({ refundCreate: z.object({ userErrors: UserErrors }) })

const MONEY = `{ presentmentMoney { amount currencyCode } }`
const BOTH_MONEYS = `{ presentmentMoney { amount currencyCode } shopMoney { currencyCode } }`
const SUGGEST = `query LanternSuggestRefund($id: ID!) {
  order(id: $id) {
    subtotalPriceSet ${BOTH_MONEYS}
    totalRefundedSet ${BOTH_MONEYS}
    suggestedRefund(suggestFullRefund: true, refundShipping: true) {
      shipping { maximumRefundableSet ${MONEY} }
      refundLineItems { lineItem { id } quantity restockType location { id } }
      suggestedTransactions { gateway parentTransaction { id } amountSet ${MONEY} }
    }
  }
}`
/** The directive is required from 2026-04 on: https://shopify.dev/docs/api/usage/idempotent-requests */
const CREATE = `mutation LanternRefund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund { id }
    userErrors { field message }
  }
}`

const amountOf = (money: z.infer<typeof Money>) => Number(money.presentmentMoney.amount)
const paidBack = ({ suggestedTransactions }: Suggestion) =>
  suggestedTransactions.filter(({ amountSet }) => amountOf(amountSet) > 0)

/** Units that were shipped, or whose place is not known, are not put back on a shelf by us. */
function toLine(
  { lineItem, quantity, restockType, location }: Suggestion['refundLineItems'][number],
  restock: boolean,
) {
  const known = { lineItemId: lineItem.id, quantity }
  if (!restock || restockType !== 'CANCEL' || location === null) return { ...known, restockType: 'NO_RESTOCK' }
  return { ...known, restockType, locationId: location.id }
}

type Transaction = Suggestion['suggestedTransactions'][number]

const toTransaction = (id: string, { gateway, parentTransaction }: Transaction, amount: string) => ({
  orderId: id,
  kind: 'REFUND',
  gateway,
  parentId: parentTransaction?.id ?? null,
  amount,
})

const isOneMoney = ({ presentmentMoney, shopMoney }: z.infer<typeof BothMoneys>) =>
  presentmentMoney.currencyCode === shopMoney.currencyCode

/** Money and nothing else: units, shipping and taxes stay as they are. Null: an amount that cannot be read in the hold's currency. */
function toPart(id: string, { holdId, keepMinor }: OrderToRefund, order: Order & { suggestedRefund: Suggestion }) {
  const { subtotalPriceSet, totalRefundedSet } = order
  if (subtotalPriceSet === null || !isOneMoney(subtotalPriceSet)) return null
  const currency = subtotalPriceSet.presentmentMoney.currencyCode
  const minorOf = ({ presentmentMoney: { amount } }: z.infer<typeof Money>) => toMinor(amount, currency)
  const [goodsMinor, backMinor] = [minorOf(subtotalPriceSet), minorOf(totalRefundedSet)]
  if (goodsMinor === null || backMinor === null) return null
  let left = toGiveBack({ paidMinor: goodsMinor, goodsMinor, backMinor }, keepMinor)
  const transactions = paidBack(order.suggestedRefund).flatMap((transaction) => {
    const minor = Math.min(left, minorOf(transaction.amountSet) ?? 0)
    left -= minor
    return minor === 0 ? [] : [toTransaction(id, transaction, toDecimal(minor, currency))]
  })
  return { orderId: id, note: `Lantern ${holdId}`, notify: true, currency, refundLineItems: [], transactions }
}

function toWhole(id: string, { holdId, restock }: OrderToRefund, suggestion: Suggestion) {
  const transactions = paidBack(suggestion).map((transaction) =>
    toTransaction(id, transaction, transaction.amountSet.presentmentMoney.amount),
  )
  const hasShipping = amountOf(suggestion.shipping.maximumRefundableSet) > 0
  return {
    orderId: id,
    note: `Lantern ${holdId}`,
    notify: true,
    currency: paidBack(suggestion)[0]?.amountSet.presentmentMoney.currencyCode ?? null,
    refundLineItems: suggestion.refundLineItems.map((line) => toLine(line, restock)),
    ...(hasShipping && { shipping: { fullRefund: true } }),
    transactions,
  }
}

/** The same refund has the same key, in the shape of a UUID; after a part went back it is another refund. */
function keyOf(input: object, { totalRefundedSet }: Order): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([input, totalRefundedSet.presentmentMoney.amount]))
    .digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/** `refundTo` of a shop with an Admin token. */
export function createShopifyRefunds(admin: Graphql) {
  return async (order: OrderToRefund): Promise<Outcome<null, ShopRefusal>> => {
    const id = `gid://shopify/Order/${order.orderId}`
    const suggested = await admin(SUGGEST, { id }, Suggested)
    if (!suggested.ok) return suggested
    const known = suggested.value.order
    const suggestedRefund = known?.suggestedRefund ?? null
    if (known === null || suggestedRefund === null) return refusedByShop('the order is not there or cannot be refunded')
    const input =
      order.keepMinor === 0 ? toWhole(id, order, suggestedRefund) : toPart(id, order, { ...known, suggestedRefund })
    if (input === null) return refusedByShop('an amount that cannot be read in the currency of the shop')
    if (input.transactions.length === 0) return grant(null)
    const created = await admin(CREATE, { input, key: keyOf(input, known) }, Created)
    if (!created.ok) return created
    return refusalOf(created.value.refundCreate.userErrors) ?? grant(null)
  }
}
