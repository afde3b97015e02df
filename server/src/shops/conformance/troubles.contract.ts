// What every adapter makes of a shop in trouble: keys that are not taken, half answers, another currency, another studio beside us.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ShopAdapter, Visit } from '../checkout.ts'
import { checkedWay } from '../handoff/checkedWay.ts'
import { createHoldNames } from '../handoff/holdNames.ts'
import { withSameMoney } from '../handoff/sameMoney.ts'
import { holdOn, type ShopStand } from './shopStand.ts'

const VISIT: Visit = { origin: 'https://live.test', hostname: 'live.test', locale: 'en' }

/** Everything that asks the shop something, and what came of it. */
async function askAll(adapter: ShopAdapter, stand: ShopStand): Promise<readonly string[]> {
  const hold = holdOn(stand, Date.now())
  const [{ sku, externalId }] = stand.goods
  const asked = [
    await adapter.buildHandoff(hold, VISIT),
    await adapter.endHandoff(hold.id),
    await adapter.readOrder({ holdId: hold.id, handedAt: Date.now() }),
    await adapter.setFence({ sku, externalId, units: 1 }),
    await adapter.readStock(externalId),
    await adapter.readCatalogue(),
    await adapter.keepWebhooks('https://live.test/api/shop/events/shop-1'),
    await adapter.test(),
  ]
  return asked.map((one) => (one.ok ? 'ok' : one.code))
}

/** `start` gives a shop of its own to each test. */
export function testTroubles(kind: string, start: (now: () => number) => Promise<ShopStand>): void {
  let stand: ShopStand

  beforeEach(async () => {
    stand = await start(Date.now)
  })
  afterEach(async () => {
    await stand.close()
  })

  /** A way is made without asking the shop: it is signed by us, or an address at its own price. */
  const asksNobody = async () => {
    stand.setDown(true)
    const way = await stand.adapter.buildHandoff(holdOn(stand, Date.now()), VISIT)
    stand.setDown(false)
    return way.ok
  }

  describe(`trouble at ${kind}`, () => {
    test.each([401, 403])(
      'keys of another shop, or revoked in the middle of a sale (%i), are refused',
      async (status) => {
        const isBlind = await asksNobody()
        stand.answerWith(status, { message: 'Unauthorized', errors: '[API] Invalid API key or access token' })

        const said = await askAll(stand.adapter, stand)

        expect(said.filter((code) => !['ok', 'SHOP_REFUSED', 'SHOP_CANNOT'].includes(code))).toEqual([])
        expect(said[0]).toBe(isBlind ? 'ok' : 'SHOP_REFUSED')
        if (!isBlind) expect(said.at(-1)).toBe('SHOP_REFUSED')
      },
    )

    test.each([[{}], [{ data: null }], [[]], [{ cart: {}, data: {}, promotions: [{}] }]])(
      'a shop that answers by halves (%j) sells nothing, and nothing throws',
      async (body) => {
        const isBlind = await asksNobody()
        stand.answerWith(200, body)

        const said = await askAll(stand.adapter, stand)

        const known = ['ok', 'SHOP_REFUSED', 'SHOP_CANNOT', 'SHOP_UNREACHABLE']
        expect(said.filter((code) => !known.includes(code))).toEqual([])
        expect(said[0] === 'ok').toBe(isBlind)
      },
    )

    test('nobody leaves with a hold in another currency than the shop asks now', async () => {
      const hold = holdOn(stand, Date.now(), { currency: stand.currency === 'SEK' ? 'NOK' : 'SEK' })
      const reading = { readAt: 1, newerAt: null, startedAt: 1, problem: null, shopCurrency: stand.currency }
      const { answers, linkTo, ...rest } = {
        ...stand.adapter,
        answers: stand.adapter,
        linkTo: checkedWay(stand.adapter),
      }
      const checkout = { ...rest, answers, linkTo, verify: stand.adapter.verifyEvent }

      const known = await withSameMoney(checkout, { readReading: () => Promise.resolve(reading) }).linkTo(hold, VISIT)
      const unread = await linkTo(hold, VISIT)

      expect(known).toMatchObject({ code: 'SHOP_REFUSED', detail: { why: expect.stringContaining(stand.currency) } })
      // A shop that was never read says it by its cart, where it has one.
      if (stand.adapter.quotes === 'cart') expect(unread.ok).toBe(false)
    })

    test('what another studio at the same shop has sold is not ours, though its hold had the same id', async () => {
      const hold = holdOn(stand, Date.now())
      const way = await stand.adapter.buildHandoff(hold, VISIT)
      if (!way.ok) throw new Error(way.code)
      const theirs = await createHoldNames({ secret: () => Promise.resolve('a key of another studio') })

      const names = [theirs.nameOf(hold.id), theirs.codeOf(hold.id), theirs.codeOf(hold.id).toLowerCase()]
      for (const name of names) {
        const delivery = await stand.payUnder(way.value.href, name)
        const news = delivery === null ? null : stand.adapter.verifyEvent(delivery)
        expect(news?.ok ? news.value : []).toEqual([])
      }
    })
  })
}
