// A filled shop of schema 1 on both databases: brought forward, it is whole, and its holds live on.
import { describe, expect, test } from 'vitest'
import { HoldId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { HoldState } from '@lantern/shared/contract/things.ts'
import { createSharedClock } from '../../kit/clock.ts'
import { createLedger } from '../../ledger/createLedger.ts'
import { aHold, paid, SHOW } from '../../ledger/proofs/testShop.ts'
import type { DatabasePlace } from '../../ledger/proofs/testShop.ts'
import { withPostgres } from '../../testing/postgresPlaces.ts'
import { createStore } from '../../records/createStore.ts'
import { filledPostgres, filledSqlite } from '../../testing/filledPlaces.ts'

/** When the fixture was written, on its own clock. */
const WRITTEN_AT = 1_000_600_000
const NEXT = ShowId.parse('next')
const CUP = '9XwgWuVQx4Dgk31H'
const server = withPostgres()

async function openNow(place: DatabasePlace) {
  const clock = createSharedClock(WRITTEN_AT)
  const database = await place.open(clock)
  const store = createStore({ database, onChange: () => {} })
  const ledger = createLedger({ database, onChange: () => {} })
  const close = async () => {
    await ledger.close()
    await database.close()
    await place.drop()
  }
  return { clock, store, ledger, close }
}

const STATES: Readonly<Record<string, HoldState>> = {
  late: 'late_paid',
  'paid-in-sale': 'paid',
  others: 'paying',
  paid: 'paid',
  cancelled: 'held',
  paying: 'paying',
  'held-in-sale': 'held',
  held: 'held',
}

describe.each([
  ['SQLite', () => filledSqlite(1)],
  ['PostgreSQL', () => filledPostgres(server(), { schema: 1 })],
])('schema 1 on %s', (_name, makeOld) => {
  test('keeps its rooms, its people and its orders, without drift', async () => {
    const { store, ledger, close } = await openNow(await makeOld())

    const room = await store.readRoom(SHOW)

    expect(await ledger.check()).toEqual([])
    expect(Object.fromEntries(room?.desk.holds?.map(({ id, state }) => [id, state]) ?? [])).toEqual(STATES)
    expect(room?.room).toMatchObject({ pins: { productIds: ['cup'] }, sale: { id: 'sale-2', free: 2, taken: 2 } })
    expect(room?.room.comments.rows.map((comment) => comment.text)).toEqual([`it's "nice"; 灯笼 🏮`, 'line\\n'])
    expect(room?.desk.orders.map((order) => order.orderId).sort()).toEqual(
      ['order-late', 'order-paid', 'order-refunded', 'order-sale', 'order-second'].sort(),
    )
    expect(room?.desk.totals).toEqual({ held: 13, paid: 5, soldMinor: 9000, needsYou: 2 })
    expect((await store.readRoom(NEXT))?.room.offers.map((offer) => offer.policy)).toEqual(Array(3).fill('first_paid'))
    expect(await store.findStaffByName('ann')).toMatchObject({ id: StaffId.parse('staff'), role: 'owner' })
    expect(await store.findSession('token-hash')).not.toBeNull()
    expect(await store.secret('viewer-key', async () => 'new')).toBe('kept secret')
    await close()
  })

  test('its holds move on: released, paid, run out; new events come after the old', async () => {
    const { clock, store, ledger, close } = await openNow(await makeOld())
    const before = (await store.readRoom(SHOW))?.cursor ?? 0
    const offer = async (id: string) => (await store.readRoom(SHOW))?.room.offers.find((each) => each.id === id)
    expect(await offer(CUP)).toMatchObject({ free: 11, taken: 9, paid: 3 })

    const viewerId = ViewerId.parse('viewer-held')
    expect(await ledger.release({ holdId: HoldId.parse('held'), viewerId })).toMatchObject({
      value: { state: 'released' },
    })
    const sale = await ledger.report(paid('held-in-sale', 'order-new', { amountMinor: 5000 }))
    expect(sale).toMatchObject({ value: { state: 'paid', totalMinor: 5000 } })
    expect(await ledger.report(paid('first-paid', 'order-next'))).toMatchObject({ value: { state: 'paid' } })
    clock.advance(3_600_000)
    expect(await ledger.sweep(100)).toBeGreaterThanOrEqual(3)

    expect(await offer(CUP)).toMatchObject({ free: 16, taken: 4, paid: 4 })
    expect((await store.readRoomSince(SHOW, before)).desk.holds?.map((hold) => hold.id)).toContain('held')
    expect(await ledger.check()).toEqual([])
    await close()
  })

  test('a granted id answers as it did, also by the shop’s own event', async () => {
    const { store, ledger, close } = await openNow(await makeOld())
    const cursor = (await store.readRoom(SHOW))?.cursor
    const offerId = (await store.readRoom(SHOW))?.room.offers.find((each) => each.id === CUP)?.id
    if (!offerId) throw new Error('the cup is gone')

    const again = await ledger.place(aHold('held', 'viewer-held', [[offerId, 3]]))
    const paidAgain = await ledger.report(paid('paid', 'order-paid', { amountMinor: 4000, eventId: 'e-paid' }))

    expect(again).toMatchObject({ ok: true, value: { state: 'held', totalMinor: 6000, expiresAt: 1_001_200_000 } })
    expect(paidAgain).toMatchObject({ value: { state: 'paid', orderId: 'order-paid' } })
    expect((await store.readRoom(SHOW))?.cursor).toBe(cursor)
    expect(await ledger.place(aHold('held', 'somebody', [[offerId, 3]]))).toMatchObject({ code: 'HOLD_ID_TAKEN' })
    await close()
  })
})
