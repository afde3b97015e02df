// Medusa's own rules about sums: products that take no discount, promotions of the shop's own, money that is taken in steps.
import { afterEach, describe, expect, test } from 'vitest'
import type { HandedHold, ShopFact, ShopNews } from '../checkout.ts'
import { checkedWay } from '../handoff/checkedWay.ts'
import type { MedusaTokens } from './medusaSettings.ts'
import { type MedusaStand, startMedusa } from './medusaStand.ts'
import { holdOn, liveTotalOf } from './shopStand.ts'

const VISIT = { origin: 'https://live.test', hostname: 'live.test', locale: 'en' } as const
let stand: MedusaStand

async function open(tokens: Partial<MedusaTokens> = {}): Promise<MedusaStand> {
  stand = await startMedusa(Date.now, { admin: true, ...tokens })
  return stand
}
afterEach(async () => {
  await stand.close()
  expect(stand.complaints).toEqual([])
})

/** One unit of each of these goods, at so much below the shop's price. */
function holdOf(count: number, offMinor: number): HandedHold {
  const items = stand.goods.slice(0, count).map((good) => {
    const unitPriceMinor = good.shopPriceMinor - offMinor
    return { ...good, quantity: 1, unitPriceMinor, payMinor: unitPriceMinor }
  })
  return holdOn(stand, Date.now(), { items })
}

const leave = (hold: HandedHold) => checkedWay(stand.adapter)(hold, VISIT)

function factsOf(delivery: Parameters<typeof stand.adapter.verifyEvent>[0]): readonly ShopNews[] {
  const news = stand.adapter.verifyEvent(delivery)
  if (!news.ok) throw new Error(JSON.stringify(news))
  return news.value
}

async function paidFor(hold: HandedHold): Promise<unknown> {
  const way = await leave(hold)
  if (!way.ok) return way.code
  const [paid] = factsOf(await stand.pay(way.value.href))
  return paid?.type === 'order.paid' ? paid.amountMinor : paid?.type
}

test('a product that takes no discount is not sold at another price than the shop’s', async () => {
  await open({ firm: ['variant_01'] })

  expect(await leave(holdOf(1, 300))).toMatchObject({ code: 'PRICE_DIFFERS', detail: { why: '15.00 ≠ 12.00 USD' } })
  expect(await paidFor(holdOf(1, 0))).toBe(1500)
})

test('beside one that takes it, that one makes up for both; beyond its own price nobody leaves', async () => {
  await open({ firm: ['variant_01'] })

  expect(await paidFor(holdOf(2, 300))).toBe(2450)
  expect(await leave(holdOf(2, 800))).toMatchObject({ code: 'PRICE_DIFFERS' })
})

describe.each(['USD', 'JPY', 'KWD'])('in %s', (currency) => {
  test.each([false, true])(
    'a share that the shop takes off by itself is made good, to the unit (tax in its prices: %s)',
    async (isTaxInside) => {
      await open({ currency, ownShare: 0.1, isTaxInside })

      for (const [count, offMinor] of [
        [1, 301],
        [2, 377],
        [2, 1500],
      ] as const) {
        const hold = holdOf(count, offMinor)
        expect(await paidFor(hold)).toBe(liveTotalOf(hold))
      }
    },
  )

  test('a share that leaves less than was promised is refused with both sums', async () => {
    await open({ currency, ownShare: 0.5 })

    expect(await leave(holdOf(1, 100))).toMatchObject({ code: 'PRICE_DIFFERS', detail: { dueMinor: 1400 } })
  })
})

/** Placed at 12.00, with 6.20 of shipping and taxes on top. */
async function placed() {
  await open()
  const hold = holdOf(1, 300)
  const way = await leave(hold)
  if (!way.ok) throw new Error(way.code)
  return { hold, authorised: factsOf(await stand.authorise(way.value.href)) }
}
const typesOf = (facts: readonly ShopNews[]) => facts.map(({ type }) => type)

test('money that is taken in steps is paid with the last of them, once, however often each is told', async () => {
  const { hold, authorised } = await placed()

  const [first, second, last] = [await stand.capturePart(500), await stand.capturePart(700), await stand.capture()]

  expect([authorised, factsOf(first), factsOf(second), factsOf(last)].map(typesOf)).toEqual([
    ['order.authorised'],
    ['order.authorised'],
    ['order.authorised'],
    ['order.paid'],
  ])
  expect(factsOf(second)).toEqual(authorised)
  expect(factsOf(last)).toMatchObject([{ holdId: hold.id, amountMinor: 1200 }])
  const known = await stand.adapter.readOrder({ holdId: hold.id, handedAt: Date.now() })
  expect(known).toEqual({ ok: true, value: factsOf(last) })
})

test('a part that goes back between two steps makes no payment and no refund of it', async () => {
  await placed()
  await stand.capturePart(500)

  const back = factsOf(await stand.refundPart(200))
  const last = factsOf(await stand.capture())

  expect(typesOf(back)).toEqual(['order.authorised'])
  expect(last).toMatchObject([{ type: 'order.paid' }, { type: 'order.refunded', amountMinor: 200, isPart: true }])
})

test('what was taken in steps goes back whole, and a part of it to the unit', async () => {
  const { hold } = await placed()
  await stand.capturePart(500)
  const [paid] = factsOf(await stand.capture()) as readonly ShopFact[]
  if (paid?.type !== 'order.paid') throw new Error('not paid')
  const order = { orderId: paid.orderId, holdId: hold.id, restock: false }

  const back: (number | undefined)[] = []
  for (const keepMinor of [1000, 1000, 0]) {
    await stand.adapter.refundTo({ ...order, keepMinor })
    back.push(stand.givenBack()?.backMinor)
  }

  expect(back).toEqual([200, 200, 1820])
})
