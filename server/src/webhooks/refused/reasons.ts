// Why a delivery was refused, as staff are told it: what the sender was answered, looked at more closely.
import type { RefusedReason } from '@lantern/shared/contract/refusedEvents.ts'
import type { Delivery } from '../../shops/checkout.ts'
import { parseBody } from '../../shops/kinds/proof.ts'

/** The codes of `take`, and what the web server refuses before that. */
export type RefusedCode =
  'ENDPOINT_NOT_FOUND' | 'BAD_SIGNATURE' | 'BAD_INPUT' | 'TOO_LARGE' | 'UNREADABLE' | 'WRONG_HOST'

export interface RefusedDelivery {
  readonly code: RefusedCode
  /** The body is empty where it was not read. */
  readonly delivery: Delivery
  readonly bytes: number
  /** Parts of the message, never what stands in them. */
  readonly why: string | null
}

export interface ReasonNeeds {
  readonly isEndpoint: (endpointId: string) => boolean
  readonly now: number
}

const SIGNATURES = ['webhook-signature', 'x-shopify-hmac-sha256', 'x-wc-webhook-signature'] as const
/** As Standard Webhooks have it. */
const STALE_MS = 300_000
const OTHER_SHOP = /^x-shopify-shop-domain /
const NUMBER_PART = /(^|[ .])(orderId|order\.id|admin_graphql_api_id|id) \(/
const MONEY_PART = /(^|[ .])(amount\w*|currency\w*|unitPriceMinor|\w*total\w*|subtotal_price) \(/

function ofSignature(headers: Delivery['headers'], now: number): RefusedReason {
  if (SIGNATURES.every((name) => (headers[name] ?? '') === '')) return 'unsigned'
  const at = 1000 * Number(headers['webhook-timestamp'] ?? Number.NaN)
  return Math.abs(now - at) > STALE_MS ? 'stale' : 'badSignature'
}

function ofShape({ delivery, why }: RefusedDelivery): RefusedReason {
  if (parseBody(delivery.body) === undefined) return 'badJson'
  if (why !== null && OTHER_SHOP.test(why)) return 'otherShop'
  if (why !== null && NUMBER_PART.test(why)) return 'badNumber'
  return why !== null && MONEY_PART.test(why) ? 'badMoney' : 'badShape'
}

export function reasonOf(refused: RefusedDelivery, { isEndpoint, now }: ReasonNeeds): RefusedReason {
  const { delivery } = refused
  const reasons: Record<RefusedCode, () => RefusedReason> = {
    WRONG_HOST: () => 'wrongHost',
    // The address is right, and there is no secret to prove anything with.
    ENDPOINT_NOT_FOUND: () => (isEndpoint(delivery.endpointId) ? 'noSecret' : 'unknownEndpoint'),
    BAD_SIGNATURE: () => ofSignature(delivery.headers, now),
    TOO_LARGE: () => 'tooLarge',
    UNREADABLE: () => 'unreadable',
    BAD_INPUT: () => ofShape(refused),
  }
  return reasons[refused.code]()
}
