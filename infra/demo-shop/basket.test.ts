// Several holds in one hand-off: one checkout, one order, and every message names each of them.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { handoffClaims } from './studioStandIn.ts'
import { startTestShop } from './testShop.ts'
import type { TestShop } from './testShop.ts'

const holds = [
  { holdId: 'hold-1', amountMinor: 12_900 },
  { holdId: 'hold-2', amountMinor: 2900 },
]
const basket = (more = {}) =>
  handoffClaims({
    jti: 'basket-1',
    holds,
    items: [
      { sku: 'LINEN-SAND-M', quantity: 1, unitPriceMinor: 12_900, currency: 'CNY', holdId: 'hold-1' },
      { sku: 'CHILLI-240', quantity: 1, unitPriceMinor: 2900, currency: 'CNY', holdId: 'hold-2' },
    ],
    ...more,
  })
let shop: TestShop

beforeEach(async () => {
  shop = await startTestShop()
})
afterEach(() => shop.close())

it('is paid in one order, and told with the holds as they stood in the link', async () => {
  const path = await shop.arrive(await shop.studio.sign(basket()))
  const again = await shop.arrive(await shop.studio.sign(basket()))

  expect(again).toBe(path)
  expect(await (await shop.get(path)).text()).toContain('Pay ¥158')
  await shop.post(`${path}/pay`)
  await shop.post('/desk/orders/WC-10001/refund')
  const told = await shop.studio.waitFor(3)
  expect(told.map(({ type }) => type)).toEqual(['checkout.opened', 'order.paid', 'order.refunded'])
  for (const { data } of told) expect(data).toMatchObject({ holds })
  for (const { data } of told) expect(data).not.toHaveProperty('holdId')
  expect(told[1]?.data).toMatchObject({ orderId: 'WC-10001', amountMinor: 15_800 })
})

it('tells of each when the buyer leaves', async () => {
  const path = await shop.arrive(await shop.studio.sign(basket()))
  await shop.post(`${path}/cancel`)

  const [, left] = await shop.studio.waitFor(2)
  expect(left).toMatchObject({ type: 'order.cancelled', data: { holds } })
})

it('takes no list of one', async () => {
  const token = await shop.studio.sign(basket({ holds: holds.slice(0, 1) }))

  expect((await shop.handOff(token)).status).toBe(400)
})
