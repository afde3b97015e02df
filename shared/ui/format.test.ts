// Money, times and languages as readers expect them.
import { expect, it } from 'vitest'
import { placesOf } from '../contract/minorUnits.ts'
import { fillIn, pickLocale, pickText } from './i18n.ts'
import { formatMoney } from './money.ts'
import { formatLeft, formatLeftShort } from './time.ts'

it('leaves out empty cents and keeps real ones', () => {
  expect(formatMoney(12_900, 'CNY', 'en')).toBe('¥129')
  expect(formatMoney(12_950, 'CNY', 'zh-Hans')).toBe('¥129.50')
  expect(formatMoney(1_200, 'JPY', 'en')).toBe('¥1,200')
})

it('never shows other money under the sign that a reader takes for their own', () => {
  expect(formatMoney(1_200, 'JPY', 'zh-Hans')).toBe('JP¥1,200')
  expect(formatMoney(1_200, 'USD', 'zh-Hant')).toBe('US$12')
  expect(formatMoney(1_200, 'HKD', 'en')).toBe('HK$12')
  expect([formatMoney(1_200, 'USD', 'en'), formatMoney(1_200, 'TWD', 'zh-Hant')]).toEqual(['$12', '$12'])
})

it('shows the amount that the server keeps, whatever places the browser has for a currency', () => {
  const read = (minor: number, currency: string) =>
    Number(/\d[\d,]*(?:\.\d+)?$/.exec(formatMoney(minor, currency, 'en'))?.[0].replaceAll(',', ''))

  const wrong = Intl.supportedValuesOf('currency').filter(
    (currency) => read(12_345_678, currency) !== 12_345_678 / 10 ** placesOf(currency),
  )
  expect(wrong).toEqual([])
  expect([formatMoney(129_000, 'RSD', 'en'), formatMoney(84_950, 'RSD', 'en')]).toEqual([
    'RSD\u00a01,290',
    'RSD\u00a0849.50',
  ])
  expect(formatMoney(1_250, 'HUF', 'en')).toBe('Ft\u00a012.50')
})

it('rounds time left up and never goes below zero', () => {
  expect(formatLeft(160_001)).toBe('02:41')
  expect(formatLeft(1)).toBe('00:01')
  expect(formatLeft(-5)).toBe('00:00')
  expect(formatLeft(3_600_000)).toBe('1:00:00')
  expect(formatLeftShort(581_000)).toBe('9:41')
})

it('takes the language from the link, then from the browser, then English', () => {
  expect(pickLocale('zh-Hant', ['en'])).toBe('zh-Hant')
  expect(pickLocale(null, ['fr', 'zh-HK', 'en'])).toBe('zh-Hant')
  expect(pickLocale(null, ['zh-CN'])).toBe('zh-Hans')
  expect(pickLocale('xx', ['de'])).toBe('en')
})

it('falls back to English, then to whatever text there is', () => {
  expect(pickText({ en: 'Tea', 'zh-Hans': '茶' }, 'zh-Hant')).toBe('Tea')
  expect(pickText({ 'zh-Hans': '茶' }, 'en')).toBe('茶')
  expect(pickText(null, 'en')).toBe('')
})

it('fills what is known into a text, and nothing where nothing is known', () => {
  expect(fillIn('{{n}} of {{n}}, {{what}}', { n: 3, what: '{{n}}' })).toBe('3 of 3, {{n}}')
  expect(fillIn('again in {{time}}')).toBe('again in ')
})
