// Amounts keep their value on the way to a shop and back, whatever the currency's places.
import { expect, test } from 'vitest'
import { rescale, toDecimal, toMinor } from './money.ts'

test.each([
  [1290, 'USD', '12.90'],
  [5, 'USD', '0.05'],
  [0, 'EUR', '0.00'],
  [1290, 'JPY', '1290'],
  [12905, 'KWD', '12.905'],
  [-700, 'USD', '-7.00'],
  [1250, 'HUF', '12.50'],
  [84950, 'RSD', '849.50'],
  [12905, 'IQD', '12.905'],
])('%i %s is %s, there and back', (minor, currency, decimal) => {
  const written = toDecimal(minor, currency)
  const read = toMinor(written, currency)

  expect(written).toBe(decimal)
  expect(read).toBe(minor)
})

test('a shop that writes fewer or more places means the same amount', () => {
  const read = ['12.9', '12', '12.904', '12.905', 19.9].map((amount) => toMinor(amount, 'USD'))

  expect(read).toEqual([1290, 1200, 1290, 1291, 1990])
})

test('a number that a shop has worked out means its amount, with as many places as it has', () => {
  const worked = [0.1 + 0.2, 19.9 * 3, 100 / 3, 1e-7, -1e-7, '32.23140495867769', '12.99999999999999']

  expect(worked.map((amount) => toMinor(amount, 'USD'))).toEqual([30, 5970, 3333, 0, 0, 3223, 1300])
  expect([1.2345, 12.905].map((amount) => toMinor(amount, 'CLF'))).toEqual([12_345, 129_050])
})

test('what is no amount is null', () => {
  const read = ['', 'free', '1,200.00', '1e3', '12.', Number.NaN, 1e21, '1000000000.01'].map((amount) =>
    toMinor(amount, 'USD'),
  )

  expect(read).toEqual(Array.from({ length: 8 }, () => null))
})

test('an amount in a minor unit of its own places is brought to the currency’s', () => {
  const read = [rescale('1290', 2, 'USD'), rescale('1290', 2, 'JPY'), rescale('12', 0, 'USD'), rescale('5', 2, 'USD')]

  expect(read).toEqual([1290, 13, 1200, 5])
})
