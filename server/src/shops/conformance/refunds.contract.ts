// What every adapter promises about money that staff give back, run beside the adapter's own contract.
import { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OrderToRefund, Visit } from '../checkout.ts'
import { holdOn, type ShopStand } from './shopStand.ts'

const VISIT: Visit = { origin: 'https://live.test', hostname: 'live.test', locale: 'en' }

/** `start` gives a shop of its own to each test. */
export function testRefunds(kind: string, start: (now: () => number) => Promise<ShopStand>): void {
  let stand: ShopStand

  beforeEach(async () => {
    stand = await start(Date.now)
  })
  afterEach(async () => {
    const { complaints } = stand
    await stand.close()
    expect(complaints).toEqual([])
  })

  /** Two units of the first good, paid for. */
  async function paidOrder(restock: boolean): Promise<OrderToRefund> {
    const hold = holdOn(stand, Date.now())
    const link = await stand.adapter.buildHandoff(hold, VISIT)
    if (!link.ok) throw new Error(link.code)
    const news = stand.adapter.verifyEvent(await stand.pay(link.value.href))
    const [paid] = news.ok ? news.value : []
    if (paid?.type !== 'order.paid') throw new Error('not paid')
    return { orderId: paid.orderId, holdId: hold.id, restock, keepMinor: 0 }
  }

  describe(`money back at ${kind}`, () => {
    test('all that was paid goes back, shipping and taxes too, once, however often it is asked', async () => {
      const order = await paidOrder(true)

      const asked = [await stand.adapter.refundTo(order), await stand.adapter.refundTo(order)]

      const back = stand.givenBack()
      const expected = back === null ? { ok: false, code: 'SHOP_CANNOT' } : { ok: true, value: null }
      expect(asked).toEqual([expect.objectContaining(expected), expect.objectContaining(expected)])
      expect(back?.backMinor).toBe(back?.paidMinor)
      expect(stand.adapter.givesBack).toBe(back !== null)
    })

    test('two who ask at once do not give back twice', async () => {
      const order = await paidOrder(false)

      await Promise.all([stand.adapter.refundTo(order), stand.adapter.refundTo(order)])

      const back = stand.givenBack()
      expect(back?.backMinor).toBe(back?.paidMinor)
    })

    test('what the shop has given back itself is not given back again', async () => {
      const order = await paidOrder(true)
      const paidMinor = stand.givenBack()?.paidMinor ?? 1
      await stand.refundPart(paidMinor)

      const asked = await stand.adapter.refundTo(order)

      expect(asked.ok).toBe(stand.givenBack() !== null)
      expect(stand.givenBack()?.backMinor ?? paidMinor).toBe(paidMinor)
    })

    test('units that are for sale again the shop can sell, too', async () => {
      const order = await paidOrder(true)

      await stand.adapter.refundTo(order)
      const again = await stand.adapter.refundTo(order)

      expect(stand.givenBack()?.restocked ?? 2).toBe(2)
      expect(again.ok).toBe(stand.givenBack() !== null)
    })

    test('units that are gone come on no shelf', async () => {
      await stand.adapter.refundTo(await paidOrder(false))

      expect(stand.givenBack()?.restocked ?? 0).toBe(0)
    })

    test('a part that the shop gives back is told with its amount, and what is left can go back', async () => {
      const order = await paidOrder(true)

      const part = stand.adapter.verifyEvent(await stand.refundPart(123))
      const known = await stand.adapter.readOrder({ holdId: order.holdId, handedAt: Date.now() })
      await stand.adapter.refundTo(order)

      const told = { type: 'order.refunded', holdId: order.holdId, orderId: order.orderId, amountMinor: 123 }
      expect(part.ok && part.value.at(-1)).toMatchObject(told)
      if (known.ok) expect(known.value.at(-1)).toEqual(part.ok && part.value.at(-1))
      expect(stand.givenBack()?.backMinor).toBe(stand.givenBack()?.paidMinor)
    })

    test('a part goes back so that the shop keeps what it shall, once, and more of it later', async () => {
      const order = await paidOrder(true)
      const goodsMinor = 2 * Math.round(stand.goods[0].shopPriceMinor * 0.75)

      const asked = []
      for (const keepMinor of [goodsMinor - 300, goodsMinor - 300, goodsMinor - 700]) {
        const told = await stand.adapter.refundTo({ ...order, keepMinor })
        asked.push(told.ok ? stand.givenBack()?.backMinor : told.code)
      }

      const cannot = stand.givenBack() === null
      expect(asked).toEqual(cannot ? ['SHOP_CANNOT', 'SHOP_CANNOT', 'SHOP_CANNOT'] : [300, 300, 700])
      expect(stand.givenBack()?.restocked ?? 0).toBe(0)
    })

    test('after a part of it all can go back, and then no part of it', async () => {
      const order = await paidOrder(true)

      for (const keepMinor of [100, 0, 100]) await stand.adapter.refundTo({ ...order, keepMinor })

      expect(stand.givenBack()?.backMinor).toBe(stand.givenBack()?.paidMinor)
    })

    test('what the shop gave back itself counts towards the part', async () => {
      const order = await paidOrder(false)
      const goodsMinor = 2 * Math.round(stand.goods[0].shopPriceMinor * 0.75)
      await stand.refundPart(250)

      await stand.adapter.refundTo({ ...order, keepMinor: goodsMinor - 400 })
      await stand.adapter.refundTo({ ...order, keepMinor: goodsMinor - 200 })

      expect(stand.givenBack()?.backMinor ?? 400).toBe(400)
    })

    test('a shop that is down is unreachable, an order that it does not have is refused; nothing throws', async () => {
      const order = await paidOrder(true)
      stand.setDown(true)
      const down = await stand.adapter.refundTo(order)
      stand.setDown(false)
      const unknown = { ...order, orderId: OrderId.parse('1'), holdId: HoldId.parse('none') }

      const refused = await stand.adapter.refundTo(unknown)

      const cannot = stand.givenBack() === null
      expect(down).toMatchObject({ ok: false, code: cannot ? 'SHOP_CANNOT' : 'SHOP_UNREACHABLE' })
      expect(refused).toMatchObject({ ok: false, code: cannot ? 'SHOP_CANNOT' : 'SHOP_REFUSED' })
      expect(stand.givenBack()?.backMinor ?? 0).toBe(0)
    })
  })
}
