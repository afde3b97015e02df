// What every adapter that combines promises: several holds in one cart, one order, and each of them told with its own money.
import type { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toBasket } from '../../domain/basket.ts'
import type { Delivery, HandedHold, ShopFact, Visit } from '../checkout.ts'
import { holdOn, liveTotalOf, type ShopStand } from './shopStand.ts'

const VISIT: Visit = { origin: 'https://live.test', hostname: 'live.test', locale: 'en' }

/** `start` gives a shop of its own to each test. */
export function testBaskets(kind: string, start: (now: () => number) => Promise<ShopStand>): void {
  let stand: ShopStand
  let first: HandedHold
  let second: HandedHold

  beforeEach(async () => {
    stand = await start(Date.now)
    first = holdOn(stand, Date.now())
    const [, good] = stand.goods
    const unitPriceMinor = Math.round(good.shopPriceMinor * 0.9)
    // A unit less than its price, as a coupon leaves it.
    const item = { ...good, quantity: 1, unitPriceMinor, payMinor: unitPriceMinor - 1 }
    second = holdOn(stand, Date.now() - 60_000, { items: [item] })
  })
  afterEach(async () => {
    const { complaints } = stand
    await stand.close()
    expect(complaints).toEqual([])
  })

  const due = () => liveTotalOf(first) + liveTotalOf(second)

  async function leave(basket: HandedHold = toBasket(first, [second])): Promise<string> {
    const way = await stand.adapter.buildHandoff(basket, VISIT)
    if (!way.ok) throw new Error(`${way.code} ${JSON.stringify(way.detail)}`)
    const { quotedMinor, href } = way.value
    expect(quotedMinor === null || quotedMinor === liveTotalOf(basket)).toBe(true)
    return href
  }

  function factsIn(delivery: Delivery): readonly ShopFact[] {
    const news = stand.adapter.verifyEvent(delivery)
    if (!news.ok) throw new Error(`${news.code} ${JSON.stringify(news.detail)}`)
    return news.value.filter((one): one is ShopFact => 'holdId' in one)
  }

  /** Of each hold what is said last of it: `order.paid 3750`. */
  function told(delivery: Delivery): Record<string, string> {
    return Object.fromEntries(
      factsIn(delivery).map((fact) => {
        const money = 'amountMinor' in fact && fact.amountMinor !== undefined ? ` ${fact.amountMinor}` : ''
        return [fact.holdId, `${fact.type}${money}`]
      }),
    )
  }

  const both = (ofFirst: string, ofSecond: string) => ({ [first.id]: ofFirst, [second.id]: ofSecond })

  async function paidOrder(): Promise<OrderId> {
    const [paid] = factsIn(await stand.pay(await leave()))
    if (paid?.type !== 'order.paid') throw new Error('not paid')
    return paid.orderId
  }

  const refundTo = (orderId: OrderId, holdId: HoldId, keepMinor = 0) =>
    stand.adapter.refundTo({ orderId, holdId, keepMinor, restock: true })

  describe(`several holds in one basket at ${kind}`, () => {
    test('it says so', () => {
      expect(stand.adapter.combines).toBe(true)
    })

    test('one order pays both, each with exactly what it was promised for, under events of their own', async () => {
      const facts = factsIn(await stand.pay(await leave()))

      expect(facts).toMatchObject([
        { type: 'order.paid', holdId: first.id, amountMinor: liveTotalOf(first), currency: stand.currency },
        { type: 'order.paid', holdId: second.id, amountMinor: liveTotalOf(second), currency: stand.currency },
      ])
      expect(new Set(facts.map(({ eventId }) => eventId)).size).toBe(2)
    })

    test('which of them leads decides nothing', async () => {
      const paid = told(await stand.pay(await leave(toBasket(second, [first]))))

      expect(paid).toEqual(both(`order.paid ${liveTotalOf(first)}`, `order.paid ${liveTotalOf(second)}`))
    })

    test('the price ends with the first of them', async () => {
      const endsAt = await stand.priceEndsAt(await leave())

      expect(endsAt === null || endsAt <= second.expiresAt).toBe(true)
    })

    test('a shop that has become dearer is told another discount, and both are paid as promised', async () => {
      stand.change({ riseMinor: 7 })
      if (stand.adapter.quotes === 'none') return

      const paid = told(await stand.pay(await leave()))

      expect(paid).toEqual(both(`order.paid ${liveTotalOf(first)}`, `order.paid ${liveTotalOf(second)}`))
    })

    test('a second basket of the same holds, and one of them alone afterwards, are paid as promised', async () => {
      await leave()
      const again = told(await stand.pay(await leave()))
      const alone = told(await stand.pay(await leave(first)))

      expect(again).toEqual(both(`order.paid ${liveTotalOf(first)}`, `order.paid ${liveTotalOf(second)}`))
      expect(alone).toEqual({ [first.id]: `order.paid ${liveTotalOf(first)}` })
    })

    test('placed, and taken later: both are ordered, then paid', async () => {
      const placed = told(await stand.authorise(await leave()))
      const taken = told(await stand.capture())

      expect(placed).toEqual(both(`order.authorised ${liveTotalOf(first)}`, `order.authorised ${liveTotalOf(second)}`))
      expect(taken).toEqual(both(`order.paid ${liveTotalOf(first)}`, `order.paid ${liveTotalOf(second)}`))
    })

    test('who leaves without paying leaves both', async () => {
      expect(told(await stand.cancel(await leave()))).toEqual(both('order.cancelled', 'order.cancelled'))
    })

    test('an order that the shop cancels is cancelled for both', async () => {
      await paidOrder()

      expect(told(await stand.cancelPaid())).toEqual(both('order.cancelled', 'order.cancelled'))
    })

    test('a part that the shop gives back is shared out to the unit', async () => {
      await paidOrder()

      const back = factsIn(await stand.refundPart(101)).filter((fact) => fact.type === 'order.refunded')

      expect(back.map(({ holdId }) => holdId)).toEqual([first.id, second.id])
      expect(back.reduce((sum, fact) => sum + (fact.amountMinor ?? 0), 0)).toBe(101)
    })

    test('an order that the shop gives back is given back for both', async () => {
      await paidOrder()
      const said = await stand.refund()
      if (said === null) return

      expect(told(said)).toEqual(both('order.refunded', 'order.refunded'))
    })

    test('staff give one of them back: its money alone, once; with the other all of it', async () => {
      const orderId = await paidOrder()
      if (!stand.adapter.givesBack) return

      const asked = [await refundTo(orderId, first.id), await refundTo(orderId, first.id)]
      const between = stand.givenBack()
      asked.push(await refundTo(orderId, second.id), await refundTo(orderId, second.id))
      const after = stand.givenBack()

      expect(asked.map(({ ok }) => ok)).toEqual([true, true, true, true])
      const backMinor = between?.backMinor ?? 0
      expect(backMinor).toBeGreaterThanOrEqual(liveTotalOf(first))
      expect(backMinor).toBeLessThan(due())
      // No more than its own units.
      expect(between?.restocked).toBeLessThanOrEqual(2)
      expect(after?.backMinor).toBe(after?.paidMinor)
    })

    test('staff give a part of one of them back: that part, and nothing of the other', async () => {
      const orderId = await paidOrder()
      if (!stand.adapter.givesBack) return

      await refundTo(orderId, second.id, liveTotalOf(second) - 1)
      await refundTo(orderId, second.id, liveTotalOf(second) - 1)

      expect(stand.givenBack()?.backMinor).toBe(1)
    })
  })
}
