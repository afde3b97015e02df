// What others are told has the shape that the contract promises, field for field.
import { NOTICES } from '@lantern/shared/contract/notices.ts'
import { expect, it } from 'vitest'
import { TOLD_EVENTS, tell } from './told.ts'

const hold = {
  id: 'hold-1',
  currency: 'EUR',
  expiresAt: 1_800_000_300_000,
  via: 'anna.1',
  items: [{ sku: 'LAMP', quantity: 2, unitPriceMinor: 12_900 }],
}
const order = { id: '#1001', amountMinor: 25_800, currency: 'EUR' }

it.each(Object.entries(TOLD_EVENTS))('%s is told as %s', (event, type) => {
  for (const mediaMs of [null, 125_000]) {
    const told = tell({ showId: 'a-show', type: event, at: 1_800_000_000_000, mediaMs, hold, order })
    const body: unknown = JSON.parse(told?.body ?? 'null')

    expect(told?.type).toBe(type)
    expect(NOTICES[type].parse(body)).toEqual(body)
  }
})
