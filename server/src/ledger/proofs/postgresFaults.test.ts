// The ledger on PostgreSQL when things go wrong: the server killed under load, and processes that ask for the same units.
import { expect, test } from 'vitest'
import { ShowId } from '@lantern/shared/contract/ids.ts'
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import { postgresPlace, withOwnPostgres } from '../../testing/postgresPlaces.ts'
import { aHold, openShop, SHOW, STAFF, START_AT } from './testShop.ts'
import type { ShopStock, TestShop } from './testShop.ts'

const server = withOwnPostgres()
const PLENTY = { cup: 100_000, small: 100_000, large: 100_000 }
const RETRY_MS = 20

/** Two processes' worth of connections on one database. */
async function openTwo(stock: ShopStock): Promise<[TestShop, TestShop]> {
  const place = await postgresPlace(server())
  const first = await openShop(place, { stock })
  return [first, await openShop(place, { clock: first.clock })]
}

const heldUnits = async ({ store }: TestShop) =>
  (await store.readRoomSince(SHOW, 0)).desk.holds
    ?.flatMap((hold) => hold.lines)
    .reduce((sum, line) => sum + line.quantity, 0)

test('two processes and one hot offer: exactly the allotment is granted', async () => {
  const shops = await openTwo({ cup: 700, small: 1, large: 1 })
  const ask = (shop: TestShop, name: string) =>
    Array.from({ length: 1000 }, (_, n) =>
      shop.ledger.place(aHold(`${name}${n}`, `v${name}${n}`, [[shop.offers.cup, 1]])),
    )

  const outcomes = await Promise.all([...ask(shops[0], 'a'), ...ask(shops[1], 'b')])

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(700)
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'SOLD_OUT')).toHaveLength(1300)
  expect(await shops[0].pool(shops[0].offers.cup)).toEqual({ allotted: 700, free: 0, taken: 700, paid: 0 })
  expect(await heldUnits(shops[1])).toBe(700)
  expect(await shops[1].ledger.check()).toEqual([])
  for (const shop of shops) await shop.close()
})

test('lines and shows in opposite orders do not block each other', async () => {
  const [first, second] = await openTwo(PLENTY)
  const otherShow = ShowId.parse('another')
  await first.store.createShow({ id: otherShow, title: { en: 'Another' }, startsAt: START_AT })
  await first.store.goLive(otherShow, STAFF)
  const others = (await first.store.readRoom(otherShow))?.room.offers.map((offer) => offer.id) ?? []
  const more = { showId: otherShow, allotted: PLENTY.cup, by: STAFF }
  for (const offerId of others) await first.ledger.changeOffer({ ...more, offerId })
  const ours = [first.offers.cup, first.offers.small, first.offers.large]
  const holdIn = (showId: ShowId, id: string, offers: readonly OfferId[]) => {
    const wanted = offers.map((offer) => [offer, 1] as const)
    return { ...aHold(id, `v${id}`, wanted), showId }
  }

  const rounds = Array.from({ length: 60 }, async (_, n) => {
    const forward = [holdIn(SHOW, `a${n}`, ours), holdIn(otherShow, `b${n}`, others)]
    const backward = [holdIn(otherShow, `c${n}`, others.toReversed()), holdIn(SHOW, `d${n}`, ours.toReversed())]
    const asked = [
      ...forward.map((hold) => first.ledger.place(hold)),
      ...backward.map((hold) => second.ledger.place(hold)),
    ]
    return Promise.all(asked)
  })

  const outcomes = (await Promise.all(rounds)).flat()
  expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([])
  expect(await first.ledger.check()).toEqual([])
  await Promise.all([first.close(), second.close()])
})

test('killed and started again under load: what was granted is there, the rest was refused and granted later', async () => {
  const [shop, other] = await openTwo(PLENTY)
  const granted = new Map<string, OfferId>()
  const refused: string[] = []
  const offers = [shop.offers.cup, shop.offers.small, shop.offers.large] as const
  const isFull = () => granted.size >= 3000

  async function buyer(at: TestShop, name: string): Promise<void> {
    for (let turn = 0; !isFull(); turn++) await buy(at, `${name}-${turn}`, offers[turn % 3] ?? offers[0])
  }
  async function buy(at: TestShop, id: string, offerId: OfferId): Promise<void> {
    for (;;) {
      const outcome = await at.ledger.place(aHold(id, `v${id}`, [[offerId, 1]]))
      if (outcome.ok) return void granted.set(id, offerId)
      refused.push(outcome.code)
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
  async function killTwice(): Promise<void> {
    for (const size of [300, 1500]) {
      while (granted.size < size) await new Promise((resolve) => setTimeout(resolve, 1))
      await server().kill()
      await server().restart()
    }
  }

  const buyers = Array.from({ length: 60 }, (_, n) => buyer(n % 2 === 0 ? shop : other, `h${n}`))
  await Promise.all([...buyers, killTwice()])

  expect(new Set(refused)).toEqual(new Set(['TRY_AGAIN']))
  const { holds = [] } = (await shop.store.readRoomSince(SHOW, 0)).desk
  expect(new Set(holds.map((hold) => hold.id))).toEqual(new Set(granted.keys()))
  const again = await Promise.all(
    [...granted].map(([id, offer]) => other.ledger.place(aHold(id, `v${id}`, [[offer, 1]]))),
  )
  expect(again.filter((outcome) => !outcome.ok)).toEqual([])
  expect(await shop.ledger.check()).toEqual([])
  await Promise.all([shop.close(), other.close()])
})
