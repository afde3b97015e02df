// A price is called the group's own only where it is the one that is shown.
import type { OwnGroup } from '@lantern/shared/contract/groups.ts'
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { aRoom } from './builders.ts'
import { atOwnPrice, isPricedFor } from './atOwnPrice.ts'
import { anOffer } from './builders.ts'

const usual = anOffer({ priceMinor: 10_000 })
const group = (off: OwnGroup['off']): OwnGroup => ({ name: 'Elm Street', point: null, off })
const at = (priceMinor: number, currency = 'CNY') =>
  group({ currency, prices: [{ productId: ProductId.parse('shirt'), priceMinor }] })

test.each([
  { has: 'percent, and nothing is lower', of: group({ percent: 10 }), shown: 9000, isOwn: true },
  { has: 'percent, and a step or sale is lower', of: group({ percent: 10 }), shown: 8000, isOwn: false },
  { has: 'a price, and nothing is lower', of: at(9000), shown: 9000, isOwn: true },
  { has: 'a price, and a step or sale is lower', of: at(9000), shown: 8000, isOwn: false },
  { has: 'a price that is the usual one', of: at(10_000), shown: 10_000, isOwn: false },
  { has: 'a price in another currency', of: at(9000, 'USD'), shown: 10_000, isOwn: false },
  { has: 'none', of: group(null), shown: 10_000, isOwn: false },
])('the group has $has', ({ of, shown, isOwn }) => {
  expect(isPricedFor(of, usual, shown)).toBe(isOwn)
})

test('of a group’s price and a tier’s the lower one is shown, never one upon the other', () => {
  const room = aRoom({ offers: [usual] })

  const shown = atOwnPrice(room, [group({ percent: 10 }), { off: { percent: 20 } }])

  expect(shown.offers[0]?.priceMinor).toBe(8000)
  expect(atOwnPrice(room, [null, { off: null }])).toBe(room)
})
