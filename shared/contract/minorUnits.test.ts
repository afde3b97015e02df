// The places are those of ISO 4217, also where Node and browsers have others.
import { expect, it } from 'vitest'
import { placesOf } from './minorUnits.ts'

it.each([
  [
    2,
    [
      'USD',
      'EUR',
      'CNY',
      'HKD',
      'TWD',
      'RSD',
      'HUF',
      'IDR',
      'COP',
      'PKR',
      'LAK',
      'LBP',
      'MMK',
      'MGA',
      'YER',
      'AMD',
      'UZS',
    ],
  ],
  [2, ['CRC', 'CZK', 'NOK', 'SEK', 'TZS', 'MUR', 'GYD', 'MNT', 'ALL', 'AFN', 'SYP', 'IRR', 'KPW', 'SOS', 'MRU', 'TWD']],
  [
    0,
    [
      'JPY',
      'KRW',
      'VND',
      'CLP',
      'ISK',
      'PYG',
      'UGX',
      'XOF',
      'XAF',
      'XPF',
      'BIF',
      'DJF',
      'GNF',
      'KMF',
      'RWF',
      'VUV',
      'UYI',
    ],
  ],
  [3, ['KWD', 'BHD', 'OMR', 'JOD', 'TND', 'IQD', 'LYD']],
  [4, ['CLF', 'UYW']],
])('%i places: %j', (places, currencies) => {
  expect(currencies.filter((currency) => placesOf(currency) !== places)).toEqual([])
})

it('takes a currency in small letters, as shops write it in addresses, and one it does not know as two places', () => {
  expect([placesOf('jpy'), placesOf('ZZZ')]).toEqual([0, 2])
})
