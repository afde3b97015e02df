// What webhooks say has the shape that the contract promises, field for field.
import { NOTICES } from '@lantern/shared/contract/notices.ts'
import { expect, it } from 'vitest'
import { toWebhookEvent, WEBHOOK_EVENTS } from './webhookEvents.ts'

const hold = {
  id: 'hold-1',
  currency: 'EUR',
  expiresAt: 1_800_000_300_000,
  via: 'anna.1',
  items: [{ sku: 'LAMP', quantity: 2, unitPriceMinor: 12_900 }],
}
const order = { id: '#1001', amountMinor: 25_800, currency: 'EUR' }

it.each(Object.entries(WEBHOOK_EVENTS))('%s is reported as %s', (event, type) => {
  for (const mediaMs of [null, 125_000]) {
    const webhookEvent = toWebhookEvent({ showId: 'a-show', type: event, at: 1_800_000_000_000, mediaMs, hold, order })
    const body: unknown = JSON.parse(webhookEvent?.body ?? 'null')

    expect(webhookEvent?.type).toBe(type)
    expect(NOTICES[type].parse(body)).toEqual(body)
  }
})
