// A filled shop of every schema that was released, on both databases: brought forward, it is whole, and its holds live on.
import { commentRecords } from '../../testing/commentRecords.ts'
import { describe, expect, test } from 'vitest'
import { CommentId, HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { setBuying } from '../../features/commentOrders/jobs.ts'
import { createSharedClock } from '../../kit/clock.ts'
import { createLedger } from '../../ledger/createLedger.ts'
import { aHold, type DatabasePlace, paid, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import { withPostgres } from '../../testing/postgresPlaces.ts'
import { createWebhookRecords } from '../../webhooks/records/createWebhookRecords.ts'
import { createStore } from '../../records/createStore.ts'
import {
  FILLED_SCHEMAS,
  filledPostgres,
  filledSqlite,
  forwardPostgres,
  forwardSqlite,
} from '../../testing/filledPlaces.ts'

/** Later than anything in the fixtures. */
const NOW = 1_000_700_000
const server = withPostgres()
const [forwardInFile, forwardOnServer] = [forwardSqlite(NOW), forwardPostgres(server, NOW)]
const LATER = FILLED_SCHEMAS.filter((schema) => schema > 1)

async function openNow(place: DatabasePlace) {
  const clock = createSharedClock(NOW)
  const database = await place.open(clock)
  const store = createStore({ database, onChange: () => {} })
  const ledger = createLedger({ database, onChange: () => {} })
  const close = async () => {
    await ledger.close()
    await database.close()
    await place.drop()
  }
  return { clock, store, ledger, webhookRecords: createWebhookRecords(database), close }
}

describe.each(LATER)('schema %i', (schema) => {
  describe.each([
    ['SQLite', () => forwardInFile(schema), (more: string) => filledSqlite(schema, more)],
    ['PostgreSQL', () => forwardOnServer(schema), (more: string) => filledPostgres(server(), { schema, more })],
  ])('on %s', (_name, makeOld, makeOther) => {
    test('keeps holds, orders, the line and comments, without drift', async () => {
      const { store, ledger, close } = await openNow(await makeOld())
      const room = await store.readRoom(SHOW)

      expect(await ledger.check()).toEqual([])
      expect(Object.fromEntries(room?.desk.holds?.map(({ id, state }) => [id, state]) ?? [])).toEqual({
        held: 'held',
        late: 'late_paid',
        others: 'paying',
        paid: 'paid',
        'paid-in-sale': 'paid',
        paying: 'paying',
      })
      expect(room?.desk.orders.map(({ orderId }) => orderId).sort()).toEqual(
        ['order-late', 'order-paid', 'order-refunded', 'order-sale', 'order-second'].sort(),
      )
      const adjusted = room?.desk.holds?.flatMap(({ lines }) => lines.flatMap(({ adjustments }) => adjustments))
      expect(adjusted).toEqual([{ kind: 'sale_price', ref: 'sale-1', amountMinor: 1000 }])
      expect(room?.inner.line).toMatchObject([{ viewerId: 'viewer-waits', quantity: 1 }])
      expect(room?.room.comments.rows.map(({ text }) => text)).toEqual([`it's "nice"; 灯笼 🏮`, 'line\\n'])
      expect(room?.room.talk.mutedAll).toBe(false)
      await close()
    })

    test('its holds move on, and the freed unit goes to who waited', async () => {
      const { clock, store, ledger, close } = await openNow(await makeOld())
      const before = (await store.readRoom(SHOW))?.cursor ?? 0

      const viewerId = ViewerId.parse('viewer-held')
      expect(await ledger.release({ holdId: HoldId.parse('held'), viewerId })).toMatchObject({ ok: true })
      expect(await ledger.report(paid('paying', 'order-new', { eventId: 'e-new' }))).toMatchObject({
        value: { state: 'paid' },
      })
      clock.advance(3_600_000)
      expect(await ledger.sweep(100)).toBeGreaterThanOrEqual(1)

      const changed = (await store.readRoomSince(SHOW, before)).desk.holds?.map(({ id }) => id)
      expect(changed).toEqual(expect.arrayContaining(['held', 'paying', 'others']))
      expect(await ledger.check()).toEqual([])
      await close()
    })

    test('what came later works on its rows: comments are judged, keywords made', async () => {
      const { store, ledger, close } = await openNow(await makeOld())
      const offer = (await store.readRoom(SHOW))?.room.offers.find(({ free }) => free > 3)
      if (!offer) throw new Error('nothing is for sale')

      const commentId = CommentId.parse('c1')
      expect(await commentRecords(store).hideComment({ showId: SHOW, commentId, by: STAFF })).toMatchObject({
        ok: true,
      })
      expect(await store.change(setBuying, { showId: SHOW, change: { on: true }, by: STAFF })).toMatchObject({
        value: { on: true },
      })
      expect(await ledger.place(aHold('fresh', 'viewer-fresh', [[offer.id, 1]]))).toMatchObject({ ok: true })

      expect((await store.readRoom(SHOW))?.room.comments.rows.map(({ id }) => id)).toEqual(['c2'])
      expect(await ledger.check()).toEqual([])
      await close()
    })

    // The relay came with schema 4.
    if (schema < 4) return

    test('the relay goes on where it stood, and tells nothing twice', async () => {
      const { ledger, webhookRecords, close } = await openNow(await makeOld())
      expect(await ledger.report(paid('paying', 'order-new', { eventId: 'e-new' }))).toMatchObject({ ok: true })
      await webhookRecords.relay.collect(1000)

      const [work] = await webhookRecords.relay.claim({ busy: [], perEndpoint: 100, leaseMs: 1000 })
      const told = work?.deliveries.map(({ body }) => String(JSON.parse(body).data.orderId ?? '')) ?? []

      expect(told.filter((orderId) => orderId === 'order-new')).toHaveLength(1)
      expect(told.filter((orderId) => orderId === 'order-paid')).toHaveLength(1)
      await close()
    })

    test.each([
      ['everything', 'max(seq)', 0],
      ['everything but the last of its show', 'max(seq) - 1', 1],
    ])('a relay that had read %s goes on right there', async (_read, last, left) => {
      const read = `delete from relay_cursors;
        insert into relay_cursors (show_id, seq) select show_id, ${last} from events group by show_id;
        update events set type = 'show:live' where seq in (select max(seq) from events group by show_id);
        update endpoints set types = '[]';
        delete from deliveries`
      const { webhookRecords, close } = await openNow(await makeOther(read))

      await webhookRecords.relay.collect(1000)

      expect(await webhookRecords.relay.claim({ busy: [], perEndpoint: 100, leaseMs: 1000 })).toHaveLength(left)
      await close()
    })

    // Refunds are told to the shop since schema 8.
    if (schema < 8) return

    test('a refund that was asked for is told, once', async () => {
      const { store, webhookRecords, close } = await openNow(await makeOld())
      const most = { limit: 10, leaseMs: 1000 }
      const claimed = await webhookRecords.refunds.claim(most)
      await webhookRecords.refunds.settle(claimed.map((one) => ({ ...one, state: 'told', inMs: 0, why: null })))

      expect(claimed).toMatchObject([{ holdId: 'paid', orderId: 'order-second', tries: 0, restock: false }])
      expect(await webhookRecords.refunds.claim(most)).toEqual([])
      const orders = (await store.readRoom(SHOW))?.desk.orders ?? []
      expect(orders.find(({ orderId }) => orderId === 'order-second')).toMatchObject({ refund: 'told', backMinor: 0 })
      await close()
    })
  })
})
