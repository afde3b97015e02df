// What is read from the address and what is passed on.
import { expect, it } from 'vitest'
import { readAddress, shareUrl, showPath, withoutArrival } from './address.ts'
import { calendarFile } from './calendar.ts'

it('reads show, product, share link and message', () => {
  const address = readAddress({ pathname: '/s/show-1/p/shirt', search: '?via=abc.d&notice=SOLD_OUT&back=h1&lang=zh' })

  expect(address).toEqual({
    show: 'show-1',
    product: 'shirt',
    via: 'abc.d',
    lang: 'zh',
    notice: 'SOLD_OUT',
    sums: null,
    back: 'h1',
  })
})

it('takes nothing that does not fit', () => {
  expect(readAddress({ pathname: '/elsewhere', search: '?via=a%20b&notice=<b>' })).toMatchObject({
    show: null,
    via: null,
    notice: null,
  })
})

it('passes on the share link and nothing of this visit', () => {
  const address = readAddress({ pathname: '/s/show-1', search: '?via=abc&notice=SOLD_OUT&back=h1' })

  expect(shareUrl('https://live.example', address)).toBe('https://live.example/s/show-1?via=abc')
})

it.each([
  ['asked=1250&held=1000&currency=USD', { askedMinor: 1250, heldMinor: 1000, currency: 'USD' }],
  ['asked=1250&held=1000&currency=usd', null],
  ['asked=-1&held=1000&currency=USD', null],
  ['asked=12x&held=1000&currency=USD', null],
  ['held=1000&currency=USD', null],
])('reads the two sums of a cart that differs from its hold, or none: %s', (sums, read) => {
  expect(readAddress({ pathname: '/s/show-1', search: `?notice=PRICE_DIFFERS&${sums}` }).sums).toEqual(read)
})

it('keeps the address but for what is told once', () => {
  const sums = 'asked=1250&held=1000&currency=USD'
  const href = withoutArrival(`https://live.example/s/show-1?back=h1&via=abc&lang=en&notice=SOLD_OUT&${sums}`)

  expect(href).toBe('https://live.example/s/show-1?via=abc&lang=en')
})

it('writes a calendar entry with its marks escaped', () => {
  const file = calendarFile({ title: 'Tea, cups; more', startsAt: Date.UTC(2026, 10, 22, 20), url: 'https://x/s/1' }, 0)

  expect(file).toContain('DTSTART:20261122T200000Z\r\n')
  expect(file).toContain('SUMMARY:Tea\\, cups\\; more\r\n')
})

it('leads to another show in the language that was chosen, and takes nothing else along', () => {
  expect(showPath('winter', { lang: 'zh-Hans' })).toBe('/s/winter?lang=zh-Hans')
  expect(showPath('winter', { lang: null })).toBe('/s/winter')
})
