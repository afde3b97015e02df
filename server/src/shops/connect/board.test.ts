// Which of the shop's messages prove a connection that was changed since.
import type { ConnectionFieldName } from '@lantern/shared/contract/connections.ts'
import { expect, test } from 'vitest'
import { heardSince } from './board.ts'

const kept = (at: Partial<Record<ConnectionFieldName, number>>) => ({
  madeAt: 900,
  values: Object.entries(at).map(([field, time]) => ({
    field: field as ConnectionFieldName,
    value: '',
    isSealed: false,
    tail: null,
    at: time,
  })),
})

test.each([
  ['another key of the same shop: what came before still proves it', { MEDUSA_ADMIN_TOKEN: 800 }, 200],
  ['another region or place of stock, too', { MEDUSA_REGION_ID: 800, MEDUSA_LOCATION_ID: 800 }, 200],
  ['another secret that signs: only what came since', { SHOP_WEBHOOK_SECRET: 800 }, 800],
  ['another shop', { SHOP_URL: 800 }, 800],
  ['another backend', { MEDUSA_URL: 800 }, 800],
] as const)('%s', (_name, changed, since) => {
  const before = { SHOP_URL: 200, MEDUSA_URL: 200, SHOP_WEBHOOK_SECRET: 200, MEDUSA_ADMIN_TOKEN: 200 }
  expect(heardSince(kept({ ...before, ...changed }))).toBe(since)
})

test('nothing of it was kept: since it was made', () => {
  expect(heardSince(kept({ MEDUSA_ADMIN_TOKEN: 800 }))).toBe(900)
})
