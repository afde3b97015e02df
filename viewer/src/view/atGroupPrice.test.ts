// A price is called the group's own only where it is the one that is shown.
import type { OwnGroup } from '@lantern/shared/contract/groups.ts'
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { isPricedFor } from './atGroupPrice.ts'
import { anOffer } from './builders.ts'

const usual = anOffer({ priceMinor: 10_000 })
const group = (off: OwnGroup['off']): OwnGroup => ({ name: 'Elm Street', point: null, off })
const at = (priceMinor: number, currency = 'CNY') =>
  group({ currency, prices: [{ productId: ProductId.parse('shirt'), priceMinor }] })

test.each([
  ['percent, and nothing is lower', group({ percent: 10 }), 9000, true],
  ['percent, and a step or sale is lower', group({ percent: 10 }), 8000, false],
  ['a price, and nothing is lower', at(9000), 9000, true],
  ['a price, and a step or sale is lower', at(9000), 8000, false],
  ['a price that is the usual one', at(10_000), 10_000, false],
  ['a price in another currency', at(9000, 'USD'), 10_000, false],
  ['none', group(null), 10_000, false],
])('the group has %s', (_, of, shown, isOwn) => {
  expect(isPricedFor(of, usual, shown)).toBe(isOwn)
})
