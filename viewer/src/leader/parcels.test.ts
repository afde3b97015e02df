// What a leader's phone makes of orders and of what it has handed over itself.
import { HoldId, OfferId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { LeaderOrder, LeaderShow } from '@lantern/shared/contract/leaderPage.ts'
import { expect, test } from 'vitest'
import { addUp, findByCode, parcelsOf, type Waiting } from './parcels.ts'

const showId = ShowId.parse('show')
const shirt = OfferId.parse('shirt')
const oil = OfferId.parse('oil')

const order = (id: string, part: Partial<LeaderOrder> = {}): LeaderOrder => ({
  ...{ holdId: HoldId.parse(id), person: 'panda', name: 'panda', isPaid: true, totalMinor: 1000 },
  ...{ lines: [{ offerId: shirt, quantity: 1 }], digits: '384291', token: 'P1234', handed: null, conflicts: [] },
  ...part,
})
const show = (...orders: LeaderOrder[]): LeaderShow => ({
  ...{ id: showId, title: { en: 'Autumn' }, startsAt: 1, currency: 'CNY', arrivedAt: null, told: 0, orders },
})
const waiting = (id: string, ...holdIds: string[]): Waiting => ({
  ...{ id, showId, holdIds: holdIds.map((one) => HoldId.parse(one)), code: '384291', at: 500, refused: null },
})

test('all that one person has paid is one parcel, and what is not paid another', () => {
  const parcels = parcelsOf(
    show(order('a'), order('b', { lines: [{ offerId: oil, quantity: 2 }] }), order('c', { isPaid: false })),
    [],
  )

  expect(parcels.map(({ state, pieces, totalMinor }) => ({ state, pieces, totalMinor }))).toEqual([
    { state: 'unpaid', pieces: 1, totalMinor: 1000 },
    { state: 'ready', pieces: 3, totalMinor: 2000 },
  ])
})

test('handed over without a line it waits, and what is bought later is ready beside it', () => {
  const parcels = parcelsOf(show(order('a'), order('later')), [waiting('first', 'a')])

  expect(parcels.map(({ state, at }) => [state, at])).toEqual([
    ['ready', null],
    ['waiting', 500],
  ])
})

test('once the server has it, it is handed over, and not twice', () => {
  const taken = order('a', { handed: { id: 'first', at: 500, here: true } })

  expect(parcelsOf(show(taken), [waiting('first', 'a')])).toMatchObject([{ state: 'handed', at: 500, twice: [] }])
})

test('what somebody else has handed over meanwhile is said, before the server knows and after', () => {
  const handed = { id: 'theirs', at: 400, here: false }
  const conflicts = [{ id: 'first', at: 500, here: true }]

  expect(parcelsOf(show(order('a', { handed })), [waiting('first', 'a')])).toMatchObject([{ twice: [400, 500] }])
  expect(parcelsOf(show(order('a', { handed, conflicts })), [])).toMatchObject([{ twice: [400, 500] }])
})

test('a refused hand-over leaves the parcel as it was', () => {
  const refused = { ...waiting('first', 'a'), refused: 'CODE_WRONG' }

  expect(parcelsOf(show(order('a')), [refused])).toMatchObject([{ state: 'ready' }])
})

test('a code finds what is to hand over, or else what was; never what is not paid', () => {
  const handed = { id: 'first', at: 500, here: true }
  const find = (...orders: LeaderOrder[]) => findByCode(parcelsOf(show(...orders), []), '384291')

  expect(find(order('a', { handed }), order('b'))).toMatchObject([{ state: 'ready' }])
  expect(find(order('a', { handed }))).toMatchObject([{ state: 'handed', at: 500 }])
  expect(find(order('a', { isPaid: false }))).toEqual([])
  expect(findByCode(parcelsOf(show(order('a')), []), 'P1234')).toHaveLength(1)
  expect(findByCode(parcelsOf(show(order('a')), []), '000000')).toEqual([])
})

test('what is to prepare is summed over everyone', () => {
  expect(addUp([order('a'), order('b', { lines: [{ offerId: shirt, quantity: 2 }] })])).toEqual([
    { offerId: shirt, quantity: 3 },
  ])
})
