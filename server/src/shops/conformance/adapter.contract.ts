// What every shop adapter promises, run against a stand-in or, by someone who adds a shop, against the real one.
import { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Delivery, HandedHold, ShopNews, Visit } from '../checkout.ts'
import { ENDPOINT, holdOn, liveTotalOf, type ShopStand } from './shopStand.ts'

const VISIT: Visit = { origin: 'https://live.test', hostname: 'live.test', locale: 'zh-Hant' }

function shopTotalOf({ items }: HandedHold): number {
  return items.reduce((sum, { quantity, shopPriceMinor }) => sum + quantity * shopPriceMinor, 0)
}

/** `start` gives a shop of its own to each test; `now` is the adapter's clock, in ms. */
export function testAdapter(kind: string, start: (now: () => number) => Promise<ShopStand>): void {
  let now: number
  let stand: ShopStand

  beforeEach(async () => {
    now = Date.now()
    stand = await start(() => now)
  })
  afterEach(async () => {
    const { complaints } = stand
    await stand.close()
    expect(complaints).toEqual([])
  })

  async function linkTo(hold: HandedHold): Promise<string> {
    const link = await stand.adapter.buildHandoff(hold, VISIT)
    if (!link.ok) throw new Error(`${link.code} ${JSON.stringify(link.detail)}`)
    return link.value.href
  }

  function newsOf(delivery: Delivery): readonly ShopNews[] {
    const news = stand.adapter.verifyEvent(delivery)
    if (!news.ok) throw new Error(news.code)
    return news.value
  }

  const hold = (more: Partial<HandedHold> = {}) => holdOn(stand, now, more)
  const expected = (held: HandedHold) => (stand.adapter.price === 'none' ? shopTotalOf(held) : liveTotalOf(held))

  describe(`the ${kind} adapter`, () => {
    test('an order that is paid names its hold and what was paid for the goods', async () => {
      const held = hold()

      const news = newsOf(await stand.pay(await linkTo(held)))

      const paid = { holdId: held.id, amountMinor: expected(held), currency: stand.currency, endpointId: ENDPOINT }
      expect(news).toEqual([expect.objectContaining({ type: 'order.paid', ...paid })])
    })

    test('several lines, of which one keeps the shop’s price, come to their frozen total', async () => {
      const [a, b] = stand.goods
      const items = [
        { ...a, quantity: 3, unitPriceMinor: a.shopPriceMinor - 101, payMinor: 3 * (a.shopPriceMinor - 101) },
        { ...b, quantity: 1, unitPriceMinor: b.shopPriceMinor, payMinor: b.shopPriceMinor },
      ]
      const held = hold({ items })

      const [paid] = newsOf(await stand.pay(await linkTo(held)))

      expect(paid).toMatchObject({ type: 'order.paid', holdId: held.id, amountMinor: expected(held) })
    })

    test.each([1, 2])('what a coupon takes off %i lines, not evenly by the unit, is taken off', async (count) => {
      const items = stand.goods.slice(0, count).map((good) => {
        const unitPriceMinor = good.shopPriceMinor - 101
        return { ...good, quantity: 3, unitPriceMinor, payMinor: 3 * unitPriceMinor - 100 }
      })
      const held = hold({ items })

      const [paid] = newsOf(await stand.pay(await linkTo(held)))

      expect(paid).toMatchObject({ type: 'order.paid', holdId: held.id, amountMinor: expected(held) })
    })

    test('at the shop’s own price there is nothing to take off', async () => {
      const [good] = stand.goods
      const held = hold({
        items: [{ ...good, quantity: 1, unitPriceMinor: good.shopPriceMinor, payMinor: good.shopPriceMinor }],
      })

      const [paid] = newsOf(await stand.pay(await linkTo(held)))

      expect(paid).toMatchObject({ type: 'order.paid', holdId: held.id, amountMinor: good.shopPriceMinor })
    })

    test('two holds of one moment are told apart', async () => {
      const [a, b] = [hold(), hold({ via: null })]
      const [first, second] = [await linkTo(a), await linkTo(b)]

      const news = [await stand.pay(second), await stand.pay(first)].flatMap(newsOf)

      expect(news.map((one) => 'holdId' in one && one.holdId)).toEqual([b.id, a.id])
    })

    test('the same message twice has the same event id, another order another', async () => {
      const delivery = await stand.pay(await linkTo(hold()))
      const other = await stand.pay(await linkTo(hold()))

      const ids = [delivery, delivery, other].flatMap(newsOf).map(({ eventId }) => eventId)

      expect(ids[0]).toBe(ids[1])
      expect(ids[2]).not.toBe(ids[0])
    })

    test('a message that is not signed by the shop, or not for us, says nothing', async () => {
      const delivery = await stand.pay(await linkTo(hold()))
      const forged = Buffer.from(delivery.body)
      forged[forged.length - 2] = (forged.at(-2) ?? 0) ^ 1

      const said = [
        stand.adapter.verifyEvent({ ...delivery, body: forged }),
        stand.adapter.verifyEvent({ ...delivery, headers: {} }),
        stand.adapter.verifyEvent({ ...delivery, endpointId: 'another' }),
      ]

      const codes = said.map((one) => (one.ok ? 'taken' : one.code))
      expect(codes).toEqual(['BAD_SIGNATURE', 'BAD_SIGNATURE', 'ENDPOINT_NOT_FOUND'])
    })

    test.each(['', '[]', 'null', '{', '{"type":7}', '{"id":{},"__proto__":{"x":1}}', `"${'x'.repeat(5000)}"`])(
      'a signed message in no known shape (%s) is refused or means nothing',
      (body) => {
        const said = stand.adapter.verifyEvent(stand.sign(body))

        expect(said.ok ? said.value : said.code).toEqual(said.ok ? [] : 'BAD_INPUT')
      },
    )

    test('a buyer who rewrites the name of the hold pays for nobody’s', async () => {
      const [own, other] = [hold(), hold()]
      const link = await linkTo(own)
      const foreign = await Promise.all(
        [other.id, `${other.id}.AAAAAAAAAAAAAA`, ''].map((n) => stand.payUnder(link, n)),
      )

      const news = foreign.filter((delivery) => delivery !== null).flatMap(newsOf)

      expect(news.filter((one) => 'holdId' in one && one.holdId === other.id)).toEqual([])
    })

    test('a hold whose time is over gets no way to the shop', async () => {
      const link = await stand.adapter.buildHandoff(hold({ expiresAt: now }), VISIT)

      expect(link).toMatchObject({ ok: false, code: 'HOLD_OVER' })
    })

    test('the frozen price can be had until the hold’s deadline and no longer', async () => {
      const held = hold({ expiresAt: now + 123_456 })

      const endsAt = await stand.priceEndsAt(await linkTo(held))

      expect(endsAt === null).toBe(stand.adapter.price === 'none')
      expect(endsAt ?? 0).toBeLessThanOrEqual(held.expiresAt)
      expect(endsAt ?? Infinity).toBeGreaterThan(held.expiresAt - 1001)
    })

    test('asking for the way again, for more units and more time, gives one that is right', async () => {
      const held = hold()
      await linkTo(held)
      const [item] = held.items
      const more = { ...held, expiresAt: held.expiresAt + 60_000, items: item ? [{ ...item, quantity: 5 }] : [] }

      const link = await linkTo(more)

      const endsAt = await stand.priceEndsAt(link)
      const [paid] = newsOf(await stand.pay(link))
      expect(paid).toMatchObject({ holdId: held.id, amountMinor: expected(more) })
      expect(endsAt ?? Infinity).toBeGreaterThan(held.expiresAt)
    })

    test('once the hold has ended a single-use code is worth nothing; ending is safe to repeat', async () => {
      const held = hold()
      const link = await linkTo(held)

      const ended = [await stand.adapter.endHandoff(held.id), await stand.adapter.endHandoff(held.id)]

      expect(ended.map(({ ok }) => ok)).toEqual([true, true])
      expect(await stand.adapter.endHandoff(HoldId.parse('never-handed'))).toMatchObject({ ok: true })
      if (stand.adapter.price === 'code') expect(await stand.priceEndsAt(link)).toBe(0)
    })

    test('a buyer who gives up is reported, one who gets the money back is, too', async () => {
      const [given, refunded] = [hold(), hold()]

      const cancelled = newsOf(await stand.cancel(await linkTo(given)))
      await stand.pay(await linkTo(refunded))
      const back = await stand.refund()

      expect(cancelled).toEqual([expect.objectContaining({ type: 'order.cancelled', holdId: given.id })])
      const news = back === null ? [] : newsOf(back)
      expect(news.at(-1)).toMatchObject({ type: 'order.refunded', holdId: refunded.id })
    })

    test('an order that is placed and not paid yet is told as that, with what its goods come to', async () => {
      const held = hold()

      const news = newsOf(await stand.authorise(await linkTo(held)))

      const placed = { holdId: held.id, amountMinor: expected(held), currency: stand.currency, endpointId: ENDPOINT }
      expect(news).toEqual([expect.objectContaining({ type: 'order.authorised', ...placed })])
      const known = await stand.adapter.readOrder({ holdId: held.id, handedAt: now })
      if (known.ok) expect(known.value).toEqual(news)
    })

    test('a paid order that the shop cancels is told by its number, beside its payment where the shop shows both', async () => {
      const held = hold()
      const [paid] = newsOf(await stand.pay(await linkTo(held)))

      const news = newsOf(await stand.cancelPaid())

      const orderId = paid?.type === 'order.paid' ? paid.orderId : null
      expect(news.at(-1)).toMatchObject({ type: 'order.cancelled', holdId: held.id, orderId })
      expect(news.slice(0, -1)).toEqual(news.length === 1 ? [] : [paid])
      const known = await stand.adapter.readOrder({ holdId: held.id, handedAt: now })
      if (known.ok) expect(known.value).toEqual(news)
    })

    test('asked about a hand-off the shop says the same as its messages do', async () => {
      const [bought, left] = [hold(), hold()]
      const delivery = await stand.pay(await linkTo(bought))
      await linkTo(left)

      const [told, nothing] = await Promise.all(
        [bought, left].map(({ id }) => stand.adapter.readOrder({ holdId: id, handedAt: now })),
      )

      if (!stand.adapter.tellsOrders) return expect(told).toMatchObject({ code: 'SHOP_CANNOT' })
      expect(told).toEqual({ ok: true, value: newsOf(delivery) })
      expect(nothing).toEqual({ ok: true, value: [] })
    })

    test('the shop’s stock is told where it is mirrored, or can be asked for once it moves', async () => {
      const [good] = stand.goods
      const delivery = stand.changeStock(7)
      const news = delivery === null ? [] : newsOf(delivery)

      const mine = news.filter((one) => one.type === 'stock.changed')
      expect(mine.length > 0).toBe(stand.adapter.stock === 'mirrored')
      for (const one of mine) {
        const asked = one.available === null ? await stand.adapter.readStock(one.externalId ?? '') : null
        expect(asked ?? { ok: true, value: one.available }).toEqual({ ok: true, value: 7 })
        expect([one.sku, one.externalId]).toContainEqual(one.sku === null ? good.externalId : good.sku)
      }
    })

    test('stock is set apart to the unit, and given back', async () => {
      const [{ sku, externalId }] = stand.goods
      const set = (units: number) => stand.adapter.setFence({ sku, externalId, units })
      const seen: unknown[] = []
      for (const units of [5, 5, 3, 0, 0]) {
        const { ok } = await set(units)
        seen.push(ok ? stand.fenced() : null)
      }

      expect(seen).toEqual(stand.adapter.stock === 'ring_fenced' ? [5, 5, 3, 0, 0] : [null, null, null, null, null])
    })

    test('a shop that is down is unreachable, and nothing throws', async () => {
      const held = hold()
      const { adapter } = stand
      stand.setDown(true)

      const tried = [
        await adapter.buildHandoff(held, VISIT),
        await adapter.endHandoff(held.id),
        await adapter.readOrder({ holdId: held.id, handedAt: now }),
        await adapter.setFence({ sku: 'x', externalId: 'x', units: 1 }),
        await adapter.readCatalogue(),
      ]

      const codes = new Set(tried.map((one) => (one.ok ? 'ok' : one.code)))
      expect([...codes].filter((code) => !['ok', 'SHOP_UNREACHABLE', 'SHOP_CANNOT'].includes(code))).toEqual([])
      expect(await adapter.test()).toMatchObject({ ok: false, code: 'SHOP_UNREACHABLE' })
      stand.setDown(false)
      expect(await adapter.test()).toEqual({ ok: true, value: null })
      expect((await adapter.buildHandoff(held, VISIT)).ok).toBe(true)
    })

    test('the catalogue has the goods with the shop’s ids and prices', async () => {
      const read = await stand.adapter.readCatalogue()
      expect(read.ok).toBe(stand.adapter.readsCatalogue)
      if (!read.ok) return expect(read.code).toBe('SHOP_CANNOT')

      const variants = read.value.products.flatMap((product) => product.variants)
      expect(read.value.currency).toBe(stand.currency)
      for (const { externalId, sku, shopPriceMinor } of stand.goods)
        expect(variants).toContainEqual(expect.objectContaining({ externalId, sku, priceMinor: shopPriceMinor }))
    })

    test('a name from the show travels with the hand-off or is kept here, never the viewer’s own id', async () => {
      const link = await linkTo(hold({ showId: ShowId.parse('spring'), viewerId: 'viewer-secret-77' }))

      expect(decodeURIComponent(link)).not.toContain('viewer-secret-77')
    })
  })
}
