// What a delivery names, as far as it can be read without believing it: what happened, which order, which hold.
import type { Delivery } from '../../shops/checkout.ts'
import { parseBody } from '../../shops/kinds/proof.ts'

export interface Names {
  readonly topic: string | null
  readonly order: string | null
  readonly hold: string | null
}

const MOST = 200
const TOPIC_HEADERS = ['x-shopify-topic', 'x-wc-webhook-topic'] as const
/** Where shops write the number of an order, the one that people read first. */
const ORDER_PLACES = [
  'data.orderId',
  'data.order.display_id',
  'data.order.id',
  'name',
  'number',
  'order_number',
  'order_id',
  'id',
].map((place) => place.split('.'))

/** Short, and without what is no text; null: nothing is left. */
export function cutText(text: string, most = MOST): string | null {
  const seen = text
    .slice(0, 2 * most)
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
  return [...seen].slice(0, most).join('') || null
}

function at(json: unknown, place: readonly string[]): string | null {
  let here = json
  for (const key of place) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return null
    here = Reflect.get(here, key)
  }
  return typeof here === 'string' || typeof here === 'number' ? cutText(String(here)) : null
}

/** Other things than orders have names and ids, too. */
function orderOf(json: unknown, topic: string | null): string | null {
  const isOfOrder = topic !== null && /order|refund|payment/i.test(topic)
  const places = isOfOrder ? ORDER_PLACES : ORDER_PLACES.slice(0, 1)
  return places.map((place) => at(json, place)).find((found) => found !== null) ?? null
}

export function readNames({ headers, body }: Pick<Delivery, 'headers' | 'body'>): Names {
  const json = parseBody(body)
  const header = TOPIC_HEADERS.map((name) => headers[name]).find((topic) => topic !== undefined)
  const topic = header === undefined ? at(json, ['type']) : cutText(header)
  return { topic, order: orderOf(json, topic), hold: at(json, ['data', 'holdId']) }
}
