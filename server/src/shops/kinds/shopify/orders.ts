// Orders at Shopify: as webhooks bring them and as the Admin API lists them.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopFact, ShopRefusal } from '../../checkout.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { toMinor } from '../../money.ts'
import { factsOf, NO_FACTS, type OrderFacts, type OrderReader } from '../orderFacts.ts'
import { readOrderPages } from '../orderPages.ts'
import type { Graphql } from './graphql.ts'
import { HOLD_ATTRIBUTE } from './links.ts'

const Transaction = z.object({ kind: z.string(), status: z.string(), amount: z.string() })

/** The order resource of webhooks, as far as it is read. */
export const WebhookOrder = z.object({
  /** With the number in it as text: `id` can be larger than a number of JSON keeps. */
  admin_graphql_api_id: z.string().regex(/^gid:\/\/shopify\/Order\/\d+$/),
  currency: z.string().length(3),
  subtotal_price: z.string(),
  financial_status: z.string().nullable(),
  cancelled_at: z.string().nullish(),
  note_attributes: z.array(z.object({ name: z.string(), value: z.unknown() })).default([]),
  discount_codes: z.array(z.object({ code: z.string() })).default([]),
  refunds: z.array(z.object({ transactions: z.array(Transaction).default([]) })).default([]),
})

interface Marks {
  readonly attributes: readonly { name: string; value: unknown }[]
  readonly codes: readonly string[]
}

/** The attribute first; a buyer who lost it on the way still has the code of the hold. */
function holdOf({ attributes, codes }: Marks, names: HoldNames) {
  const name = attributes.find((attribute) => attribute.name === HOLD_ATTRIBUTE)?.value
  const named = typeof name === 'string' ? names.readName(name) : null
  return named ?? codes.map(names.readCode).find((hold) => hold !== null) ?? null
}

const PAID: ReadonlySet<string> = new Set(['paid', 'partially_refunded'])
/** Also paid in part, and by a way that takes its time: the order is placed. */
const AUTHORISED: ReadonlySet<string> = new Set(['authorized', 'pending', 'partially_paid'])
/** The money can be taken no more. */
const GONE: ReadonlySet<string> = new Set(['voided', 'expired'])

type Order = z.infer<typeof WebhookOrder>

/** So much has gone back; 0: nothing that can be read. */
function backOf({ refunds, currency }: Order): number {
  const all = refunds.flatMap(({ transactions }) => transactions)
  const done = all.filter(({ kind, status }) => kind === 'refund' && status === 'success')
  return done.reduce((sum, { amount }) => sum + (toMinor(amount, currency) ?? 0), 0)
}

/** Empty: the order names no hold of ours. */
export function factsOfOrder(order: Order, { names, endpointId }: OrderReader): OrderFacts {
  const codes = order.discount_codes.map(({ code }) => code)
  const holdId = holdOf({ attributes: order.note_attributes, codes }, names)
  if (holdId === null) return NO_FACTS
  const status = order.financial_status ?? ''
  return factsOf({
    orderId: order.admin_graphql_api_id.split('/').at(-1) ?? '',
    holdId,
    endpointId,
    currency: order.currency,
    goodsMinor: toMinor(order.subtotal_price, order.currency),
    isPaid: PAID.has(status),
    isAuthorised: AUTHORISED.has(status),
    isRefunded: status === 'refunded',
    partMinor: status === 'partially_refunded' ? backOf(order) : null,
    isCancelled: (order.cancelled_at ?? null) !== null || GONE.has(status),
    isFailed: false,
  })
}

const LIST = `query LanternOrders($search: String!, $after: String) {
  orders(first: 100, after: $after, query: $search, sortKey: CREATED_AT, reverse: true) {
    nodes {
      legacyResourceId
      currencyCode
      displayFinancialStatus
      cancelledAt
      discountCodes
      customAttributes { key value }
      subtotalPriceSet { shopMoney { amount } }
      totalRefundedSet { shopMoney { amount } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`
const Money = z.object({ shopMoney: z.object({ amount: z.string() }) })
const Listed = z.object({
  orders: z.object({
    nodes: z.array(
      z.object({
        legacyResourceId: z.string(),
        currencyCode: z.string().length(3),
        displayFinancialStatus: z.string().nullable(),
        cancelledAt: z.string().nullable(),
        discountCodes: z.array(z.string()),
        customAttributes: z.array(z.object({ key: z.string(), value: z.string().nullable() })),
        subtotalPriceSet: Money.nullable(),
        totalRefundedSet: Money,
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
})
type Node = z.infer<typeof Listed>['orders']['nodes'][number]

/** The same order in the shape of webhooks. */
function toWebhookOrder(node: Node): Order {
  const refunded = { kind: 'refund', status: 'success', amount: node.totalRefundedSet.shopMoney.amount }
  return {
    admin_graphql_api_id: `gid://shopify/Order/${node.legacyResourceId}`,
    currency: node.currencyCode,
    subtotal_price: node.subtotalPriceSet?.shopMoney.amount ?? '',
    financial_status: node.displayFinancialStatus?.toLowerCase() ?? null,
    cancelled_at: node.cancelledAt,
    note_attributes: node.customAttributes.map(({ key, value }) => ({ name: key, value })),
    discount_codes: node.discountCodes.map((code) => ({ code })),
    refunds: [{ transactions: [refunded] }],
  }
}

const FIRST: { readonly after: string | null } = { after: null }

export function readOrdersSince(
  admin: Graphql,
  since: number,
  reader: OrderReader,
): Promise<Outcome<readonly ShopFact[], ShopRefusal>> {
  const search = `created_at:>='${new Date(since).toISOString()}'`
  return readOrderPages({
    first: FIRST,
    factsOf: (node: Node) => factsOfOrder(toWebhookOrder(node), reader),
    async read({ after }) {
      const listed = await admin(LIST, { search, after }, Listed)
      if (!listed.ok) return listed
      const { nodes, pageInfo } = listed.value.orders
      return grant({ orders: nodes, next: pageInfo.hasNextPage ? { after: pageInfo.endCursor } : null })
    },
  })
}
