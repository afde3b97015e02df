// What every database must hold to for ways to the shop that could not be made: the last of each hold, for every process.
import { expect, describe, test } from 'vitest'
import { HoldId, OrderId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, openShop, paid, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import { createShopActs } from '../handoff/shopActs.ts'
import { createShopRecords } from './createShopRecords.ts'
import type { Database } from '../../database/database.ts'

export function handoffFailuresContract(name: string, makePlace: PlaceMaker): void {
  describe(`ways to the shop that could not be made on ${name}`, () => failures(withShop(makePlace)))
}

const failure = (hold: string, why = 'status 400: no such region') => ({
  holdId: HoldId.parse(hold),
  showId: SHOW,
  skus: ['CUP', 'HAT-S'],
  code: 'SHOP_REFUSED' as const,
  why,
})

function failures(current: ReturnType<typeof withShop>): void {
  const recordsOf = (database: Database) => createShopRecords({ database, onChange: () => undefined })

  test('are known to every process, the newest first, the last one alone of each hold', async () => {
    const { clock, database } = current().shop
    const far = await openShop(current().place, { clock })
    const [near, theirs] = [recordsOf(database), recordsOf(far.database)]

    await near.noteFailure(failure('a'))
    clock.advance(1)
    await theirs.noteFailure(failure('b'))
    clock.advance(1)
    await theirs.noteFailure(failure('a', 'again'))

    const at = clock.now()
    const wanted = [
      { ...failure('a', 'again'), at },
      { ...failure('b'), at: at - 1 },
    ]
    expect(await near.readFailures()).toEqual(wanted)
    expect(await theirs.readFailures()).toEqual(wanted)
    await far.close()
  })

  test('are forgotten when the hold has found its way, and after ten minutes', async () => {
    const { clock, database } = current().shop
    const records = recordsOf(database)
    await records.noteFailure(failure('a'))
    await records.noteFailure(failure('b'))

    await records.forgetFailure(HoldId.parse('a'))
    await records.forgetFailure(HoldId.parse('never'))
    expect(await records.readFailures()).toMatchObject([{ holdId: 'b' }])

    clock.advance(600_001)
    expect(await records.readFailures()).toEqual([])
  })

  describe('what staff do about them', () => {
    const H = HoldId.parse('h')
    const acts = () => createShopActs({ records: recordsOf(current().shop.database), ledger: current().shop.ledger })
    const read = async () => (await recordsOf(current().shop.database).readFailures()).map(({ hold }) => hold)
    const holdsOf = async () =>
      (await current().shop.store.readRoom(SHOW))?.desk.holds.map(({ viewerName, state, lines, totalMinor }) => [
        viewerName,
        state,
        lines.map(({ quantity }) => quantity).join(),
        totalMinor,
      ])

    async function fail(units = 2) {
      const { shop } = current()
      await shop.ledger.place(aHold('h', 'willow', [[shop.offers.cup, units]]))
      await recordsOf(shop.database).noteFailure(failure('h'))
      return { offerId: shop.offers.cup, holdId: H, shop }
    }

    test('the buyer keeps fewer units, and never more', async () => {
      const { offerId, holdId, shop } = await fail()
      const line = { offerId, sku: 'CUP', quantity: 2 }

      expect(await read()).toEqual([{ buyer: 'willow', state: 'held', lines: [line], acts: ['offer_less'] }])
      const offer = (quantity: number) => acts().act({ act: 'offer_less', holdId, offerId, quantity }, STAFF)
      expect(await offer(2)).toMatchObject({ code: 'BAD_INPUT' })
      expect(await offer(1)).toEqual(grant(null))
      expect(await offer(1)).toMatchObject({ code: 'HOLD_NOT_FOUND' })
      expect(await acts().act({ act: 'hold_again', holdId }, STAFF)).toMatchObject({ code: 'HOLD_NOT_FOUND' })
      expect(await holdsOf()).toEqual([['willow', 'held', '1', 2000]])
      expect(await shop.pool(offerId)).toMatchObject({ taken: 1 })
    })

    test('what is over is held again once, also when two press at once', async () => {
      const { offerId, holdId, shop } = await fail()
      await shop.ledger.release({ holdId, viewerId: ViewerId.parse('willow') })

      expect(await read()).toMatchObject([{ state: 'over', acts: ['hold_again'] }])
      const again = () => acts().act({ act: 'hold_again', holdId }, STAFF)
      const done = await Promise.all([again(), again()])
      expect(done.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await read()).toEqual([])
      expect((await holdsOf())?.filter(([, state]) => state === 'held')).toEqual([['willow', 'held', '2', 4000]])
      expect(await shop.pool(offerId)).toMatchObject({ taken: 2 })
    })

    test('what has gone to others meanwhile is not held again', async () => {
      const { offerId, holdId, shop } = await fail()
      await shop.ledger.release({ holdId, viewerId: ViewerId.parse('willow') })
      await shop.ledger.changeOffer({ showId: SHOW, offerId, by: STAFF, allotted: 1 })

      expect(await acts().act({ act: 'hold_again', holdId }, STAFF)).toMatchObject({ code: 'NOT_ENOUGH' })
      expect(await read()).toMatchObject([{ acts: ['hold_again'] }])
    })

    test('a hold that was paid after all asks for nothing', async () => {
      const { shop } = await fail(1)
      expect(await read()).toMatchObject([{ state: 'held', acts: [] }])
      await shop.ledger.report(paid('h', 'A-1', { amountMinor: 2000 }))

      expect(await read()).toMatchObject([{ state: 'closed', acts: [] }])
    })

    test('what was paid too much goes back, the order stays paid and asks for nothing more', async () => {
      const { holdId, shop } = await fail(1)
      await shop.ledger.report(paid('h', 'A-1', { amountMinor: 2500 }))
      const order = { holdId, orderId: OrderId.parse('A-1'), choice: 'refund_part' } as const

      expect(await acts().decide(order, STAFF)).toMatchObject({ code: 'BAD_INPUT' })
      expect(await acts().decide({ ...order, backMinor: 2500 }, STAFF)).toMatchObject({ code: 'BAD_INPUT' })
      const orders = async () => (await shop.store.readRoom(SHOW))?.desk.orders
      expect(await orders()).toMatchObject([{ matter: 'amount_differs', refund: null }])
      const part = { ...order, backMinor: 500 }
      expect(await Promise.all([acts().decide(part, STAFF), acts().decide(part, STAFF)])).toEqual([
        grant(null),
        grant(null),
      ])
      expect(await orders()).toMatchObject([{ state: 'paid', matter: null, refund: 'asked', askedMinor: 500 }])
    })

    test('a payment that differs is all right, or goes back, and the first word counts', async () => {
      const { holdId, shop } = await fail(1)
      await shop.ledger.report(paid('h', 'A-1', { amountMinor: 1500 }))
      const orderId = OrderId.parse('A-1')

      const decide = (choice: 'accept' | 'refund_back') => acts().decide({ holdId, orderId, choice }, STAFF)
      expect(await decide('refund_back')).toEqual(grant(null))
      // Nothing is left to decide, and what went back stays so.
      await decide('accept')
      expect((await shop.store.readRoom(SHOW))?.desk.orders).toMatchObject([{ state: 'refunded', matter: null }])
      expect(await acts().decide({ holdId: HoldId.parse('none'), orderId, choice: 'accept' }, STAFF)).toMatchObject({
        code: 'ORDER_NOT_FOUND',
      })
    })
  })
}
