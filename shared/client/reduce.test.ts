// Whatever order the server's words come in, the same is shown.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RoomEvent } from '../contract/events.ts'
import { Snapshot } from '../contract/snapshot.ts'
import { Wait } from '../contract/things.ts'
import { aBuying, aComment, aDeskHold, aHold, anOffer, aSale, aShow, aSnapshot, aWait, noTotals } from './builders.ts'
import { applyEvent, applyOwn, applySnapshot, COMMENTS_KEPT, EMPTY_MODEL, viewOf } from './reduce.ts'
import type { RoomModel } from './reduce.ts'

const comment = aComment
const offer = (id: string, version: number) => anOffer({ id, version, priceMinor: version })
const sale = (id: string, version: number, more: object = {}) => aSale({ id, version, ...more })
const deskHold = (id: string, version: number) => aDeskHold({ id, version, totalMinor: version })

function snapshot(version: number, comments: number[] = []): Snapshot {
  return Snapshot.parse(
    aSnapshot({
      room: {
        show: aShow({ version, title: { en: `v${version}` } }),
        offers: ['o1', 'o2', 'o3'].map((id) => offer(id, version)),
        pins: { productIds: ['p1'], version },
        sale: sale('sale1', version),
        buying: aBuying({ version, on: version % 2 === 0 }),
        comments: comments.map(comment),
        viewers: 7,
      },
      self: { viewerId: 'v1', name: 'Ann', role: 'host' },
      holds: [aHold({ version, totalMinor: version })],
      waits: [aWait({ version })],
      desk: { holds: [deskHold('h1', version)], orders: [], totals: noTotals, marked: [], standings: [] },
    }),
  )
}

const wait = (part: object) => Wait.parse(aWait(part))

function play(events: readonly RoomEvent[], first: RoomModel = applySnapshot(EMPTY_MODEL, snapshot(0))): RoomModel {
  return events.reduce(applyEvent, first)
}

const anyVersion = fc.integer({ min: 0, max: 30 })
const anyEvent = fc
  .oneof(
    anyVersion.map((version) => ({ type: 'show:changed', show: aShow({ version, title: { en: `v${version}` } }) })),
    anyVersion.map((version) => ({ type: 'pins:changed', pins: { productIds: [`p${version}`], version } })),
    anyVersion.map((version) => ({ type: 'sale:changed', sale: sale('sale1', version) })),
    anyVersion.map((version) => ({ type: 'buying:changed', buying: aBuying({ version, on: version % 2 === 0 }) })),
    fc
      .array(fc.tuple(fc.constantFrom('o1', 'o2', 'o3'), anyVersion), { maxLength: 3 })
      .map((rows) => ({ type: 'stock:changed', offers: rows.map(([id, version]) => offer(id, version)) })),
    fc
      .array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 })
      .map((seqs) => ({ type: 'comments:added', comments: seqs.map(comment) })),
    fc
      .tuple(fc.constantFrom('h1', 'h2'), anyVersion)
      .map(([id, version]) => ({ type: 'holds:changed', holds: [deskHold(id, version)], totals: noTotals })),
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
  const model = applyOwn(applySnapshot(EMPTY_MODEL, snapshot(0)), { holds: snapshot(1).holds, waits: [] })

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

test('of a place in line the highest version counts, and of equal ones the one further ahead, in any order', () => {
  const told = [
    wait({ version: 1, ahead: 4 }),
    wait({ version: 2, ahead: 3 }),
    wait({ version: 2, ahead: 1 }),
    wait({ version: 1, ahead: 0 }),
    wait({ offerId: 'o2', version: 1, ahead: 5, joinedAt: 9 }),
  ]
  const after = (rows: readonly Wait[]) =>
    rows.reduce((model, row) => applyOwn(model, { holds: [], waits: [row] }), EMPTY_MODEL).waits

  fc.assert(
    fc.property(fc.shuffledSubarray(told, { minLength: told.length }), (mixed) => {
      expect(after(mixed).map(({ offerId, version, ahead }) => [offerId, version, ahead])).toEqual([
        ['o1', 2, 1],
        ['o2', 1, 5],
      ])
    }),
  )
})

test('a place that was served is not taken back by an older snapshot, and one it no longer names is gone', () => {
  const served = applyOwn(applySnapshot(EMPTY_MODEL, snapshot(0)), {
    holds: [],
    waits: [wait({ version: 9, state: 'served' })],
  })

  expect(applySnapshot(served, snapshot(5)).waits.map(({ state }) => state)).toEqual(['served'])
  expect(applySnapshot(served, { ...snapshot(5), waits: [] }).waits).toEqual([])
})
