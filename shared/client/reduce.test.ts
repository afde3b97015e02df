import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RoomEvent } from '../contract/events.ts'
import { Snapshot } from '../contract/snapshot.ts'
import { applyEvent, applyOwnHolds, applySnapshot, COMMENTS_KEPT, EMPTY_MODEL, viewOf } from './reduce.ts'
import type { RoomModel } from './reduce.ts'

const pool = { allotted: 9, free: 9, taken: 0, paid: 0 }
const show = (version: number) => ({
  id: 's1',
  title: { en: `v${version}` },
  shopName: 'Shop',
  currency: 'EUR',
  phase: 'live',
  startsAt: 0,
  liveAt: 0,
  endedAt: null,
  host: 'on',
  mediaNode: null,
  mediaEpoch: 0,
  version,
})
const offer = (id: string, version: number) => ({
  id,
  productId: 'p1',
  variantId: 'v1',
  priceMinor: version,
  shopPriceMinor: 100,
  currency: 'EUR',
  ...pool,
  perViewer: 1,
  policy: 'lock_on_hold',
  holdMs: 60_000,
  version,
})
const sale = (id: string, version: number, more: { opensAt?: number; endedAt?: number | null } = {}) => ({
  id,
  productId: 'p1',
  priceMinor: 1,
  currency: 'EUR',
  ...pool,
  perViewer: 1,
  opensAt: 0,
  closesAt: 1,
  graceMs: 0,
  endedAt: null,
  endReason: null,
  version,
  ...more,
})
const comment = (seq: number) => ({
  id: `c${seq}`,
  viewerId: 'v1',
  name: 'Ann',
  fromStaff: false,
  text: `${seq}`,
  at: 0,
  seq,
})
const hold = (id: string, version: number) => ({
  id,
  showId: 's1',
  state: 'held',
  lines: [{ offerId: 'o1', quantity: 1, saleId: null, unitPriceMinor: 1 }],
  currency: 'EUR',
  totalMinor: version,
  grantedAt: 0,
  expiresAt: 1,
  checkoutPath: '/x',
  orderId: null,
  version,
})
const deskHold = (id: string, version: number) => ({
  ...hold(id, version),
  viewerId: 'v1',
  viewerName: 'Ann',
  via: null,
})
const totals = { held: 0, paid: 0, soldMinor: 0, needsYou: 0 }

function snapshot(version: number, comments: number[] = []): Snapshot {
  return Snapshot.parse({
    epoch: 'e',
    frame: 0,
    serverNow: 0,
    room: {
      show: show(version),
      products: [],
      offers: ['o1', 'o2', 'o3'].map((id) => offer(id, version)),
      pins: { productIds: ['p1'], version },
      sale: sale('sale1', version),
      comments: comments.map(comment),
      viewers: 7,
    },
    self: { viewerId: 'v1', name: 'Ann', role: 'host' },
    holds: [hold('h1', version)],
    desk: { holds: [deskHold('h1', version)], orders: [], totals },
  })
}

function play(events: readonly RoomEvent[], first: RoomModel = applySnapshot(EMPTY_MODEL, snapshot(0))): RoomModel {
  return events.reduce(applyEvent, first)
}

const anyVersion = fc.integer({ min: 0, max: 30 })
const anyEvent = fc
  .oneof(
    anyVersion.map((version) => ({ type: 'show:changed', show: show(version) })),
    anyVersion.map((version) => ({ type: 'pins:changed', pins: { productIds: [`p${version}`], version } })),
    anyVersion.map((version) => ({ type: 'sale:changed', sale: sale('sale1', version) })),
    fc
      .array(fc.tuple(fc.constantFrom('o1', 'o2', 'o3'), anyVersion), { maxLength: 3 })
      .map((rows) => ({ type: 'stock:changed', offers: rows.map(([id, version]) => offer(id, version)) })),
    fc
      .array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 })
      .map((seqs) => ({ type: 'comments:added', comments: seqs.map(comment) })),
    fc
      .tuple(fc.constantFrom('h1', 'h2'), anyVersion)
      .map(([id, version]) => ({ type: 'holds:changed', holds: [deskHold(id, version)], totals })),
  )
  .map((event) => RoomEvent.parse(event))

test('any repetition and reordering of versioned events ends in the same state', () => {
  const history = fc.array(anyEvent, { minLength: 1, maxLength: 30 }).chain((events) =>
    fc
      .array(fc.constantFrom(...events), { maxLength: 20 })
      .map((again) => [...events, ...again])
      .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
      .map((mixed) => ({ events, mixed })),
  )

  fc.assert(
    fc.property(history, ({ events, mixed }) => {
      expect(viewOf(play(mixed))).toEqual(viewOf(play(events)))
      const last = snapshot(31, [401])
      expect(applySnapshot(play(mixed), last)).toEqual(applySnapshot(play(events), last))
    }),
    { numRuns: 300 },
  )
})

test('an event applied twice changes nothing the second time', () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      const once = play([event])

      expect(play([event], once)).toEqual(once)
    }),
  )
})

test('a snapshot that is older than a row already seen does not take the row back', () => {
  const seen = play([RoomEvent.parse({ type: 'stock:changed', offers: [offer('o1', 9)] })])

  const after = applySnapshot(seen, snapshot(5))

  expect(after.room?.offers.map(({ id, version }) => [id, version])).toEqual([
    ['o1', 9],
    ['o2', 5],
    ['o3', 5],
  ])
})

test('a hold that the snapshot no longer names is gone', () => {
  const model = applyOwnHolds(applySnapshot(EMPTY_MODEL, snapshot(0)), snapshot(1).holds)

  const after = applySnapshot(model, { ...snapshot(2), holds: [] })

  expect(after.holds).toEqual([])
})

test('the latest comments are kept, in order, however they came', () => {
  const seqs = Array.from({ length: 300 }, (_, seq) => 299 - seq)

  const after = play([RoomEvent.parse({ type: 'comments:added', comments: seqs.map(comment) })])

  expect(after.room?.comments.length).toBe(COMMENTS_KEPT)
  expect(after.room?.comments[0]?.seq).toBe(100)
  expect(after.room?.comments.at(-1)?.seq).toBe(299)
})

test('a new sale is shown though the stopped one before it would have opened later', () => {
  const told = [
    sale('sale1', 2, { opensAt: 300 }),
    sale('sale2', 1, { opensAt: 20 }),
    sale('sale1', 3, { opensAt: 300, endedAt: 10 }),
    sale('sale1', 2, { opensAt: 300 }),
  ]

  const after = play(told.map((one) => RoomEvent.parse({ type: 'sale:changed', sale: one })))

  expect(after.room?.sale?.id).toBe('sale2')
})

test('of sales that are over the last one stays shown', () => {
  const told = [sale('sale2', 3, { endedAt: 50 }), sale('sale1', 9, { endedAt: 40 })]

  const after = play(told.map((one) => RoomEvent.parse({ type: 'sale:changed', sale: one })))

  expect(after.room?.sale?.id).toBe('sale2')
})

test('before the first snapshot there is nothing to apply an event to', () => {
  const event = RoomEvent.parse({ type: 'viewers:changed', viewers: 3 })

  expect(applyEvent(EMPTY_MODEL, event)).toBe(EMPTY_MODEL)
})
