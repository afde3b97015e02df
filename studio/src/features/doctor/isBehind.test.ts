// When the doctor has to look again at the shop's messages.
import { ShopMessage } from '@lantern/shared/contract/connections.ts'
import { describe, expect, it } from 'vitest'
import { isBehind } from './isBehind.ts'

const NOW = 1_800_000_000_000
const message = (more: object) =>
  ShopMessage.parse({
    ...{ id: 'm1', at: NOW - 60_000, type: 'order.paid', order: null, amountMinor: null, currency: null, sku: null },
    ...{ buyer: null, state: 'taken', why: 'done', reason: null, byMinor: null, note: null, times: 1 },
    ...{ endpointId: 'demo', arrivalId: null },
    ...more,
  })
const refused = (reason: string) => message({ state: 'refused', why: 'refused', reason })

describe('what the doctor found of the shop’s messages', () => {
  it('is behind once one has come where none had, taken or refused', () => {
    const never = { why: 'no_webhook', detail: {} } as const

    expect(isBehind(never, message({}), NOW)).toBe(true)
    expect(isBehind(never, refused('unsigned'), NOW)).toBe(true)
  })

  it('is behind once one is taken where all were refused, or refused for another reason', () => {
    const told = { why: 'webhook_refused', detail: { times: 3, reason: 'unsigned' } } as const

    expect(isBehind(told, refused('unsigned'), NOW)).toBe(false)
    expect(isBehind(told, refused('stale'), NOW)).toBe(true)
    expect(isBehind(told, message({}), NOW)).toBe(true)
  })

  it('is behind when a later one came than the last it knows, and not by a refused one', () => {
    const seen = (hours: number) => ({ why: 'webhook_seen', detail: { hours } }) as const

    expect(isBehind(seen(26), message({}), NOW)).toBe(true)
    expect(isBehind(seen(26), refused('unsigned'), NOW)).toBe(false)
    expect(isBehind(seen(0), message({}), NOW)).toBe(false)
  })

  it('knows nothing of what else it found', () => {
    expect(isBehind({ why: 'disk_low', detail: {} }, message({}), NOW)).toBe(false)
  })
})
