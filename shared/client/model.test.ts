// Whatever order the server's words come in, the same is shown.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Frame } from '../contract/events.ts'
import { EMPTY_STAFF_STATE, EMPTY_OWN } from '../contract/slices.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import {
  aBuying,
  aComment,
  aStaffHold,
  aHold,
  anOffer,
  aSale,
  aShow,
  aSnapshot,
  aWait,
  noTotals,
  readSnapshot,
  readTold,
} from './builders.ts'
import { applyFrame, applyOwn, applySnapshot, EMPTY_MODEL } from './model.ts'
import type { RoomModel } from './model.ts'

const comment = aComment
const offer = (id: string, version: number) => anOffer({ id, version, priceMinor: version })
const sale = (id: string, version: number, more: object = {}) => aSale({ id, version, ...more })
const deskHold = (id: string, version: number) => aStaffHold({ id, version, totalMinor: version })

function snapshot(version: number, comments: number[] = []): Snapshot {
  return readSnapshot(
    aSnapshot({
      room: {
        show: aShow({ version, title: { en: `v${version}` } }),
        offers: ['o1', 'o2', 'o3'].map((id) => offer(id, version)),
        pins: { productIds: ['p1'], version },
        sale: sale('sale1', version),
        buying: aBuying({ version, on: version % 2 === 0 }),
        comments: { rows: comments.map(comment), removed: [] },
        viewers: 7,
      },
      self: { viewerId: 'v1', name: 'Ann', role: 'host' },
      own: { ...EMPTY_OWN, holds: [aHold({ version, totalMinor: version })], waits: [aWait({ version })] },
      desk: { ...EMPTY_STAFF_STATE, holds: [deskHold('h1', version)] },
    }),
  )
}

const own = (part: object) => readTold('own:changed', part)
const frame = (part: object) => readTold('frame', { epoch: 'e1', n: 1, now: 0, ...part })
const said = (...seqs: number[]) => frame({ room: { comments: { rows: seqs.map(comment), removed: [] } } })

function play(frames: readonly Frame[], first: RoomModel = applySnapshot(EMPTY_MODEL, snapshot(0))): RoomModel {
  return frames.reduce(applyFrame, first)
}

const anyVersion = fc.integer({ min: 0, max: 30 })
const anyFrame = fc.oneof(
  anyVersion.map((version) => frame({ room: { show: aShow({ version, title: { en: `v${version}` } }) } })),
  anyVersion.map((version) => frame({ room: { pins: { productIds: [`p${version}`], version } } })),
  anyVersion.map((version) => frame({ room: { sale: sale(`sale${version >> 3}`, version) } })),
  anyVersion.map((version) => frame({ room: { buying: aBuying({ version, on: version % 2 === 0 }) } })),
  fc
    .array(fc.tuple(fc.constantFrom('o1', 'o2', 'o3'), anyVersion), { maxLength: 3 })
    .map((rows) => frame({ room: { offers: rows.map(([id, version]) => offer(id, version)) } })),
  fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 }).map((seqs) => said(...seqs)),
  fc
    .tuple(fc.constantFrom('h1', 'h2'), anyVersion)
    .map(([id, version]) => frame({ desk: { holds: [deskHold(id, version)], totals: noTotals } })),
)

test('any repetition and reordering of versioned changes ends in the same state', () => {
  const history = fc.array(anyFrame, { minLength: 1, maxLength: 30 }).chain((events) =>
    fc
      .array(fc.constantFrom(...events), { maxLength: 20 })
      .map((again) => [...events, ...again])
      .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
      .map((mixed) => ({ events, mixed })),
  )

  fc.assert(
    fc.property(history, ({ events, mixed }) => {
      expect(play(mixed)).toEqual(play(events))
      const last = snapshot(31, [401])
      expect(applySnapshot(play(mixed), last)).toEqual(applySnapshot(play(events), last))
    }),
    { numRuns: 300 },
  )
})

test('a frame applied twice changes nothing the second time', () => {
  fc.assert(
    fc.property(anyFrame, (told) => {
      const once = play([told])

      expect(play([told], once)).toEqual(once)
    }),
  )
})

test('a snapshot that is older than a row already seen does not take the row back', () => {
  const seen = play([frame({ room: { offers: [offer('o1', 9)] } })])

  const after = applySnapshot(seen, snapshot(5))

  expect(after.room?.offers.map(({ id, version }) => [id, version])).toEqual([
    ['o1', 9],
    ['o2', 5],
    ['o3', 5],
  ])
})

test('a hold that the snapshot no longer names is gone', () => {
  const model = applyOwn(applySnapshot(EMPTY_MODEL, snapshot(0)), { holds: snapshot(1).own.holds })

  const after = applySnapshot(model, { ...snapshot(2), own: EMPTY_OWN })

  expect(after.own.holds).toEqual([])
})

test('the latest 200 comments are kept, in order, however they came', () => {
  const seqs = Array.from({ length: 300 }, (_, seq) => 299 - seq)

  const kept = play([said(...seqs)]).room?.comments.rows

  expect(kept?.length).toBe(200)
  expect(kept?.[0]?.seq).toBe(100)
  expect(kept?.at(-1)?.seq).toBe(299)
})

test('of sales the one that changed last is shown, in whatever order they are heard of', () => {
  const told = [
    sale('sale1', 2, { opensAt: 300 }),
    sale('sale1', 3, { opensAt: 300, endedAt: 10 }),
    sale('sale2', 4, { opensAt: 20 }),
  ]

  fc.assert(
    fc.property(fc.shuffledSubarray(told, { minLength: told.length }), (mixed) => {
      expect(play(mixed.map((one) => frame({ room: { sale: one } }))).room?.sale?.id).toBe('sale2')
    }),
  )
})

test('before the first snapshot there is nothing to apply a frame to', () => {
  expect(applyFrame(EMPTY_MODEL, frame({ room: { viewers: 3 } }))).toEqual(EMPTY_MODEL)
})

test('of a place in line the highest version counts, and of equal ones the one further ahead, in any order', () => {
  const told = [
    aWait({ version: 1, ahead: 4 }),
    aWait({ version: 2, ahead: 3 }),
    aWait({ version: 2, ahead: 1 }),
    aWait({ version: 1, ahead: 0 }),
    aWait({ offerId: 'o2', version: 1, ahead: 5, joinedAt: 9 }),
  ]
  const after = (rows: readonly object[]) =>
    rows.reduce<RoomModel>((model, row) => applyOwn(model, own({ waits: [row] })), EMPTY_MODEL).own.waits

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
  const waits = [aWait({ version: 9, state: 'served' })]
  const served = applyOwn(applySnapshot(EMPTY_MODEL, snapshot(0)), own({ waits }))

  expect(applySnapshot(served, snapshot(5)).own.waits.map(({ state }) => state)).toEqual(['served'])
  expect(applySnapshot(served, { ...snapshot(5), own: EMPTY_OWN }).own.waits).toEqual([])
})

test('pieces that only a newer server knows are passed over', () => {
  const before = play([])

  expect(applyFrame(before, Object.assign(frame({ room: {} }), { room: { poll: { version: 1 } } }))).toEqual(before)
})
