import { expect, it } from 'vitest'
import { money } from './layout.ts'

it('writes amounts with the places of ISO 4217, whatever the machine has for a currency', () => {
  const written = ['RSD', 'HUF', 'JPY', 'KWD'].map((currency) =>
    money(84_950, currency, 'en').replaceAll('\u00a0', ' '),
  )

  expect(written).toEqual(['RSD 849.50', 'Ft 849.50', '¥84,950', 'KWD 84.950'])
  expect(money(129_000, 'HUF', 'en')).toBe('Ft\u00a01,290')
})
