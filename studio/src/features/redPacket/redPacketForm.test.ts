// The form of a red packet as a value: ready from the start, and what cannot be dealt out is not sent.
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { RedPacketConfig } from '@lantern/shared/features/redPacket/contract.ts'
import { expect, test } from 'vitest'
import { checkRedPacket, draftFor } from './redPacketForm.ts'

const draft = draftFor('For you', 9900, 'CNY')

test.each([
  ['CNY', 9900],
  ['JPY', 1200],
  ['KWD', 5500],
  ['USD', 1],
])('what stands there at first can be opened as it is: %s', (currency, cheapest) => {
  const { problems, terms } = checkRedPacket(draftFor('For you', cheapest, currency), currency)

  expect(problems).toEqual({ greeting: null, places: null, total: null, perMonth: null, sum: null })
  expect(RedPacketConfig.safeParse({ ...terms, until: 1 }).success).toBe(true)
})

test('sums are in the money of the show, also where it has no smaller unit or a thousandth', () => {
  expect(checkRedPacket({ ...draft, total: '200.50' }, 'CNY').terms?.totalMinor).toBe(20_050)
  expect(checkRedPacket({ ...draft, total: '2000', least: '1' }, 'JPY').terms?.totalMinor).toBe(2000)
  expect(checkRedPacket({ ...draft, total: '200.125' }, 'KWD').terms?.totalMinor).toBe(200_125)
  expect(checkRedPacket({ ...draft, total: '200.50' }, 'JPY').terms).toBeNull()
})

test('what cannot be split evenly is told with what can be', () => {
  const { problems, terms } = checkRedPacket({ ...draft, how: 'fixed', places: '3', total: '10' }, 'CNY')

  expect(problems.sum).toEqual({ is: 'uneven', belowMinor: 999, aboveMinor: 1002 })
  expect(terms).toBeNull()
})

test('by luck everyone must get the least', () => {
  const { problems } = checkRedPacket({ ...draft, total: '10', least: '1' }, 'CNY')
  expect(problems.sum).toEqual({ is: 'small', neededMinor: 2000 })
})

test.each([
  ['no place', { places: '0' }],
  ['too many places', { places: '2001' }],
  ['half a place', { places: '1.5' }],
  ['no sum', { total: '' }],
  ['something else than a sum', { total: 'much' }],
  ['nothing for each', { least: '0' }],
  ['none for each in a month', { perMonth: '0' }],
  ['more in a month than anyone opens', { perMonth: '101' }],
  ['a greeting that is too long', { greeting: 'x'.repeat(61) }],
])('%s is no red packet', (_what, part) => {
  expect(checkRedPacket({ ...draft, ...part }, 'CNY').terms).toBeNull()
})

test('products and how often one person may win go with it; none is any', () => {
  const lamp = ProductId.parse('lamp')
  expect(checkRedPacket({ ...draft, productIds: [lamp], perMonth: ' 3 ' }, 'CNY').terms).toMatchObject({
    productIds: [lamp],
    perMonth: 3,
  })
  expect(checkRedPacket(draft, 'CNY').terms).toMatchObject({ productIds: null, perMonth: null })
})
