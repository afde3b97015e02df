// A gateway that cannot give money back is no shop that is away: staff have to know at once.
import { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { readFixtures } from '../../conformance/fixtures.ts'
import { startStandIn, Status } from '../../conformance/standIn.ts'
import { createShopFetch } from '../../shopFetch.ts'
import { createWooApi } from './api.ts'
import { LINE_NAME } from './orderHolds.ts'
import { createWooRefunds } from './refunds.ts'

const FIXTURES = readFixtures([new URL('./fixtures.json', import.meta.url)])
const NAMES = { readCode: () => null, readName: () => null, nameOf: String, codeOf: String }
const CANNOT = { code: 'woocommerce_rest_cannot_create_order_refund', message: 'no refunds here', data: 500 }

test.each([
  ['will not', new Status(500, CANNOT), 'SHOP_REFUSED'],
  ['has a fault', new Status(500, { code: 'internal_server_error', message: 'critical error' }), 'SHOP_UNREACHABLE'],
  ['is behind a server with a fault', new Status(502), 'SHOP_UNREACHABLE'],
])('a shop that %s', async (_what, answer, code) => {
  const stand = await startStandIn(FIXTURES, {
    readOrder: () => ({ total: '30.00', refunds: [] }),
    createRefund: () => {
      throw answer
    },
  })
  const place = { shopUrl: stand.url, wooConsumerKey: 'ck_1234567', wooConsumerSecret: 'cs_1234567' }
  const refundTo = createWooRefunds(createWooApi(createShopFetch({ allowed: [stand.url] }), place), NAMES)

  const told = await refundTo({
    orderId: OrderId.parse('727'),
    holdId: HoldId.parse('h1'),
    restock: false,
    keepMinor: 0,
  })
  await stand.close()

  expect(told).toMatchObject({ ok: false, code })
  expect(stand.complaints).toEqual([])
})

test('the buyer’s own things in the same order stay paid, and on no shelf', async () => {
  const asked: unknown[] = []
  const line = (id: number, total: string, value: string) => ({
    id,
    quantity: 2,
    total,
    total_tax: '0.50',
    meta_data: [{ key: LINE_NAME, value }],
  })
  const stand = await startStandIn(FIXTURES, {
    readOrder: () => ({ total: '200.00', line_items: [line(1, '150.00', ''), line(2, '30.00', 'h1')], refunds: [] }),
    createRefund: ({ body }) => void asked.push(body),
  })
  const place = { shopUrl: stand.url, wooConsumerKey: 'ck_1234567', wooConsumerSecret: 'cs_1234567' }
  const names = { ...NAMES, readName: (name: string) => (name === 'h1' ? HoldId.parse(name) : null) }
  const refundTo = createWooRefunds(createWooApi(createShopFetch({ allowed: [stand.url] }), place), names)

  const order = { orderId: OrderId.parse('727'), holdId: HoldId.parse('h1'), restock: true }
  const told = [await refundTo({ ...order, keepMinor: 0 }), await refundTo({ ...order, keepMinor: 1000 })]
  await stand.close()

  expect(told).toMatchObject([{ ok: true }, { ok: true }])
  expect(asked).toMatchObject([{ amount: '30.50', line_items: [{ id: 2 }] }, { amount: '20.00' }])
  expect(stand.complaints).toEqual([])
})
