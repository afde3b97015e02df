// Units kept from others without buying, on every database: given back again and again, let run out, turns not taken.
import { afterEach, describe, expect, test } from 'vitest'
import { ShowId, ViewerId, type OfferId } from '@lantern/shared/contract/ids.ts'
import type { Ledger, PlaceHold } from '../ledger.ts'
import type { PlaceMaker } from './ledger.contract.ts'
import { aHold, openShop, SHOW, STAFF, START_AT } from './testShop.ts'
import type { DatabasePlace, TestShop } from './testShop.ts'

const NEXT = ShowId.parse('next')
const upTo = (length: number) => Array.from({ length }, (_, n) => n)
const codeOf = (outcome: { ok: true } | { ok: false; code: string }) => (outcome.ok ? 'granted' : outcome.code)

async function takeAndGiveBack(ledger: Ledger, wish: PlaceHold): Promise<string> {
  const code = codeOf(await ledger.place(wish))
  await ledger.release(wish)
  return code
}

/** A second show of the same shop, on air, with units of its own. */
async function openNext({ store, ledger }: TestShop): Promise<OfferId[]> {
  await store.createShow({ id: NEXT, title: { en: 'Next' }, startsAt: START_AT })
  await store.goLive(NEXT, STAFF)
  const offers = (await store.readRoom(NEXT))?.room.offers.map(({ id }) => id) ?? []
  for (const offerId of offers) await ledger.changeOffer({ showId: NEXT, offerId, allotted: 100, by: STAFF })
  return offers
}

export function hoardingContract(name: string, makePlace: PlaceMaker): void {
  describe(`hoarding on ${name}`, () => {
    const opened: (TestShop | DatabasePlace)[] = []
    afterEach(async () => {
      for (const one of opened.splice(0).reverse()) await ('close' in one ? one.close() : one.drop())
    })
    givingBack(async () => {
      const place = await makePlace()
      opened.push(place)
      const shop = await openShop(place, { stock: { cup: 1000, small: 100, large: 100 } })
      const other = await openShop(place, { clock: shop.clock })
      opened.push(shop, other)
      return [shop, other]
    })
    turns(async () => {
      const place = await makePlace()
      opened.push(place)
      const shop = await openShop(place, { stock: { cup: 5, small: 5, large: 5 } })
      opened.push(shop)
      return shop
    })
  })
}

function givingBack(open: () => Promise<[TestShop, TestShop]>): void {
  test('counts over products, shows and processes; a pause is for all of them', async () => {
    const [shop, other] = await open()
    const next = await openNext(shop)
    const offers = [shop.offers.cup, shop.offers.small, shop.offers.large, ...next]
    const codes: string[] = []
    for (const n of upTo(12)) {
      const nth = n % offers.length
      const wish = { ...aHold(`h${n}`, 'v', [[offers[nth] ?? shop.offers.cup, 1]]), ...(nth > 2 && { showId: NEXT }) }
      codes.push(await takeAndGiveBack((n % 2 === 0 ? shop : other).ledger, wish))
    }

    expect(codes).toEqual([...upTo(10).map(() => 'granted'), 'COOL_DOWN', 'COOL_DOWN'])
    expect(await shop.ledger.check()).toEqual([])
  })

  test('with a fresh cookie each time it pauses the address, but nobody there who has history, and nobody elsewhere', async () => {
    const [shop, other] = await open()
    const { cup } = shop.offers
    const script = (n: number) => ({ ...aHold(`s${n}`, `s${n}`, [[cup, 1]]), source: 'script', issuedAt: START_AT + 1 })
    const rounds = upTo(8).map((round) => upTo(40).map((n) => script(40 * round + n)))
    for (const [round, wishes] of rounds.entries()) {
      const { ledger } = round % 2 === 0 ? shop : other
      await Promise.all(wishes.map((wish) => takeAndGiveBack(ledger, wish)))
    }
    const known = { ...aHold('known', 'known', [[cup, 1]]), source: 'script', issuedAt: START_AT - 1 }

    expect(await other.ledger.place(script(900))).toMatchObject({ code: 'COOL_DOWN', retryAfterMs: 300_000 })
    expect(codeOf(await shop.ledger.place(known))).toBe('granted')
    expect(codeOf(await shop.ledger.place({ ...script(901), source: 'home' }))).toBe('granted')
    expect(codeOf(await shop.ledger.place({ ...script(902), by: STAFF }))).toBe('granted')
    expect((await shop.store.readRoom(SHOW))?.room.show.crowd).toBe('met')

    await shop.store.liftCrowd(SHOW, STAFF)
    expect(codeOf(await other.ledger.place(script(900)))).toBe('granted')
  })

  test('what one address holds of one product or show takes nothing from its share of another', async () => {
    const [shop, other] = await open()
    const next = await openNext(shop)
    const { small, large } = shop.offers
    const wish = (id: string, offerId: OfferId, showId = SHOW): PlaceHold => {
      const fresh = { source: 'script', issuedAt: START_AT + 1, showId }
      return { ...aHold(id, `v-${id}`, [[offerId, 5]]), ...fresh }
    }
    const places = [
      ...upTo(6).map((n) => wish(`small${n}`, small)),
      ...upTo(6).map((n) => wish(`large${n}`, large)),
      ...next.flatMap((offerId, nth) => upTo(6).map((n) => wish(`next${nth}-${n}`, offerId, NEXT))),
    ]
    const asked = places.map((each, n) => (n % 2 === 0 ? shop : other).ledger.place(each))
    const granted = (await Promise.all(asked)).filter(({ ok }) => ok)

    // Twenty of a hundred units each, by five.
    expect(granted).toHaveLength(4 * 5)
  })
}

function turns(open: () => Promise<TestShop>): void {
  test('a turn that is not taken counts like a hold that ran out', async () => {
    const shop = await open()
    const { ledger, clock, offers } = shop
    const who = { showId: SHOW, viewerId: ViewerId.parse('w'), viewerName: 'w', via: null, source: 'home' }
    const stand = { ...who, issuedAt: START_AT + 1, offerId: offers.cup, quantity: 1 }
    for (const n of upTo(3)) {
      const other = aHold(`all${n}`, `owner${n}`, [[offers.cup, 5]])
      expect(codeOf(await ledger.place(other))).toBe('granted')
      expect(codeOf(await ledger.joinWaitlist(stand))).toBe('granted')
      await ledger.release(other)
      expect((await shop.pool(offers.cup)).taken).toBe(1)
      clock.advance(120_000)
      await ledger.sweep(10)
      expect((await shop.pool(offers.cup)).taken).toBe(0)
    }
    const room = await shop.store.readRoom(SHOW)

    expect(await ledger.place(aHold('late', 'w', [[offers.cup, 1]]))).toMatchObject({ code: 'COOL_DOWN' })
    expect(await ledger.joinWaitlist({ ...stand, offerId: offers.small })).toMatchObject({ code: 'COOL_DOWN' })
    expect(room?.room.offers.find(({ id }) => id === offers.cup)?.lapsed).toBe(3)
  })

  test('a turn that came to one address is held behind it', async () => {
    const { ledger, offers } = await open()
    const fresh = { source: 'script', issuedAt: START_AT + 1 }
    const all = aHold('all', 'owner', [[offers.cup, 5]])
    await ledger.place(all)
    for (const n of upTo(5)) {
      const who = { showId: SHOW, viewerId: ViewerId.parse(`w${n}`), viewerName: 'w', via: null, ...fresh }
      expect(codeOf(await ledger.joinWaitlist({ ...who, offerId: offers.cup, quantity: 1 }))).toBe('granted')
    }
    await ledger.release(all)
    await ledger.changeOffer({ showId: SHOW, offerId: offers.cup, allotted: 10, by: STAFF })

    expect(codeOf(await ledger.place({ ...aHold('one', 'new', [[offers.cup, 1]]), ...fresh }))).toBe('CROWDED_ADDRESS')
    expect(codeOf(await ledger.place(aHold('two', 'elsewhere', [[offers.cup, 5]])))).toBe('granted')
  })
}
