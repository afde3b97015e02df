// What can be paid in one order: all that is still held, led by what runs out first.
import { Hold } from '@lantern/shared/contract/things.ts'
import { expect, test } from 'vitest'
import { together } from './holds.ts'

const hold = (id: string, part: object = {}) =>
  Hold.parse({
    id,
    showId: 's',
    state: 'held',
    lines: [{ offerId: 'o', quantity: 1, saleId: null, unitPriceMinor: 1000, adjustments: [] }],
    currency: 'JPY',
    totalMinor: 1000,
    grantedAt: 0,
    expiresAt: 1,
    checkoutPath: `/c/${id}`,
    orderId: null,
    reserved: true,
    waited: false,
    version: 1,
    ...part,
  })
const two = {
  lines: [{ offerId: 'p', quantity: 2, saleId: null, unitPriceMinor: 900, adjustments: [] }],
  totalMinor: 1800,
}

test('the one that runs out first leads, and all units and sums are counted', () => {
  const all = together([
    hold('a', { expiresAt: 9 }),
    hold('b', { ...two, expiresAt: 5, state: 'paying' }),
    hold('c', { expiresAt: 7 }),
  ])

  expect(all).toMatchObject({ units: 4, totalMinor: 3800 })
  expect(all?.holds.map(({ id }) => id)).toEqual(['b', 'c', 'a'])
})

test.each(['paid', 'authorised', 'late_paid', 'expired', 'released', 'refunded'])(
  'what is %s is no part of it',
  (state) => {
    expect(together([hold('a'), hold('b', { state })])).toBeNull()
    expect(together([hold('a'), hold('b'), hold('c', { state })])?.holds).toHaveLength(2)
  },
)

test('nothing, and one alone, is not together', () => {
  expect([together([]), together([hold('a')])]).toEqual([null, null])
})

test('no more than leave in one basket', () => {
  expect(together(Array.from({ length: 30 }, (_, no) => hold(`h${no}`)))?.holds).toHaveLength(20)
})
