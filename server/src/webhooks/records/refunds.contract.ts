// What every database must hold to for money that staff give back: asked with the decision, told by one, seen on the order.
import { expect, test } from 'vitest'
import { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import type { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { SettleOrder } from '../../ledger/ledger.ts'
import { aHold, openShop, paid, refunded, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import { createWebhookRecords } from './createWebhookRecords.ts'
import type { RefundResult } from './webhookRecords.ts'

const CLAIM = { limit: 10, leaseMs: 1000 }
const resultOf = (id: string, more: Partial<RefundResult> = {}): RefundResult => {
  const ids = { holdId: HoldId.parse(id), orderId: OrderId.parse(`order-${id}`) }
  return { ...ids, keepMinor: 0, state: 'told', tries: 1, inMs: 0, why: null, ...more }
}

export function refundsContract(current: ReturnType<typeof withShop>): void {
  const shop = () => current().shop
  const refunds = () => createWebhookRecords(shop().database).refunds

  async function sold(id: string, amountMinor = 2000): Promise<void> {
    await shop().ledger.place(aHold(id, `v${id}`, [[shop().offers.cup, 1]]))
    await shop().ledger.report(paid(id, `order-${id}`, { amountMinor }))
  }
  const settle = (id: string, choice: SettleOrder['choice'], backMinor?: number) => {
    const { holdId, orderId } = resultOf(id)
    return shop().ledger.settleOrder({ showId: SHOW, holdId, orderId, choice, backMinor, by: STAFF })
  }
  const orderOf = async (id: string) =>
    (await shop().store.readRoom(SHOW))?.desk.orders.find(({ orderId }) => orderId === `order-${id}`)

  test('what staff give back is asked of the shop, once, by one, with where the units went', async () => {
    const far = await openShop(current().place, { clock: shop().clock })
    for (const id of ['a', 'b', 'c']) await sold(id)
    await settle('a', 'refund_back')
    await settle('b', 'refund_gone')
    await settle('b', 'refund_back')

    const claimed = await Promise.all([refunds().claim(CLAIM), createWebhookRecords(far.database).refunds.claim(CLAIM)])

    const orders = claimed.flat().sort((x, y) => (x.holdId < y.holdId ? -1 : 1))
    expect(orders).toEqual([
      { holdId: 'a', orderId: 'order-a', restock: true, keepMinor: 0, tries: 0 },
      { holdId: 'b', orderId: 'order-b', restock: false, keepMinor: 0, tries: 0 },
    ])
    expect(await orderOf('a')).toMatchObject({ state: 'refunded', refund: 'asked' })
    expect(await orderOf('c')).toMatchObject({ state: 'paid', refund: null })
    await far.close()
  })

  test('it is asked again when a process has died over it, and later where the shop was away', async () => {
    await sold('a')
    await settle('a', 'refund_back')
    await refunds().claim(CLAIM)
    expect(await refunds().claim(CLAIM)).toEqual([])

    shop().clock.advance(1001)
    expect(await refunds().claim(CLAIM)).toMatchObject([{ tries: 0 }])
    await refunds().settle([resultOf('a', { state: 'asked', inMs: 5000 })])
    expect(await refunds().claim(CLAIM)).toEqual([])
    shop().clock.advance(5000)
    expect(await refunds().claim(CLAIM)).toMatchObject([{ holdId: 'a', tries: 1 }])
  })

  test('what came of it is seen by staff in every process, and stays', async () => {
    const changed: string[] = []
    const telling = createWebhookRecords(shop().database, {
      onChange: (showIds) => void changed.push(...showIds),
      onStuck: () => undefined,
    }).refunds
    await sold('a')
    await settle('a', 'refund_back')
    const before = await shop().store.readRoom(SHOW)
    const cursor = before?.cursor ?? 0

    await telling.settle([resultOf('a', { state: 'failed', why: 'status 403' })])
    await telling.settle([resultOf('a'), resultOf('never')])

    expect(changed).toEqual([SHOW])
    expect(await shop().store.findChangedRooms(new Map([[SHOW, cursor]]))).toEqual([SHOW])
    const delta = await shop().store.readRoomSince(SHOW, cursor)
    expect(delta.desk.orders).toMatchObject([{ orderId: 'order-a', state: 'refunded', refund: 'failed' }])
    shop().clock.advance(100_000)
    expect(await refunds().claim(CLAIM)).toEqual([])
  })

  test('a part that went back leaves the order paid and its units sold, with the amount, until staff have looked', async () => {
    await sold('a')
    await shop().ledger.report(refunded('a', 'order-a', 500))
    const part = await orderOf('a')
    const looked = await settle('a', 'accept')
    await shop().ledger.report(refunded('a', 'order-a', 300))
    const stale = await orderOf('a')
    await shop().ledger.report(refunded('a', 'order-a', 800))

    expect(part).toMatchObject({ state: 'paid', matter: 'part_refunded', backMinor: 500, refund: null })
    expect(looked).toMatchObject({ value: { state: 'paid', matter: null, backMinor: 500 } })
    expect(stale).toMatchObject({ matter: null, backMinor: 500 })
    expect(await orderOf('a')).toMatchObject({ state: 'paid', matter: 'part_refunded', backMinor: 800 })
    expect((await shop().store.readRoom(SHOW))?.desk.totals).toMatchObject({ soldMinor: 1200, needsYou: 1 })
    expect(await shop().pool(shop().offers.cup)).toMatchObject({ paid: 1, taken: 1 })
  })

  test('a part that is told again by another message is no news, nor is one of nothing; one of unknown size is', async () => {
    for (const id of ['a', 'b', 'c']) await sold(id)
    await shop().ledger.report(refunded('a', 'order-a', 0))
    const none = await orderOf('a')
    await shop().ledger.report(refunded('a', 'order-a', 500))
    await settle('a', 'accept')
    await shop().ledger.report(refunded('a', 'order-a', 500))
    await settle('b', 'refund_part', 500)
    for (let times = 0; times < 2; times += 1) await shop().ledger.report(refunded('b', 'order-b', 500))
    await shop().ledger.report({ ...refunded('c', 'order-c', 0), type: 'order.refunded', isPart: true })

    expect(none).toMatchObject({ state: 'paid', matter: null, refund: null, backMinor: 0 })
    expect(await orderOf('a')).toMatchObject({ matter: null, refund: null, backMinor: 500 })
    expect(await orderOf('b')).toMatchObject({ matter: null, refund: 'done', backMinor: 500 })
    expect(await orderOf('c')).toMatchObject({ state: 'paid', matter: 'part_refunded', refund: null })
  })

  test('a part that staff give back is asked of the shop once, and is no matter when it has gone back', async () => {
    await sold('a')
    const [first] = [await settle('a', 'refund_part', 500), await settle('a', 'refund_part', 500)]
    const claimed = await refunds().claim(CLAIM)
    await refunds().settle([resultOf('a', { keepMinor: 1500 })])
    const told = await orderOf('a')
    await shop().ledger.report(refunded('a', 'order-a', 500))

    expect(first).toMatchObject({ value: { state: 'paid', refund: 'asked', matter: null } })
    expect(claimed).toEqual([{ holdId: 'a', orderId: 'order-a', restock: false, keepMinor: 1500, tries: 0 }])
    expect(told).toMatchObject({ state: 'paid', refund: 'told', askedMinor: 500 })
    expect(await orderOf('a')).toMatchObject({ state: 'paid', refund: 'done', matter: null, backMinor: 500 })
    expect(await shop().pool(shop().offers.cup)).toMatchObject({ paid: 1, taken: 1 })
  })

  test('a second part, and then all, is asked for at once, also after the shop could not be told', async () => {
    await sold('a')
    await settle('a', 'refund_part', 500)
    await refunds().claim(CLAIM)
    await refunds().settle([resultOf('a', { keepMinor: 1500, state: 'failed', tries: 10, inMs: 100_000 })])
    await settle('a', 'refund_part', 800)
    const second = await refunds().claim(CLAIM)
    await refunds().settle([resultOf('a', { keepMinor: 1200 })])
    await settle('a', 'refund_back')

    expect(second).toMatchObject([{ keepMinor: 1200, tries: 0 }])
    expect(await refunds().claim(CLAIM)).toMatchObject([{ keepMinor: 0, restock: true, tries: 0 }])
    const order = await orderOf('a')
    expect(order).toMatchObject({ state: 'refunded', refund: 'asked' })
    expect(order?.askedMinor).toBeUndefined()
  })

  test('what staff ask for while the shop is being told of less is told after it', async () => {
    await sold('a')
    await settle('a', 'refund_part', 500)
    await refunds().claim(CLAIM)
    await settle('a', 'refund_part', 900)

    await refunds().settle([resultOf('a', { keepMinor: 1500 })])

    expect(await orderOf('a')).toMatchObject({ refund: 'asked' })
    expect(await refunds().claim(CLAIM)).toMatchObject([{ keepMinor: 1100, tries: 0 }])
  })

  test('more than staff gave back is a matter; no part is nothing, all, or less than has gone back', async () => {
    await sold('a')
    await settle('a', 'refund_part', 500)
    await shop().ledger.report(refunded('a', 'order-a', 700))

    expect(await orderOf('a')).toMatchObject({ matter: 'part_refunded', backMinor: 700 })
    for (const none of [undefined, 0, 700, 2000, 5000])
      expect(await settle('a', 'refund_part', none)).toMatchObject({ ok: false, code: 'BAD_INPUT' })
    await settle('a', 'refund_back')
    expect(await settle('a', 'refund_part', 900)).toMatchObject({ ok: false, code: 'ORDER_SETTLED' })
  })

  test('what is left of it can still go back; all of it is no part', async () => {
    for (const id of ['a', 'b']) await sold(id)
    await shop().ledger.report(refunded('a', 'order-a', 500))
    await settle('a', 'refund_back')
    await shop().ledger.report(refunded('b', 'order-b', 2000))

    expect(await refunds().claim(CLAIM)).toMatchObject([{ holdId: 'a' }])
    expect(await orderOf('b')).toMatchObject({ state: 'refunded', matter: null, backMinor: 0 })
    expect(await shop().pool(shop().offers.cup)).toMatchObject({ free: 10, taken: 0 })
  })

  test('once the shop says that it has given it back, nothing is left to do, whatever the telling came to', async () => {
    for (const id of ['a', 'b']) await sold(id)
    for (const id of ['a', 'b']) await settle(id, 'refund_back')
    await refunds().settle([resultOf('b', { state: 'failed' })])
    await shop().ledger.report(refunded('a', 'order-a', 500))
    expect(await orderOf('a')).toMatchObject({ state: 'refunded', refund: 'asked' })

    for (const id of ['a', 'b']) await shop().ledger.report(refunded(id))
    await refunds().settle([resultOf('a', { state: 'failed' })])

    for (const id of ['a', 'b']) expect(await orderOf(id)).toMatchObject({ state: 'refunded', refund: 'done' })
    expect(await refunds().claim(CLAIM)).toEqual([])
  })

  test('an order that the shop has refunded itself, or that holds more than the hold, is not asked for', async () => {
    await sold('a')
    await shop().ledger.report(refunded('a'))
    await settle('a', 'refund_back')
    await sold('b', 5000)
    await settle('b', 'refund_back')

    expect(await refunds().claim(CLAIM)).toEqual([])
    expect(await orderOf('a')).toMatchObject({ state: 'refunded', refund: null })
    expect(await orderOf('b')).toMatchObject({ state: 'refunded', refund: 'by_hand' })
  })
}
