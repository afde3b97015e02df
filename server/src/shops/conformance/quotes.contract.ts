// What every adapter promises about what a buyer will be asked to pay, run beside the adapter's own contract.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { HandedHold, Visit } from '../checkout.ts'
import { checkedWay } from '../handoff/checkedWay.ts'
import { holdOn, liveTotalOf, type ShopStand } from './shopStand.ts'

const VISIT: Visit = { origin: 'https://live.test', hostname: 'live.test', locale: 'en' }

/** `start` gives a shop of its own to each test. */
export function testQuotes(kind: string, start: (now: () => number) => Promise<ShopStand>): void {
  let stand: ShopStand

  beforeEach(async () => {
    stand = await start(Date.now)
  })
  afterEach(async () => {
    const { complaints } = stand
    await stand.close()
    expect(complaints).toEqual([])
  })

  const isQuoted = () => stand.adapter.quotes === 'cart'
  const isCarried = () => stand.adapter.price !== 'none'

  /** What the buyer is told before leaving, and what is paid in the end; null: the buyer does not leave. */
  async function buy(hold: HandedHold) {
    const way = await checkedWay(stand.adapter)(hold, VISIT)
    if (!way.ok) return { refused: way.code, detail: way.detail, quotedMinor: null, paidMinor: null }
    const news = stand.adapter.verifyEvent(await stand.pay(way.value.href))
    const [paid] = news.ok ? news.value : []
    const paidMinor = paid?.type === 'order.paid' ? paid.amountMinor : null
    return { refused: null, detail: undefined, quotedMinor: way.value.quotedMinor, paidMinor }
  }

  function atShopPrice(): HandedHold {
    const [good] = stand.goods
    const price = good.shopPriceMinor
    return holdOn(stand, Date.now(), { items: [{ ...good, quantity: 2, unitPriceMinor: price, payMinor: 2 * price }] })
  }

  describe(`what is to pay at ${kind}`, () => {
    test('is what is paid in the end where the cart says it, and nothing is said otherwise', async () => {
      const hold = isCarried() ? holdOn(stand, Date.now()) : atShopPrice()

      const { quotedMinor, paidMinor } = await buy(hold)

      expect(quotedMinor).toBe(isQuoted() ? liveTotalOf(hold) : null)
      expect(paidMinor).toBe(liveTotalOf(hold))
    })

    test('is the same once staff of the shop take the money by hand, however often and in which order it is told', async () => {
      const hold = isCarried() ? holdOn(stand, Date.now()) : atShopPrice()
      const way = await stand.adapter.buildHandoff(hold, VISIT)
      if (!way.ok) throw new Error(way.code)
      const { authorise, capture, refundPart, cancelPaid, refund } = stand
      const told = [await authorise(way.value.href), await capture(), await refundPart(123), await cancelPaid()]
      const last = await refund()

      const all = [...told, ...(last === null ? [] : [last]), ...told.toReversed()].map(stand.adapter.verifyEvent)

      const facts = all.flatMap((news) => (news.ok ? news.value : []))
      const saying = facts.map(({ endpointId: _, ...fact }) => [fact.eventId, JSON.stringify(fact)] as const)
      // One event id never says two things: what is told again, or late, is known by it.
      for (const [id, says] of saying) expect(new Map(saying).get(id)).toBe(says)
      const paid = facts.filter(({ type }) => type === 'order.authorised' || type === 'order.paid')
      expect(paid.map((fact) => 'amountMinor' in fact && fact.amountMinor)).toEqual(paid.map(() => liveTotalOf(hold)))
      expect(new Set(facts.map((fact) => 'holdId' in fact && fact.holdId))).toEqual(new Set([hold.id]))
    })

    test.each([
      ['has risen since the import', { riseMinor: 150 }],
      ['has fallen, and is still above the live one', { riseMinor: -50 }],
      ['has something taken off by the shop itself', { offMinor: 77 }],
    ])(
      'a price that %s is mended, or nobody leaves; without a cart it is paid and staff see it',
      async (_what, change) => {
        const hold = holdOn(stand, Date.now())
        stand.change(change)

        const { refused, quotedMinor, paidMinor } = await buy(hold)

        if (!isQuoted()) return expect(quotedMinor).toBeNull()
        if (!isCarried()) return expect(refused).toBe('PRICE_DIFFERS')
        expect({ refused, quotedMinor, paidMinor }).toEqual({
          refused: null,
          quotedMinor: liveTotalOf(hold),
          paidMinor: liveTotalOf(hold),
        })
      },
    )

    test('a shop that has become dearer than a hold at its own price is told the old one, or nobody leaves', async () => {
      const hold = atShopPrice()
      stand.change({ riseMinor: 100 })

      const { refused, paidMinor } = await buy(hold)

      if (!isQuoted()) return expect(refused).toBeNull()
      expect([refused, paidMinor]).toEqual(isCarried() ? [null, liveTotalOf(hold)] : ['PRICE_DIFFERS', null])
    })

    test('a shop that has become cheaper than the hold is refused with both sums, and no code is left', async () => {
      const hold = holdOn(stand, Date.now())
      const fall = -Math.ceil(stand.goods[0].shopPriceMinor / 2)
      stand.change({ riseMinor: fall })

      const { refused, detail } = await buy(hold)

      // Of an own price that is above the hold's as it was imported the shop need not be asked.
      if (!isQuoted()) return expect(refused).toBe(isCarried() ? null : 'PRICE_DIFFERS')
      const dueMinor = liveTotalOf(hold)
      expect(refused).toBe('PRICE_DIFFERS')
      expect(detail).toMatchObject({ dueMinor, currency: stand.currency, why: expect.stringContaining('≠') })
    })
  })
}
