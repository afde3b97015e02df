// A part of an order that staff give back, as it is typed.
import { expect, it } from 'vitest'
import { partBack } from './partBack.ts'

it.each([
  ['USD', { typed: '5', backMinor: 0, inAll: 500 }],
  ['USD', { typed: '5.25', backMinor: 300, inAll: 825 }],
  ['JPY', { typed: '500', backMinor: 0, inAll: 500 }],
  ['KWD', { typed: '1.234', backMinor: 0, inAll: 1234 }],
  ['USD', { typed: '20', backMinor: 0, inAll: null }],
  ['USD', { typed: '17', backMinor: 300, inAll: null }],
  ['USD', { typed: '19.99', backMinor: 0, inAll: 1999 }],
  ['USD', { typed: '0', backMinor: 0, inAll: null }],
  ['USD', { typed: '-5', backMinor: 0, inAll: null }],
  ['JPY', { typed: '5.5', backMinor: 0, inAll: null }],
  ['USD', { typed: '', backMinor: 0, inAll: null }],
] as const)('in %s %j', (currency, { typed, backMinor, inAll }) => {
  expect(partBack(typed, { amountMinor: 2000, backMinor, currency })).toBe(inAll)
})
