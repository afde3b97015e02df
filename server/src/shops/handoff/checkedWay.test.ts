// A cart is compared with its hold, in any currency, and mended once.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import type { PriceAnswer } from '../checkout.ts'
import { holdOn, type ShopStand } from '../conformance/shopStand.ts'
import { checkedWay } from './checkedWay.ts'
import { mendedWay } from './mendedWay.ts'

const goods = [{ sku: 'A', externalId: '1', shopPriceMinor: 1000 }] as unknown as ShopStand['goods']
/** Two units at 750 instead of 1000 each. */
const holdIn = (currency: string) => holdOn({ goods, currency } as ShopStand, 1000)
const VISIT = { origin: 'http://x.test', hostname: 'x.test', locale: 'en' } as const

function open(quotedMinor: number | null, price: PriceAnswer = 'code') {
  const ended: HoldId[] = []
  const link = checkedWay({
    price,
    buildHandoff: () => Promise.resolve(grant({ href: 'link', quotedMinor })),
    endHandoff(id) {
      ended.push(id)
      return Promise.resolve(grant(null))
    },
  })
  return { ended, link }
}

test.each([1500, null])('a cart of %s leads to the shop', async (quotedMinor) => {
  const { ended, link } = open(quotedMinor)

  expect(await link(holdIn('USD'), VISIT)).toEqual(grant({ href: 'link', quotedMinor }))
  expect(ended).toEqual([])
})

test.each([
  ['USD', 1501, '15.01 ≠ 15.00 USD'],
  ['JPY', 1499, '1499 ≠ 1500 JPY'],
  ['KWD', 0, '0.000 ≠ 1.500 KWD'],
])('in %s a cart of %i is refused with both sums, and its code is ended', async (currency, quotedMinor, why) => {
  const { ended, link } = open(quotedMinor)
  const hold = holdIn(currency)

  const answer = await link(hold, VISIT)

  expect(answer).toMatchObject({ code: 'PRICE_DIFFERS', detail: { quotedMinor, dueMinor: 1500, currency, why } })
  expect(ended).toEqual([hold.id])
})

test('a shop that asks its own price of everybody is not left for with a lower one', async () => {
  const { ended, link } = open(null, 'none')
  const hold = holdIn('USD')
  const [item] = hold.items
  const own = { ...hold, items: item ? [{ ...item, unitPriceMinor: 1000, payMinor: 2000 }] : [] }

  const answers = [await link(hold, VISIT), await link(own, VISIT)]

  expect(answers).toMatchObject([{ code: 'PRICE_DIFFERS', detail: { why: '20.00 ≠ 15.00 USD' } }, { ok: true }])
  expect(ended).toEqual([hold.id])
})

test.each([-1, 0.5, NaN])('a line that comes to %d never reaches a shop', async (payMinor) => {
  const { ended, link } = open(null)
  const hold = holdIn('USD')

  const answer = await link({ ...hold, items: hold.items.map((item) => ({ ...item, payMinor })) }, VISIT)

  expect(answer).toMatchObject({ code: 'SHOP_REFUSED' })
  expect(ended).toEqual([])
})

/** A shop that takes a share of what is left after the discount off by itself, as Medusa does. */
function sharing(price: number, share: number) {
  const tried: number[] = []
  const wayWith = (offMinor: number) => {
    tried.push(offMinor)
    return Promise.resolve(grant({ href: 'link', quotedMinor: Math.round((2 * price - offMinor) * (1 - share)) }))
  }
  return { tried, wayWith }
}

/** A shop whose units cost `price` and that takes `ownOff` off a cart by itself, as far as `most` may be taken off in all. */
function shopOf(price: number, ownOff = 0, most = Infinity) {
  const tried: number[] = []
  const wayWith = (offMinor: number) => {
    tried.push(offMinor)
    return Promise.resolve(grant({ href: 'link', quotedMinor: 2 * price - ownOff - Math.min(offMinor, most) }))
  }
  return { tried, wayWith }
}

test.each([
  ['as imported', shopOf(1000), { offs: [500], quotedMinor: 1500 }],
  ['dearer', shopOf(1300), { offs: [500, 1100], quotedMinor: 1500 }],
  ['cheaper, and still dearer than the hold', shopOf(800), { offs: [500, 100], quotedMinor: 1500 }],
  ['as cheap as the hold', shopOf(750), { offs: [500, 0], quotedMinor: 1500 }],
  ['cheaper than the hold', shopOf(700), { offs: [500, 0], quotedMinor: 1400 }],
  ['with something off by itself', shopOf(1000, 200), { offs: [500, 300], quotedMinor: 1500 }],
  ['with a tenth of what is left off by itself', sharing(1000, 0.1), { offs: [500, 350, 333], quotedMinor: 1500 }],
  ['with a third of it off, cheaper than the hold by that', sharing(1000, 0.33), { offs: [500, 5], quotedMinor: 1337 }],
  ['without discounts beyond a sum', shopOf(1000, 0, 300), { offs: [500, 700], quotedMinor: 1700 }],
])('what is taken off at a shop that is %s', async (_what, { tried, wayWith }, { offs, quotedMinor }) => {
  const way = await mendedWay(holdIn('USD'), wayWith)

  expect(way).toMatchObject({ ok: true, value: { quotedMinor } })
  expect(tried).toEqual(offs)
})

test.each([0.05, 0.1, 0.15, 0.2])('a share of %d that a shop rounds is met to the unit', async (share) => {
  const missed: number[] = []
  for (let price = Math.ceil(750 / (1 - share)); price < 1900; price += 1) {
    const way = await mendedWay(holdIn('USD'), sharing(price, share).wayWith)
    if (!way.ok || way.value.quotedMinor !== 1500) missed.push(price)
  }

  expect(missed).toEqual([])
})

test('what the shop refuses meanwhile is the answer', async () => {
  let tries = 0
  const way = await mendedWay(holdIn('USD'), () => {
    tries += 1
    return Promise.resolve(tries === 1 ? grant({ href: 'link', quotedMinor: 1600 }) : refuse('SHOP_UNREACHABLE'))
  })

  expect(way).toMatchObject({ code: 'SHOP_UNREACHABLE' })
  expect(tries).toBe(2)
})
