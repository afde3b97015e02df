// The inbox with its worker and reconciler on a real ledger: taken down once, in order, patiently, and asked about when silent.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { testHoldId } from '../../domain/testHold.ts'
import { createLog } from '../../ops/log.ts'
import { createWebhookRecords } from '../records/createWebhookRecords.ts'
import type { WebhookRecords } from '../records/webhookRecords.ts'
import { DatabaseError } from '../../database/database.ts'
import { aHold, authorised, opened, openShop, paid, SHOW, sqlitePlace } from '../../ledger/proofs/testShop.ts'
import type { DatabasePlace, TestShop } from '../../ledger/proofs/testShop.ts'
import type { Checkout, Delivery, Handoff, ShopFact, ShopNews } from '../../shops/checkout.ts'
import { noFailpoint } from '../failpoints.ts'
import type { Loop } from '../../kit/loop.ts'
import { createReconciler } from './reconciler.ts'
import type { RefusedNews } from '../refused/refusals.ts'
import { createTake } from './take.ts'
import { createWorker, type NewsTakers } from './worker.ts'

let place: DatabasePlace
let shop: TestShop
let webhookRecords: WebhookRecords
let loops: Loop[] = []
/** What the set-up opened, as far as it came. */
const undo: (() => Promise<unknown>)[] = []
let refused: string[] = []
const log = createLog('silent')

beforeEach(async () => {
  place = await sqlitePlace()
  undo.push(() => place.drop())
  shop = await openShop(place)
  undo.push(() => shop.close())
  webhookRecords = createWebhookRecords(shop.database)
  for (const id of ['a', 'b']) await shop.ledger.place(aHold(id, `v${id}`, [[shop.offers.cup, 1]]))
})
afterEach(async () => {
  await Promise.all(loops.map((loop) => loop.close()))
  loops = []
  refused = []
  for (const step of undo.splice(0).reverse()) await step()
})

const keep = (...facts: readonly ShopNews[]) =>
  takeOf(facts)({ endpointId: 'shop', body: Buffer.from('{}'), headers: {} })
const takeOf = (news: readonly ShopNews[], inbox: Pick<WebhookRecords['inbox'], 'keep'> = webhookRecords.inbox) =>
  createTake({ checkout: { verify: () => grant(news) }, inbox, failpoint: noFailpoint, onNew: () => {} })

function work(more: Partial<NewsTakers> = {}): string[] {
  const results: string[] = []
  const takers: NewsTakers = {
    report: shop.ledger.report,
    takeStock: () => Promise.resolve(false),
    takeCatalogue: () => Promise.resolve(false),
    askAbout: () => Promise.resolve(false),
    ...more,
  }
  const onResult = (state: string) => void results.push(state)
  const onRefused = ({ news: { type }, reason, why }: RefusedNews) => void refused.push([type, reason, why].join(' '))
  loops.push(
    createWorker({
      inbox: webhookRecords.inbox,
      takers,
      failpoint: noFailpoint,
      log,
      onRefused,
      onResult,
      leaseMs: 1000,
      everyMs: 10,
    }),
  )
  return results
}

const stateOf = async (id: string) => (await shop.ledger.findForHandoff(HoldId.parse(id)))?.state

test('what is kept is taken down once, however often it comes and whatever its order', async () => {
  expect(await keep(paid('a', 'order-a', { eventId: 'pay' }))).toEqual(grant('new'))
  expect(await keep(paid('a', 'order-a', { eventId: 'pay' }))).toEqual(grant('known'))
  expect(await keep(opened('a', 'open'))).toEqual(grant('new'))
  const results = work()

  await expect.poll(() => results).toEqual(['done', 'done'])

  expect(await stateOf('a')).toBe('paid')
  expect((await shop.store.readRoom(SHOW))?.desk.orders).toHaveLength(1)
})

test('while the ledger is away it waits, the other holds go on, and nothing overtakes', async () => {
  const told: string[] = []
  let isAway = true
  const report: NewsTakers['report'] = (fact) => {
    if (isAway && fact.holdId === 'a') return Promise.reject(new DatabaseError('DATABASE_BUSY', 'away'))
    told.push(fact.eventId)
    return shop.ledger.report(fact)
  }
  await keep(opened('a', 'open-a'))
  shop.clock.advance(1)
  await keep(paid('a', 'order-a', { eventId: 'pay-a' }), paid('b', 'order-b', { eventId: 'pay-b' }))
  const results = work({ report })
  await expect.poll(() => told).toEqual(['pay-b'])
  isAway = false
  await expect.poll(() => results.length).toBeGreaterThanOrEqual(3)

  shop.clock.advance(60_000)

  await expect.poll(() => told).toEqual(['pay-b', 'open-a', 'pay-a'])
})

test('of a round trip it calls nobody, but a hold that a buyer’s page named so is paid as any other', async () => {
  const [trip, named] = [testHoldId('a'), testHoldId('b')]
  await shop.ledger.place(aHold(named, 'v1', [[shop.offers.cup, 1]]))
  await keep(paid(trip, 'order-t'), paid(named, 'order-n'))

  const results = work({})

  await expect.poll(() => results.toSorted()).toEqual(['done', 'ignored'])
  expect(await webhookRecords.inbox.matters()).toEqual([])
  expect(refused).toEqual([])
})

test('of a hold that is not ours it is kept for staff; what cannot be taken down is, too, after ten tries', async () => {
  let tries = 0
  const report = (fact: ShopFact) => {
    if (fact.holdId !== 'b') return shop.ledger.report(fact)
    tries += 1
    return Promise.reject(new Error('a stone in the works'))
  }
  await keep(paid('foreign', 'order-x'), paid('b', 'order-b'))
  work({ report })
  await expect.poll(async () => (await webhookRecords.inbox.matters()).length).toBe(1)

  // Each look is a minute and more later: whenever a try is written down as failed, the next one is due.
  const later = () => {
    shop.clock.advance(70_000)
    return webhookRecords.inbox.matters()
  }
  await expect
    .poll(later)
    .toMatchObject([
      { state: expect.stringMatching(/failed|unknown/) },
      { state: expect.stringMatching(/failed|unknown/) },
    ])
  expect(tries).toBe(10)
  expect((await webhookRecords.inbox.matters()).map(({ holdId, note }) => [holdId, note]).sort()).toEqual([
    ['b', 'a stone in the works'],
    ['foreign', 'HOLD_NOT_FOUND'],
  ])
  expect(refused).toEqual(['order.paid unknownHold ', 'order.paid failed a stone in the works'])
})

test('news of stock and hints go to whom they concern; news that means nothing is kept and ignored', async () => {
  const told: string[] = []
  const ids = { endpointId: 'shop' }
  const stock = { ...ids, eventId: 's', type: 'stock.changed', sku: 'CUP', externalId: null, available: 3 } as const
  const hint = { ...ids, eventId: 'o', type: 'order.changed', orderId: OrderId.parse('order-a') } as const
  const list = { ...ids, eventId: 'c', type: 'catalogue.changed' } as const
  await keep(stock, hint, list)
  expect(await keep()).toEqual(grant('ignored'))
  const results = work({
    takeStock: (fact) => Promise.resolve(told.push(`${fact.sku} ${fact.available}`) > 0),
    takeCatalogue: ({ type }) => Promise.resolve(told.push(type) > 0),
    askAbout: (orderId) => Promise.resolve(told.push(orderId) < 0),
  })

  await expect.poll(() => [...results].sort()).toEqual(['done', 'done', 'ignored'])

  expect(told.sort()).toEqual(['CUP 3', 'catalogue.changed', 'order-a'])
})

test('what could not be kept is refused, so that the shop sends it again', async () => {
  const away = { keep: () => Promise.reject(new DatabaseError('DATABASE_BUSY', 'away')) }
  const delivery: Delivery = { endpointId: 'shop', body: Buffer.from('{}'), headers: {} }

  expect(await takeOf([opened('a')], away)(delivery)).toEqual(refuse('TRY_AGAIN', { retryAfterMs: 1000 }))
})

/** So that time passes after a question was put off, not while it is. */
/** Counts what is settled, and how often was looked for what is due. */
function countSettled({ claim, settle }: WebhookRecords['handoffs']) {
  const counts = { settled: 0, looks: 0 }
  const looking: typeof claim = async (wish) => {
    const claimed = await claim(wish)
    counts.looks += 1
    return claimed
  }
  const counting: typeof settle = async (results) => {
    await settle(results)
    counts.settled += results.length
  }
  /** Resolves when everything that was due when it was called has been asked about: one look may be under way. */
  const looked = () => expect.poll(() => counts.looks).toBeGreaterThan(counts.looks + 2)
  return { claim: looking, settle: counting, settled: () => counts.settled, looked }
}

test('an order whose money is still to be taken is asked about daily, for as long as it takes', async () => {
  let asked = 0
  const placed = grant([authorised('a', 'order-a')])
  const readOrder: Checkout['readOrder'] = () => {
    asked += 1
    return Promise.resolve(asked < 4 ? placed : grant([paid('a', 'order-a', { eventId: 'taken at last' })]))
  }
  work()
  const { handoffs, inbox } = webhookRecords
  const onNew = () => loops[0]?.nudge()
  const rules = { firstInMs: 1000, untilMs: 3_600_000, everyMs: 10 }
  const counted = countSettled(handoffs)
  loops.push(createReconciler({ checkout: { readOrder }, handoffs: counted, inbox, log, onNew, ...rules }))
  await handoffs.open({ holdId: HoldId.parse('a'), showId: SHOW, firstInMs: 0 })
  await expect.poll(() => stateOf('a')).toBe('authorised')
  await expect.poll(counted.settled).toBe(1)

  for (const nth of [2, 3, 4]) {
    shop.clock.advance(nth === 2 ? 86_400_000 : 46_400_000)
    await expect.poll(counted.settled).toBe(nth)
    shop.clock.advance(40_000_000)
    await counted.looked()
    expect(asked).toBe(nth)
  }
  await expect.poll(() => stateOf('a')).toBe('paid')
  expect(asked).toBe(4)
})

test('a silent shop is asked, later and later, until the hold is long over; what it says is taken down once', async () => {
  const asked: Handoff[] = []
  let answer: Awaited<ReturnType<Checkout['readOrder']>> = refuse('SHOP_UNREACHABLE')
  const readOrder: Checkout['readOrder'] = (handoff) => {
    asked.push(handoff)
    return Promise.resolve(answer)
  }
  const results = work()
  const { handoffs, inbox } = webhookRecords
  const worker = loops[0]
  const onNew = () => worker?.nudge()
  const rules = { firstInMs: 1000, untilMs: 3_600_000, everyMs: 10 }
  const counted = countSettled(handoffs)
  loops.push(createReconciler({ checkout: { readOrder }, handoffs: counted, inbox, log, onNew, ...rules }))
  await handoffs.open({ holdId: HoldId.parse('a'), showId: SHOW, firstInMs: 1000 })
  await counted.looked()
  expect(asked).toEqual([])

  for (const [nth, pauseMs] of [1000, 2000, 4000].entries()) {
    if (nth === 1) answer = grant([paid('a', 'order-a', { eventId: 'order-a paid' })])
    shop.clock.advance(pauseMs)
    await expect.poll(() => [asked.length, counted.settled()]).toEqual([nth + 1, nth + 1])
  }
  await expect.poll(() => results).toEqual(['done'])
  expect(await stateOf('a')).toBe('paid')

  shop.clock.advance(10_000_000)
  await expect.poll(() => asked.length).toBe(4)
  shop.clock.advance(10_000_000)
  await counted.looked()
  expect(asked).toHaveLength(4)
})
