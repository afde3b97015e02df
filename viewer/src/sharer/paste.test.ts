// Texts for messengers: each as it shows best there, and the way into it.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import type { SharerShow } from '@lantern/shared/contract/sharerPage.ts'
import { fillIn } from '@lantern/shared/ui/i18n.ts'
import { words } from '@lantern/shared/ui/words/sharer.en.ts'
import { words as bound } from '@lantern/shared/ui/words/bound.en.ts'
import { expect, test } from 'vitest'
import { openerOf, pasteOf, showNow } from './paste.ts'
import type { SharerSaid } from './words.ts'

const all = { ...words, ...bound }
const said: SharerSaid = {
  locale: 'en',
  t: (key, fill) => fillIn(all[key], fill),
  count: (key, n) => fillIn(all[key], { n }),
  text: (text) => text?.en ?? '',
  money: (minor) => String(minor),
  time: () => 'tonight',
  day: () => 'today',
}
const url = 'https://market.example/l/elm7'
const showAt = (id: string, startsAt: number, phase: SharerShow['phase']): SharerShow => ({
  ...{ id: ShowId.parse(id), title: { en: 'Autumn *market*' }, startsAt, phase },
  isOpen: phase !== 'ended',
})

test.each([
  ['whatsapp', '*Autumn market*, tonight at Shop: https://market.example/l/elm7'],
  ['wechat', 'Autumn *market*, tonight at Shop: https://market.example/l/elm7'],
  [null, 'Autumn *market*, tonight at Shop: https://market.example/l/elm7'],
] as const)('for %s', (messenger, text) => {
  expect(pasteOf(said, { show: showAt('a', 1, 'scheduled'), shop: 'Shop', url, messenger })).toBe(text)
})

test.each([
  ['whatsapp', 'https://wa.me/?text=Come%3A+'],
  ['line', 'https://line.me/R/share?text=Come%3A+'],
  ['telegram', 'https://t.me/share/url?url=https%3A%2F%2Fmarket.example%2Fl%2Felm7&text=Come'],
] as const)('into %s', (messenger, start) => {
  expect(openerOf(messenger, `Come: ${url}`, url)?.startsWith(start)).toBe(true)
})

test('WeChat and others are pasted into', () => {
  expect([openerOf('wechat', 'Come', url), openerOf('other', 'Come', url), openerOf(null, 'Come', url)]).toEqual([
    ...[null, null, null],
  ])
})

test('the show that is on comes before the next one, that before later ones and before what never began', () => {
  const hour = 3_600_000
  const now = 100 * hour
  const [later, next, live, forgotten, past] = [
    ...[showAt('later', now + 9 * hour, 'scheduled'), showAt('next', now - 5 * hour, 'scheduled')],
    ...[showAt('live', now - 8 * hour, 'live'), showAt('forgotten', now - 30 * hour, 'scheduled')],
    showAt('past', now - 40 * hour, 'ended'),
  ] as const

  expect(showNow({ shows: [later, next, live, forgotten, past], now })?.id).toBe('live')
  expect(showNow({ shows: [later, next, forgotten, past], now })?.id).toBe('next')
  expect(showNow({ shows: [forgotten, past], now })?.id).toBe('forgotten')
  expect(showNow({ shows: [past], now })).toBeNull()
})
