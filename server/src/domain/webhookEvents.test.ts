// What webhooks say has the shape that the contract promises, field for field.
import { NOTICES } from '@lantern/shared/contract/notices.ts'
import { expect, it } from 'vitest'
import { toWebhookEvent, WEBHOOK_EVENTS } from './webhookEvents.ts'

const line = {
  offerId: 'offer-1',
  productId: 'lamp',
  variantId: 'lamp-1',
  sku: 'LAMP',
  saleId: 'sale-1',
  quantity: 2,
  listMinor: 15_900,
  unitPriceMinor: 12_900,
  adjustments: [
    { kind: 'sale_price', ref: 'sale-1', amountMinor: 6000 },
    { kind: 'coupon', ref: 'thanks', amountMinor: 100 },
  ],
}
const hold = {
  holdId: 'hold-1',
  viewerId: 'viewer-1',
  via: 'anna.1',
  state: 'paid',
  lines: [line],
  currency: 'EUR',
  totalMinor: 25_700,
  grantedAt: 1_800_000_000_000,
  expiresAt: 1_800_000_300_000,
  orderId: '#1001',
  waited: false,
}
const activity = {
  activityId: 'poll-1',
  kind: 'poll',
  config: { question: 'What next?' },
  entries: 12,
  closesAt: null,
  result: { winners: [1], pinned: null },
}
const paid = { state: 'paid', backMinor: 0, isSecond: false, refund: null }
const order = { orderId: '#1001', amountMinor: 25_700, currency: 'EUR', ...paid }
const orders = [
  { holdId: 'hold-1', orderId: '#1001' },
  { holdId: 'hold-2', orderId: null },
]
const pickup = { groupId: 'group-1', told: 2, orders }

it.each(Object.entries(WEBHOOK_EVENTS))('%s is reported as %s', (event, type) => {
  // Before the show is live, of a group without a point; and in the show, of one with a point.
  for (const [mediaMs, pointId] of [[null, null] as const, [125_000, 'gate'] as const]) {
    const fact = {
      stream: 'a-show',
      type: event,
      at: 1_800_000_000_000,
      mediaMs,
      holdId: null,
      data: { hold, order, ...activity, ...pickup, pointId },
    }
    const webhookEvent = toWebhookEvent(fact)
    const body: unknown = JSON.parse(webhookEvent?.body ?? 'null')

    expect(webhookEvent?.type).toBe(type)
    expect(NOTICES[type].parse(body)).toEqual(body)
  }
})
