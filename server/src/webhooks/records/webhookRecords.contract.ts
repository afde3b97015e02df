// What every database must hold to for webhooks: kept once, claimed by one, in order for each hold, told to every endpoint.
import { beforeEach, describe, expect, test } from 'vitest'
import { HoldId, OrderId, type ShowId } from '@lantern/shared/contract/ids.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, authorised, cancelled, opened, openShop, paid, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import { createWebhookRecords } from './createWebhookRecords.ts'
import { journalContract } from './journal.contract.ts'
import { refundsContract } from './refunds.contract.ts'
import { refusedContract } from './refused.contract.ts'
import type { ArrivalResult, DeliveryResult, WebhookRecords, NewArrival } from './webhookRecords.ts'

type Current = ReturnType<typeof withShop>

export function webhookRecordsContract(name: string, makePlace: PlaceMaker): void {
  describe(`inbox on ${name}`, () => inbox(withShop(makePlace)))
  describe(`relay on ${name}`, () => relay(withShop(makePlace)))
  describe(`hand-offs on ${name}`, () => handoffs(withShop(makePlace)))
  describe(`refunds on ${name}`, () => refundsContract(withShop(makePlace)))
  describe(`the journal on ${name}`, () => journalContract(withShop(makePlace)))
  describe(`refused events on ${name}`, () => refusedContract(withShop(makePlace)))
}

const anArrival = (eventId: string, holdId: string | null = 'h'): NewArrival => ({
  endpointId: 'shop',
  eventId,
  type: 'order.paid',
  holdId: holdId === null ? null : HoldId.parse(holdId),
  fact: '{}',
  body: `body of ${eventId}`,
})
const done = (id: string, more: Partial<ArrivalResult> = {}): ArrivalResult => {
  return { id, state: 'done', tries: 1, inMs: 0, note: null, ...more }
}
const CLAIM = { limit: 10, leaseMs: 1000 }

function inbox(current: Current): void {
  const inbox = () => createWebhookRecords(current().shop.database).inbox
  const clock = () => current().shop.clock

  test('keeps an event of an endpoint once, also within one go, and nothing of it is lost', async () => {
    expect(await inbox().keep([anArrival('a'), anArrival('b'), anArrival('a')])).toEqual([true, true, false])
    expect(await inbox().keep([anArrival('b'), anArrival('c')])).toEqual([false, true])
    expect(await inbox().keep([{ ...anArrival('a'), endpointId: 'other' }])).toEqual([true])

    expect(await inbox().claim(CLAIM)).toHaveLength(4)
  })

  test('gives an arrival to one claimer at a time, and to the next when its lease is over', async () => {
    await inbox().keep([anArrival('a', 'h1'), anArrival('b', 'h2')])
    const both = await Promise.all([inbox().claim(CLAIM), inbox().claim(CLAIM)])

    expect(both.flat()).toHaveLength(2)
    expect(await inbox().claim(CLAIM)).toEqual([])
    clock().advance(1001)
    expect(await inbox().claim(CLAIM)).toHaveLength(2)
  })

  test('keeps what comes later of a hold behind what waits', async () => {
    await inbox().keep([anArrival('first')])
    clock().advance(1)
    await inbox().keep([anArrival('second'), anArrival('other', 'h2'), anArrival('none', null)])
    const [first] = await inbox().claim({ ...CLAIM, limit: 1 })
    expect(await inbox().claim(CLAIM)).toHaveLength(2)

    await inbox().settle([done(first?.id ?? '', { state: 'waiting', inMs: 5000, note: 'away' })])
    clock().advance(4000)
    expect((await inbox().claim(CLAIM)).map((one) => one.holdId)).toEqual(['h2', null])
    clock().advance(1500)
    const late = await inbox().claim(CLAIM)
    expect(late.slice(0, 1)).toMatchObject([{ id: first?.id, tries: 1 }])
    expect(late.map((one) => one.holdId)).toContain('h')
  })

  test('shows staff what fits nothing until they have answered, and gives it back when asked to', async () => {
    await inbox().keep([anArrival('a', 'h1'), anArrival('b', 'h2')])
    const [one, two] = await inbox().claim(CLAIM)
    await inbox().settle([
      done(one?.id ?? '', { state: 'unknown' }),
      done(two?.id ?? '', { state: 'failed', note: 'why' }),
    ])

    expect(await inbox().matters()).toMatchObject([
      { state: expect.stringMatching(/unknown|failed/), body: expect.stringMatching(/^body of/) },
      { endpointId: 'shop' },
    ])
    expect(await inbox().answerMatter(one?.id ?? '', 'seen')).toBe(true)
    expect(await inbox().answerMatter(two?.id ?? '', 'again')).toBe(true)
    expect(await inbox().answerMatter(two?.id ?? '', 'again')).toBe(false)
    expect(await inbox().matters()).toEqual([])
    expect(await inbox().claim(CLAIM)).toMatchObject([{ id: two?.id, tries: 0 }])
  })

  test('knows when the latest came, and that none ever did', async () => {
    expect(await inbox().lastAt()).toBeNull()
    await inbox().keep([anArrival('a', 'h1')])
    clock().advance(5000)
    await inbox().keep([anArrival('b', 'h1')])

    expect(await inbox().lastAt()).toBe(clock().now())
  })

  test('forgets what is old, in pieces, but never what waits', async () => {
    await inbox().keep(Array.from({ length: 5 }, (_, n) => anArrival(`old-${n}`, `h${n}`)))
    const claimed = await inbox().claim({ ...CLAIM, limit: 4 })
    await inbox().settle(claimed.map((one) => done(one.id)))
    clock().advance(10_000)

    const before = clock().now() - 5000
    expect([await inbox().prune(before, 3), await inbox().prune(before, 3)]).toEqual([3, 1])
    expect(await inbox().backlog()).toEqual({ waiting: 1, oldestMs: 10_000 })
  })
}

const ENDPOINT = { id: 'e', url: 'http://shop.example/hook', secret: 'whsec_one', types: [] }
const WORK = { busy: [], perEndpoint: 50, leaseMs: 1000 }
const settled = (id: string, more: Partial<DeliveryResult> = {}): DeliveryResult => ({
  endpointId: 'e',
  id,
  state: 'delivered',
  tries: 1,
  inMs: 0,
  attempt: { tookMs: 3, status: 200, problem: null },
  throttleMs: 0,
  gone: false,
  ...more,
})

function relay(current: Current): void {
  const box = () => createWebhookRecords(current().shop.database).relay
  const shop = () => current().shop
  const collectAll = async () => {
    while ((await box().collect(3)) > 0);
  }
  beforeEach(async () => {
    await collectAll()
    await box().saveEndpoint(ENDPOINT, 0)
  })

  async function live(): Promise<void> {
    await shop().ledger.place(aHold('a', 'va', [[shop().offers.cup, 2]]))
    await shop().ledger.report(opened('a'))
    await shop().ledger.report(cancelled('a'))
    await shop().ledger.report(paid('a', 'order-a', { amountMinor: 4000 }))
    await shop().ledger.endShow({ showId: SHOW, by: STAFF })
  }

  test('tells what happened, in words of its own, once for each endpoint that wants it', async () => {
    await box().saveEndpoint({ ...ENDPOINT, id: 'f', types: ['order.recorded'] }, 0)
    await live()
    await Promise.all([collectAll(), collectAll()])

    const [all, orders] = (await box().claim(WORK)).map((work) => work.deliveries)
    const [created, recorded] = (all ?? []).map((each): unknown => JSON.parse(each.body))

    expect(all?.map((each) => each.type)).toEqual(['hold.created', 'order.recorded', 'show.ended'])
    expect(orders?.map((each) => each.type)).toEqual(['order.recorded'])
    expect(orders?.[0]?.id).toBe(all?.[1]?.id)
    expect(created).toEqual({
      type: 'hold.created',
      timestamp: new Date(shop().clock.now()).toISOString(),
      data: {
        holdId: 'a',
        showId: SHOW,
        items: [{ sku: 'CUP', quantity: 2, unitPriceMinor: 2000, adjustments: [] }],
        totalMinor: 4000,
        currency: 'USD',
        expiresAt: expect.any(Number),
        at: shop().clock.now(),
      },
    })
    expect(recorded).toMatchObject({
      data: { holdId: 'a', orderId: 'order-a', amountMinor: 4000, currency: 'USD', link: null, minute: 0 },
    })
  })

  test('what is claimed belongs to one until its lease is over; what was delivered stays delivered', async () => {
    await live()
    await collectAll()
    const claimed = (await Promise.all([box().claim(WORK), box().claim(WORK)])).flat()
    expect(claimed).toHaveLength(1)
    const ids = claimed[0]?.deliveries.map((each) => each.id) ?? []

    await box().settle(ids.map((id) => settled(id)))
    await box().settle(ids.map((id) => settled(id, { state: 'pending', inMs: 0 })))

    shop().clock.advance(2000)
    expect(await box().claim(WORK)).toEqual([])
    const log = await box().listDeliveries('e')
    expect(log.map((each) => [each.state, each.attempts.length])).toEqual(Array(3).fill(['delivered', 2]))
    expect(await box().replay('e', ids[0] ?? '')).toBe(true)
    expect(await box().claim(WORK)).toMatchObject([{ deliveries: [{ id: ids[0], tries: 0 }] }])
  })

  test('an endpoint that wants rest has it, one that is gone is left alone, the others go on', async () => {
    await box().saveEndpoint({ ...ENDPOINT, id: 'f' }, 0)
    await live()
    await collectAll()
    const [e] = await box().claim({ ...WORK, perEndpoint: 1 })
    const id = e?.deliveries[0]?.id ?? ''
    shop().clock.advance(2000)

    await box().settle([settled(id, { state: 'pending', throttleMs: 3000, inMs: 3000 })])
    expect((await box().claim(WORK)).map((work) => work.endpointId)).toEqual(['f'])
    shop().clock.advance(3001)
    expect((await box().claim(WORK)).map((work) => work.endpointId)).toEqual(['e', 'f'])
    await box().settle([settled(id, { state: 'held', gone: true })])

    shop().clock.advance(2000)
    expect((await box().claim(WORK)).map((work) => work.endpointId)).toEqual(['f'])
    expect(await box().listEndpoints()).toMatchObject([{ enabled: false, reason: 'gone', held: 3 }, { enabled: true }])
    expect(await box().switchEndpoint('e', true, 'staff')).toBe(true)
    expect(await box().claim({ ...WORK, busy: ['f'] })).toMatchObject([{ deliveries: { length: 3 } }])
  })

  test('one that staff have switched off is kept its share; two secrets sign while they are changed', async () => {
    await box().switchEndpoint('e', false, 'staff')
    await live()
    await collectAll()
    expect(await box().claim(WORK)).toEqual([])

    await box().saveEndpoint({ ...ENDPOINT, secret: 'whsec_two' }, 60_000)
    await box().switchEndpoint('e', true, 'staff')

    expect(await box().claim(WORK)).toMatchObject([{ secrets: ['whsec_two', 'whsec_one'], deliveries: { length: 3 } }])
    shop().clock.advance(60_001)
    expect(await box().claim(WORK)).toMatchObject([{ secrets: ['whsec_two'] }])
  })

  test('forgets what is old, with its attempts and with its endpoint', async () => {
    await live()
    await collectAll()
    const ids = (await box().claim(WORK))[0]?.deliveries.map((each) => each.id) ?? []
    await box().settle(ids.map((id) => settled(id)))
    shop().clock.advance(10_000)

    expect(await box().prune(shop().clock.now(), 2)).toBe(2)
    expect(await box().listDeliveries('e')).toHaveLength(1)
    expect(await box().removeEndpoint('e')).toBe(true)
    expect(await box().removeEndpoint('e')).toBe(false)
    expect(await box().listEndpoints()).toEqual([])
  })
}

function handoffs(current: Current): void {
  const records = (): WebhookRecords => createWebhookRecords(current().shop.database)
  const showId: ShowId = SHOW

  test('a hand-off is asked about by one, later and later, until it is over; an order’s number starts it again', async () => {
    const { shop } = current()
    const second = await openShop(current().place, { clock: shop.clock })
    const other = createWebhookRecords(second.database)
    await shop.ledger.place(aHold('a', 'va', [[shop.offers.cup, 1]]))
    await shop.ledger.report(paid('a', 'order-a'))
    const holdId = HoldId.parse('a')
    await records().handoffs.open({ holdId, showId, firstInMs: 1000 })
    expect(await records().handoffs.claim(CLAIM)).toEqual([])
    shop.clock.advance(1000)

    const claimed = (await Promise.all([records().handoffs.claim(CLAIM), other.handoffs.claim(CLAIM)])).flat()
    expect(claimed).toMatchObject([{ holdId, showId, polls: 0, overForMs: 0 }])
    await records().handoffs.settle([{ holdId, polls: 1, inMs: 0, over: true }])
    shop.clock.advance(5000)
    expect(await records().handoffs.claim(CLAIM)).toEqual([])

    expect(await records().handoffs.reopen(OrderId.parse('order-a'))).toBe(true)
    expect(await records().handoffs.reopen(OrderId.parse('foreign'))).toBe(false)
    expect(await records().handoffs.claim(CLAIM)).toMatchObject([{ holdId, polls: 0 }])
    await second.close()
  })

  test('an order whose money is still to be taken is asked about even where nothing more was to come of it', async () => {
    const { shop } = current()
    const holdId = HoldId.parse('a')
    await shop.ledger.place(aHold('a', 'va', [[shop.offers.cup, 1]]))
    await records().handoffs.open({ holdId, showId, firstInMs: 0 })
    await records().handoffs.settle([{ holdId, polls: 9, inMs: 1000, over: true }])
    await shop.ledger.report(authorised('a', 'order-a'))
    expect(await records().handoffs.claim(CLAIM)).toEqual([])
    shop.clock.advance(1000)

    expect(await records().handoffs.claim(CLAIM)).toMatchObject([{ holdId, isAuthorised: true }])
    expect(await records().handoffs.claim(CLAIM)).toEqual([])
  })
}
