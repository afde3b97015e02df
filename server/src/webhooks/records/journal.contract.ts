// What every database must hold to for the journal of the shop's messages: each as it came out, repeats counted, newest first.
import { testHoldId } from '../../domain/testHold.ts'
import { expect, test } from 'vitest'
import type { withShop } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, paid } from '../../ledger/proofs/testShop.ts'
import type { ShopFact } from '../../shops/checkout.ts'
import { toArrival } from '../inbox/take.ts'
import { readMessages } from '../journal.ts'
import { createWebhookRecords } from './createWebhookRecords.ts'

export function journalContract(current: ReturnType<typeof withShop>): void {
  const records = () => createWebhookRecords(current().shop.database)
  const clock = () => current().shop.clock
  const read = () => readMessages(records(), clock().now())
  const keep = (fact: ShopFact) => records().inbox.keep([toArrival(fact, JSON.stringify(fact))])
  const lines = async () =>
    (await read()).messages.map(({ state, why, order, amountMinor, buyer, byMinor, times }) =>
      [state, why, order, amountMinor, buyer, byMinor, times].join(' '),
    )

  async function takeDown(fact: ShopFact): Promise<void> {
    await keep(fact)
    await current().shop.ledger.report(fact)
    const [claimed] = await records().inbox.claim({ limit: 1, leaseMs: 1000 })
    if (claimed !== undefined)
      await records().inbox.settle([{ id: claimed.id, state: 'done', tries: 1, inMs: 0, note: null }])
  }

  test('a message is taken, comes again, or asks for somebody where another sum was paid', async () => {
    const { ledger, offers } = current().shop
    await ledger.place(aHold('h', 'finch', [[offers.cup, 1]]))
    await ledger.place(aHold('g', 'maple', [[offers.cup, 1]]))
    const fact = paid('h', 'A-1', { amountMinor: 2000 })
    await takeDown(fact)
    clock().advance(1)
    await takeDown(paid('g', 'A-2', { amountMinor: 1000 }))
    clock().advance(1)
    await Promise.all([keep(fact), keep(fact)])
    await records().inbox.keepAsked([toArrival(fact, '{}')])

    const toDecide = (await read()).messages.map(({ decide }) => decide)
    expect(toDecide).toEqual([undefined, { holdId: 'g', orderId: 'A-2' }, undefined])
    expect(await lines()).toEqual([
      'repeat again A-1 2000 finch  2',
      'needs_you payment_differs A-2 1000 maple -1000 1',
      'taken done A-1 2000 finch  1',
    ])
  })

  test('what is of no hold, and what was refused, stands among them', async () => {
    const body = '{"type":"order.paid"}'
    const nothing = { endpointId: 'shop', eventId: 'x', type: 'unknown', holdId: null, fact: null, body }
    await records().inbox.keep([nothing])
    clock().advance(1)
    await keep(paid('foreign', 'A-3', { amountMinor: 900 }))
    const [claimed] = await records().inbox.claim({ limit: 1, leaseMs: 1000 })
    const odd = { state: 'unknown', tries: 1, inMs: 0, note: 'HOLD_NOT_FOUND' } as const
    await records().inbox.settle([{ id: claimed?.id ?? '', ...odd }])
    clock().advance(1)
    const refusal = { id: 'r', reason: 'stale', endpointId: 'shop', topic: 'order.paid', order: 'A-4' } as const
    await records().refused.keep([{ ...refusal, hold: null, why: null, bytes: 9, times: 3 }])

    const { messages, lastDay, refusedLastDay } = await read()
    expect(await lines()).toEqual([
      'refused refused A-4    3',
      'needs_you unknown_hold A-3 900   1',
      'not_ours names_no_hold     1',
    ])
    expect(messages[0]).toMatchObject({ reason: 'stale', type: 'order.paid' })
    expect(messages[1]).toMatchObject({ arrivalId: claimed?.id, note: 'HOLD_NOT_FOUND' })
    expect([lastDay, refusedLastDay]).toEqual([3, 1])
  })

  test('what the shop says of a round trip is taken, and nobody’s', async () => {
    const holdId = testHoldId('a')
    await keep(paid(holdId, 'A-5', { amountMinor: 900 }))
    const [claimed] = await records().inbox.claim({ limit: 1, leaseMs: 1000 })
    await records().inbox.settle([{ id: claimed?.id ?? '', state: 'ignored', tries: 1, inMs: 0, note: null }])

    expect(await lines()).toEqual(['taken round_trip A-5 900   1'])
  })

  test('it is bounded, and a day is a day', async () => {
    const facts = Array.from({ length: 210 }, (_, n) => paid(`h${n}`, `A-${n}`, { amountMinor: 100 }))
    await records().inbox.keep(facts.map((fact) => toArrival(fact, '{}')))
    clock().advance(86_400_001)
    await keep(paid('late', 'A-late', { amountMinor: 100 }))

    const { messages, lastDay } = await read()
    expect(messages).toHaveLength(200)
    expect([messages[0]?.order, lastDay]).toEqual(['A-late', 1])
    expect(await records().inbox.heardAt({ endpointId: 'shop', since: clock().now() })).toBe(clock().now())
    expect(await records().inbox.heardAt({ endpointId: 'shop', since: clock().now() + 1 })).toBeNull()
  })
}
