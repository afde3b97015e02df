// What one address may hold, on every database: the same figures whichever process is asked, and nobody real is locked out.
import { afterEach, describe, expect, test } from 'vitest'
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import type { PlaceHold } from '../ledger.ts'
import type { PlaceMaker } from './ledger.contract.ts'
import { aHold, openShop, paid, SHOW, STAFF, START_AT } from './testShop.ts'
import type { DatabasePlace, TestShop } from './testShop.ts'

const STOCK = { cup: 100, small: 5, large: 5 }

function fromAddress(source: string, offerId: OfferId) {
  return (n: number, quantity = 1): PlaceHold => ({
    ...aHold(`${source}-h${n}`, `${source}-v${n}`, [[offerId, quantity]]),
    source,
    issuedAt: START_AT + 1,
  })
}

const codeOf = (outcome: { ok: true } | { ok: false; code: string }) => (outcome.ok ? 'granted' : outcome.code)
const count = (codes: readonly string[], wanted: string) => codes.filter((code) => code === wanted).length
const upTo = (length: number) => Array.from({ length }, (_, n) => n)

export function crowdContract(name: string, makePlace: PlaceMaker): void {
  describe(`one address on ${name}`, () => {
    const opened: (TestShop | DatabasePlace)[] = []
    afterEach(async () => {
      for (const one of opened.splice(0).reverse()) await ('close' in one ? one.close() : one.drop())
    })
    const open = async (stock = STOCK) => {
      const place = await makePlace()
      opened.push(place)
      const shop = await openShop(place, { stock })
      opened.push(shop)
      const again = async () => {
        const other = await openShop(place, { clock: shop.clock })
        opened.push(other)
        return other
      }
      return { shop, again }
    }
    holding(open)
    standing(open)
  })
}

type Open = (stock?: typeof STOCK) => Promise<{ shop: TestShop; again: () => Promise<TestShop> }>

function holding(open: Open): void {
  test('holds a fifth through fresh identities, over all processes; others buy as ever', async () => {
    const { shop, again } = await open()
    const other = await again()
    const { cup } = shop.offers
    const script = fromAddress('script', cup)

    const asked = upTo(400).map((n) => (n % 2 === 0 ? shop : other).ledger.place(script(n)))
    const codes = (await Promise.all(asked)).map(codeOf)

    expect([count(codes, 'granted'), count(codes, 'CROWDED_ADDRESS')]).toEqual([20, 380])
    expect(codeOf(await other.ledger.place(fromAddress('home', cup)(1, 5)))).toBe('granted')
    const known = { ...script(900), issuedAt: START_AT - 1 }
    expect(codeOf(await shop.ledger.place(known))).toBe('granted')
    expect(codeOf(await shop.ledger.place({ ...script(901), by: STAFF }))).toBe('granted')
    expect(await shop.ledger.check()).toEqual([])
  })

  test('two hundred real viewers of one carrier who buy one each are all served, without a pause', async () => {
    const { shop } = await open({ ...STOCK, cup: 200 })
    const viewer = fromAddress('carrier', shop.offers.cup)
    let waiting = upTo(200)
    for (let rounds = 0; waiting.length > 0 && rounds < 5; rounds++) {
      const outcomes = await Promise.all(
        waiting.map(async (n) => ({ n, code: codeOf(await shop.ledger.place(viewer(n))) })),
      )
      expect(outcomes.every(({ code }) => code === 'granted' || code === 'CROWDED_ADDRESS')).toBe(true)
      const served = outcomes.filter(({ code }) => code === 'granted').map(({ n }) => n)
      expect(served).toHaveLength(40)
      await Promise.all(served.map((n) => shop.ledger.report(paid(`carrier-h${n}`, `order-${n}`))))
      waiting = waiting.filter((n) => !served.includes(n))
    }
    expect(waiting).toEqual([])
  })

  test('a household always has five units, and a hold does not grow past that', async () => {
    const { shop } = await open({ ...STOCK, cup: 10 })
    const home = fromAddress('home', shop.offers.cup)
    const outcomes = [await shop.ledger.place(home(1, 3)), await shop.ledger.place(home(2, 2))]
    expect(outcomes.map(codeOf)).toEqual(['granted', 'granted'])

    const wish = home(1, 4)
    const grown = await shop.ledger.change({ holdId: wish.holdId, viewerId: wish.viewerId, lines: wish.lines })
    expect(codeOf(grown)).toBe('CROWDED_ADDRESS')
    const smaller = home(1, 1)
    expect(codeOf(await shop.ledger.change({ ...smaller, lines: smaller.lines }))).toBe('granted')
  })

  test('whoever has paid here has history', async () => {
    const { shop } = await open({ ...STOCK, cup: 10 })
    const { ledger, offers } = shop
    const cup = fromAddress('home', offers.cup)
    await ledger.place(fromAddress('home', offers.small)(1))
    await ledger.report(paid('home-h1', 'order-1'))
    expect(codeOf(await ledger.place(cup(2, 5)))).toBe('granted')
    expect(codeOf(await ledger.place({ ...cup(1), holdId: cup(3).holdId }))).toBe('granted')
  })

  test('staff are told once and let everybody buy', async () => {
    const { shop } = await open({ ...STOCK, cup: 10 })
    const { ledger, store } = shop
    const office = fromAddress('office', shop.offers.cup)
    const crowd = async () => (await store.readRoom(SHOW))?.room.show.crowd
    await Promise.all(upTo(5).map((n) => ledger.place(office(n))))
    expect(await crowd()).toBe('on')
    expect(codeOf(await ledger.place(office(6)))).toBe('CROWDED_ADDRESS')
    expect(codeOf(await ledger.place(office(7)))).toBe('CROWDED_ADDRESS')
    expect(await crowd()).toBe('met')

    await store.liftCrowd(SHOW, STAFF)
    expect(await crowd()).toBe('lifted')
    expect(codeOf(await ledger.place(office(6)))).toBe('granted')
  })
}

function standing(open: Open): void {
  test('has a share of the places in line, too', async () => {
    const { shop } = await open({ ...STOCK, cup: 10 })
    const { ledger, offers } = shop
    await Promise.all(upTo(2).map((n) => ledger.place(aHold(`early-${n}`, `early-${n}`, [[offers.cup, 5]]))))
    const script = fromAddress('script', offers.cup)
    const stand = (wish: PlaceHold) => {
      const { viewerId, viewerName, source, issuedAt } = wish
      const who = { showId: SHOW, viewerId, viewerName, via: null, source, issuedAt }
      return ledger.joinWaitlist({ ...who, offerId: offers.cup, quantity: 1 })
    }
    const together = (await Promise.all(upTo(20).map((n) => stand(script(n))))).map(codeOf)
    const later = codeOf(await stand(script(30)))

    expect([count(together, 'granted'), count(together, 'CROWDED_ADDRESS'), later]).toEqual([5, 15, 'CROWDED_ADDRESS'])
    expect(codeOf(await stand(script(together.indexOf('granted'))))).toBe('granted')
    expect(codeOf(await stand(fromAddress('home', offers.cup)(1)))).toBe('granted')
  })

  test('taking and giving back again and again ends with a pause; a change of mind does not', async () => {
    const { shop } = await open()
    const { ledger, offers } = shop
    const codes: string[] = []
    for (let n = 0; n < 12; n++) {
      const wish = { ...aHold(`h${n}`, 'v', [[offers.cup, 5]]), source: 'home' }
      codes.push(codeOf(await ledger.place(wish)))
      await ledger.release(wish)
    }
    expect(codes).toEqual([...upTo(10).map(() => 'granted'), 'COOL_DOWN', 'COOL_DOWN'])
    expect(codeOf(await ledger.place({ ...aHold('other', 'w', [[offers.cup, 1]]), source: 'home' }))).toBe('granted')
  })
}
