// What every adapter makes of prices and coupons of whatever kind: what was promised is paid, or nobody leaves.
import { OfferId } from '@lantern/shared/contract/ids.ts'
import { ADJUSTMENT_KINDS, type Adjustment, type GrantedLine } from '@lantern/shared/contract/things.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adjustLines, type Offered, payMinor } from '../../domain/adjusting.ts'
import type { HandedHold, Visit } from '../checkout.ts'
import { checkedWay } from '../handoff/checkedWay.ts'
import { type Good, holdOn, liveTotalOf, type ShopStand } from './shopStand.ts'

const VISIT: Visit = { origin: 'https://live.test', hostname: 'live.test', locale: 'en' }

/** As a fifth of an odd price is off, which no currency can share evenly. */
const lower = ({ shopPriceMinor }: Good) => shopPriceMinor - Math.ceil(shopPriceMinor / 5) - 1

function priceOf(good: Good, kind: Exclude<Adjustment['kind'], 'coupon'>, unitPriceMinor = lower(good)) {
  return { offerId: good.sku, kind, ref: `${kind}-1`, unitPriceMinor }
}
const couponOf = (off: { readonly minor: number } | { readonly percent: number }) => ({
  ref: 'coupon-1',
  offerIds: null,
  fromMinor: 0,
  off,
})

/** One adjustment of this kind. */
function only(kind: Adjustment['kind'], good: Good): Offered {
  if (kind === 'coupon') return { prices: [], coupons: [couponOf({ minor: 301 })] }
  return { prices: [priceOf(good, kind)], coupons: [] }
}

const PRICES = ADJUSTMENT_KINDS.filter((kind) => kind !== 'coupon')

interface Case {
  readonly what: string
  /** How many units of each good. */
  readonly units: readonly number[]
  readonly offered: (goods: ShopStand['goods']) => Offered
}

const CASES: readonly Case[] = [
  ...ADJUSTMENT_KINDS.map((kind): Case => ({ what: kind, units: [3], offered: ([good]) => only(kind, good) })),
  ...PRICES.map((kind): Case => ({
    what: `${kind} with a coupon on top of it`,
    units: [3],
    offered: ([good]) => ({ prices: [priceOf(good, kind)], coupons: [couponOf({ minor: 100 })] }),
  })),
  {
    what: 'a coupon over two lines that leaves a rest of a minor unit',
    units: [3, 1],
    offered: () => ({ prices: [], coupons: [couponOf({ percent: 33 })] }),
  },
  {
    what: 'a coupon over two lines at prices of two kinds',
    units: [1, 2],
    offered: ([a, b]) => ({
      prices: [priceOf(a, 'group_price'), priceOf(b, 'tier_price')],
      coupons: [couponOf({ percent: 7 })],
    }),
  },
  {
    what: 'a coupon that leaves nothing to pay',
    units: [2],
    offered: () => ({ prices: [], coupons: [couponOf({ percent: 100 })] }),
  },
  {
    what: 'a coupon that is worth more than the goods',
    units: [1, 1],
    offered: () => ({ prices: [], coupons: [couponOf({ minor: 10_000_000 })] }),
  },
  {
    what: 'a price of nothing',
    units: [1],
    offered: ([good]) => ({ prices: [priceOf(good, 'sale_price', 0)], coupons: [] }),
  },
]

/** As the ledger grants it and hands it to the shop. */
function heldAt(stand: ShopStand, { units, offered }: Case): HandedHold {
  const lines = stand.goods.slice(0, units.length).map(({ sku, shopPriceMinor }, index): GrantedLine => ({
    offerId: OfferId.parse(sku),
    quantity: units[index] ?? 0,
    saleId: null,
    unitPriceMinor: shopPriceMinor,
    adjustments: [],
  }))
  const granted = adjustLines(lines, offered(stand.goods))
  const items = stand.goods.flatMap((good) =>
    granted
      .filter(({ offerId }) => offerId === good.sku)
      .map((line) => ({ ...good, ...line, payMinor: payMinor(line) })),
  )
  return holdOn(stand, Date.now(), { items })
}

/** One shop for all of them: each has holds of its own. */
export function testAdjustments(kind: string, start: (now: () => number) => Promise<ShopStand>): void {
  describe(`what is taken off at ${kind}`, () => {
    let stand: ShopStand

    beforeAll(async () => {
      stand = await start(Date.now)
    })
    afterAll(async () => {
      const { complaints } = stand
      await stand.close()
      expect(complaints).toEqual([])
    })

    test.each(CASES)(
      '$what is what is paid, twice over; where the shop cannot be told it nobody leaves',
      async (one) => {
        const [first, second] = [heldAt(stand, one), heldAt(stand, one)]

        const ways = await Promise.all([first, second].map((hold) => checkedWay(stand.adapter)(hold, VISIT)))

        for (const [index, hold] of [first, second].entries()) {
          const way = ways[index]
          const why = expect.stringContaining('≠')
          if (stand.adapter.price === 'none' || !way?.ok) {
            expect(stand.adapter.price).toBe('none')
            expect(way).toMatchObject({ code: 'PRICE_DIFFERS', detail: { dueMinor: liveTotalOf(hold), why } })
            continue
          }
          const news = stand.adapter.verifyEvent(await stand.pay(way.value.href))
          const paid = { type: 'order.paid', holdId: hold.id, amountMinor: liveTotalOf(hold) }
          expect(news.ok ? news.value : news).toEqual([expect.objectContaining(paid)])
        }
      },
    )

    test('a line that would come to less than nothing is refused, and nobody leaves', async () => {
      const [a, b] = stand.goods
      const below = { ...a, quantity: 1, unitPriceMinor: a.shopPriceMinor, payMinor: -1 }
      const items = [below, { ...b, quantity: 1, unitPriceMinor: b.shopPriceMinor, payMinor: b.shopPriceMinor }]

      const way = await checkedWay(stand.adapter)(holdOn(stand, Date.now(), { items }), VISIT)

      expect(way).toMatchObject({ code: 'SHOP_REFUSED', detail: { why: expect.stringContaining('taken off') } })
    })
  })
}
